import { describe, expect, it } from 'vitest';
import { readStartOptions } from '../../scripts/start-options.ts';

describe('scripts/start-options', () => {
  it('chooses host, workspace and port itself unless told', () => {
    expect(readStartOptions([], '/home/ada')).toEqual({
      help: false,
      host: null,
      workspace: null,
      port: null,
      open: true,
    });
  });

  it('takes every option', () => {
    const words = ['--workspace', 'q3.signalbox', '--port', '0', '--host', 'loopback', '--no-open'];

    expect(readStartOptions(words, '/home/ada')).toEqual({
      help: false,
      host: 'loopback',
      workspace: '/home/ada/q3.signalbox',
      port: 0,
      open: false,
    });
  });

  it.each([
    [['--port', 'eighty'], /--port takes a number/],
    [['--port', '70000'], /--port takes a number/],
    [['--host', 'browser'], /--host takes electron or loopback, not `browser`/],
    [['--workspace='], /--workspace takes a file/],
    [['--wat'], /--wat/],
    [['plan.signalbox'], /plan\.signalbox/],
  ])('refuses %j in words', (words, message) => {
    expect(() => readStartOptions(words, '/')).toThrow(message);
  });
});
