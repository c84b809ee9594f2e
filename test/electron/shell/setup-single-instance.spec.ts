import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { setupSingleInstance } from '../../../electron/shell/setup-single-instance.ts';

const OWN = { words: ['--workspace', 'q3.signalbox'], folder: '/plans' };
/** What Chromium makes of the words: options first, and some of its own among them. */
const REORDERED = ['signalbox', '--workspace', '--allow-file-access-from-files', 'q3.signalbox'];

function start(hasLock: boolean) {
  const handed: unknown[] = [];
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    requestSingleInstanceLock: (data: unknown) => {
      handed.push(data);
      return hasLock;
    },
    quit: () => {
      app.quits += 1;
    },
  });
  const seconds: unknown[] = [];
  const isFirst = setupSingleInstance(app as unknown as App, OWN, (asked) => seconds.push(asked));
  return { app, seconds, handed, isFirst };
}

describe('electron/shell/setup-single-instance', () => {
  it('lets the first one run, and tells it what the second was asked for, in the order that was typed', () => {
    const { app, seconds, isFirst } = start(true);

    app.emit('second-instance', {}, REORDERED, '/', structuredClone(OWN));

    expect([isFirst, app.quits]).toEqual([true, 0]);
    expect(seconds).toEqual([OWN]);
  });

  it.each([null, undefined, 'q3.signalbox', { words: [1], folder: '/' }, { words: [] }])(
    'tells of a second one that handed over %j, and that it is not known what it wants',
    (handed) => {
      const { app, seconds } = start(true);

      app.emit('second-instance', {}, REORDERED, '/plans', handed);

      expect(seconds).toEqual([null]);
    },
  );

  it('hands over its own, and ends, where it is the second', () => {
    const { app, handed, isFirst } = start(false);

    expect([isFirst, app.quits]).toEqual([false, 1]);
    expect(handed).toEqual([OWN]);
  });
});
