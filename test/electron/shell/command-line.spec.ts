import { describe, expect, it } from 'vitest';
import { workspaceOnCommandLine } from '../../../electron/shell/command-line.ts';

describe('electron/shell/command-line', () => {
  it.each([
    ['by its option', ['electron', '.', '--workspace', 'q3.signalbox'], '/plans/q3.signalbox'],
    ['as a file that was double-clicked', ['/usr/bin/signalbox', '/home/ada/q3.signalbox'], '/home/ada/q3.signalbox'],
    ['among Chromium’s own words', ['signalbox', '--no-first-run', '--', 'q3.signalbox'], '/plans/q3.signalbox'],
    ['not', ['electron', '.'], null],
    ['not, where the option has no file', ['electron', '.', '--workspace'], null],
    ['not by the program’s own name', ['/opt/app.signalbox'], null],
    ['not by an option that looks like one', ['electron', '--x=a.signalbox'], null],
  ])('finds a workspace that was named %s', (_title, words, file) => {
    expect(workspaceOnCommandLine(words, '/plans')).toBe(file);
  });
});
