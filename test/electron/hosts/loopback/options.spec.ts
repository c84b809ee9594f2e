import { describe, expect, it } from 'vitest';
import { readLoopbackOptions } from '../../../../electron/hosts/loopback/options.ts';

describe('electron/hosts/loopback/options', () => {
  it('takes a free port, opens the browser and the account’s own workspace unless told otherwise', () => {
    expect(readLoopbackOptions([], '/plans')).toEqual({ help: false, workspace: null, port: 0, open: true });
  });

  it('takes a file as seen from where it was started', () => {
    const options = readLoopbackOptions(['--workspace', 'q3.signalbox', '--port', '8123', '--no-open'], '/plans');

    expect(options).toEqual({ help: false, workspace: '/plans/q3.signalbox', port: 8123, open: false });
  });

  it.each(['-1', '65536', 'http', '80.5', ''])('refuses port %j in words', (port) => {
    expect(() => readLoopbackOptions([`--port=${port}`], '/')).toThrow(`not \`${port}\``);
  });

  it.each([['--workspace', '--no-open'], ['--workspace=--no-open'], ['--workspace']])(
    'takes no option for a file: %j %s',
    (...words) => {
      expect(() => readLoopbackOptions(words, '/plans')).toThrow(/--workspace/);
    },
  );

  it('refuses a word that it does not know', () => {
    expect(() => readLoopbackOptions(['--share'], '/')).toThrow(/--share/);
  });
});
