import { describe, expect, it } from 'vitest';
import { findOn, findOrGetOn, type Machine } from '../../../scripts/chromium/get-chromium.ts';

interface Trial {
  readonly machine: Machine;
  readonly commands: string[];
}

/** A machine on which `there` can be run, and on which a command that names a key of `brings` brings its value. */
function machineWith(
  there: readonly string[],
  brings: Readonly<Record<string, string>>,
  more: Partial<Machine>,
): Trial {
  const files = new Set(there);
  const commands: string[] = [];
  const machine: Machine = {
    named: undefined,
    places: ['', '/own/chromium', '/usr/bin/chromium'],
    canRun: (file) => files.has(file),
    isDebian: true,
    aptPrefix: () => [],
    playwright: ['node', 'cli.js'],
    run: (words) => {
      const command = words.join(' ');
      commands.push(command);
      const brought = Object.entries(brings).find(([part]) => command.includes(part));
      if (brought) files.add(brought[1]);
      return true;
    },
    ...more,
  };
  return { machine, commands };
}

describe('scripts/chromium/get-chromium', () => {
  it('takes the named one before any other', () => {
    const { machine } = machineWith(['/mine', '/own/chromium'], {}, { named: '/mine' });

    expect(findOn(machine)).toBe('/mine');
  });

  it('refuses a named one that cannot be run, rather than taking another', () => {
    const { machine } = machineWith(['/own/chromium'], {}, { named: '/gone' });

    expect(() => findOn(machine)).toThrow('CHROMIUM names /gone');
  });

  it('takes the first that is there, and installs nothing then', () => {
    const { machine, commands } = machineWith(['/usr/bin/chromium'], {}, {});

    expect(findOrGetOn(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual([]);
  });

  it.each([
    ['as root', [], 'apt-get'],
    ['with sudo that asks nothing', ['sudo', '-n'], 'sudo -n apt-get'],
  ])('gets it by apt on Debian %s', (_what, prefix, command) => {
    const { machine, commands } = machineWith([], { install: '/usr/bin/chromium' }, { aptPrefix: () => prefix });

    expect(findOrGetOn(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual([
      `${command} update`,
      `${command} install -y --no-install-recommends chromium fonts-liberation`,
    ]);
  });

  it.each([
    ['elsewhere', { isDebian: false }],
    ['on Debian without rights', { aptPrefix: () => null }],
  ])('gets it by Playwright %s', (_what, more) => {
    const { machine, commands } = machineWith([], { 'install chromium': '/own/chromium' }, more);

    expect(findOrGetOn(machine)).toBe('/own/chromium');
    expect(commands).toEqual(['node cli.js install chromium']);
  });

  it.each([
    [true, 'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium fonts-liberation'],
    [false, 'npx playwright install chromium'],
  ])('says the one command to run where it cannot be had (Debian: %s)', (isDebian, command) => {
    const { machine } = machineWith([], {}, { isDebian });

    expect(() => findOrGetOn(machine)).toThrow(
      `Chromium could not be had. Run this once, then try again:\n  ${command}`,
    );
  });

  it('does not try to install where apt cannot even update', () => {
    const commands: string[] = [];
    const run = (words: readonly string[]) => {
      commands.push(words.join(' '));
      return false;
    };
    const { machine } = machineWith([], {}, { run });

    expect(() => findOrGetOn(machine)).toThrow('could not be had');
    expect(commands).toEqual(['apt-get update']);
  });
});
