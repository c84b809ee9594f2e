import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { setupSingleInstance } from '../../../electron/shell/setup-single-instance.ts';

function start(hasLock: boolean) {
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    requestSingleInstanceLock: () => hasLock,
    quit: () => {
      app.quits += 1;
    },
  });
  const seconds: unknown[] = [];
  const isFirst = setupSingleInstance(app as unknown as App, (words, folder) => seconds.push([words, folder]));
  return { app, seconds, isFirst };
}

describe('electron/shell/setup-single-instance', () => {
  it('lets the first one run, and tells it of the second', () => {
    const { app, seconds, isFirst } = start(true);

    app.emit('second-instance', {}, ['signalbox', 'q3.signalbox'], '/plans');

    expect([isFirst, app.quits]).toEqual([true, 0]);
    expect(seconds).toEqual([[['signalbox', 'q3.signalbox'], '/plans']]);
  });

  it('ends the second', () => {
    const { app, isFirst } = start(false);

    expect([isFirst, app.quits]).toEqual([false, 1]);
  });
});
