import { describe, expect, it } from 'vitest';
import { workspaceArgument, workspaceOnCommandLine } from '../../../electron/hosts/workspace-argument.ts';
import { Zone } from '../../../shared/model/time.ts';

const TYPED = { folder: '/plans', zone: Zone.parse('Europe/Berlin') };

describe('electron/hosts/workspace-argument', () => {
  it.each([
    ['by its option', ['.', '--workspace', 'q3.signalbox'], '/plans/q3.signalbox'],
    ['by its option in one word', ['--workspace=q3.signalbox'], '/plans/q3.signalbox'],
    ['by its option, whatever it is called', ['--workspace', '/elsewhere/q3.db'], '/elsewhere/q3.db'],
    ['as a file that was double-clicked', ['/home/ada/q3.signalbox'], '/home/ada/q3.signalbox'],
    ['among Chromium’s own words', ['--no-first-run', '--', 'q3.signalbox'], '/plans/q3.signalbox'],
    ['beside options with values', ['--lang=de', '-psn_0_12', 'q3.signalbox'], '/plans/q3.signalbox'],
    ['not', ['.'], null],
    ['not, where the option has no file', ['.', '--workspace'], null],
    ['not, where the option is empty', ['--workspace='], null],
    ['not by an option that looks like one', ['--x=a.signalbox'], null],
    ['not by a word that came between', ['--workspace', '--allow-file-access-from-files', '/plans/q3.db'], null],
    ['not by an option given as a file', ['--workspace=--no-sandbox'], null],
  ])('finds a workspace that was named %s', (_title, words, file) => {
    expect(workspaceOnCommandLine(words, TYPED)?.file ?? null).toBe(file);
  });

  it('makes a file that the option names, and none that was double-clicked', () => {
    expect(workspaceOnCommandLine(['--workspace', 'q3.signalbox'], TYPED)?.create).toMatchObject({ name: 'q3' });
    expect(workspaceOnCommandLine(['q3.signalbox'], TYPED)?.create).toBeNull();
  });

  it.each([
    ['q3.signalbox', '/plans/q3.signalbox'],
    ['../q3.signalbox', '/q3.signalbox'],
    ['', null],
    ['--no-open', null],
    [undefined, null],
    [true, null],
  ])('takes %j for the file %s', (value, file) => {
    expect(workspaceArgument(value, '/plans')).toBe(file);
  });
});
