import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import type { FromCore, ToCore } from '../../../electron/hosts/core-link/messages.ts';
import type { CoreProcess } from '../../../electron/hosts/core-link/supervise-core.ts';
import { existingWorkspace } from '../../../electron/hosts/default-workspace.ts';
import { createWorkspaceDesk } from '../../../electron/shell/workspace-desk.ts';
import { testHost } from '../../support/core.ts';

const FIRST = existingWorkspace('/plans/first.signalbox');
const SECOND = existingWorkspace('/plans/second.signalbox');

/** A desk over processes that do as they are told, and what it told; `faults` are thrown by the next starts and closes. */
function makeDesk() {
  const faults: { start?: Error; close?: Error } = {};
  const opened: string[] = [];
  const told: unknown[] = [];
  const take = (name: keyof typeof faults) => {
    const fault = faults[name];
    delete faults[name];
    if (fault) throw fault;
  };
  function start(): CoreProcess<MessagePortMain> {
    take('start');
    const exits: ((reason: string) => void)[] = [];
    return {
      post: (message: ToCore) => {
        if (message.type === 'open') opened.push(message.workspace.file);
        if (message.type !== 'close') return;
        take('close');
        queueMicrotask(() => {
          for (const exit of exits) exit('closed');
        });
      },
      onMessage: (_listener: (message: FromCore) => void) => undefined,
      onExit: (listener) => exits.push(listener),
      kill: () => undefined,
    };
  }
  const desk = createWorkspaceDesk({
    start,
    host: testHost(),
    principal: { actor: 'Ada', can: 'write' },
    logFile: '/logs/signalbox.log',
    now: () => 0,
    onOutcome: () => undefined,
    onSwitched: () => told.push('switched'),
    onRestarted: () => undefined,
    onGaveUp: (failure) => told.push(failure.code),
  });
  return { desk, faults, opened, told };
}

/** A page's port, and whether it was answered by a failure rather than handed to a core. */
function makePort() {
  const state = { started: false };
  const port = {
    on: () => port,
    start: () => {
      state.started = true;
    },
    postMessage: () => undefined,
    close: () => undefined,
  };
  return { port: port as unknown as MessagePortMain, state };
}

describe('electron/shell/workspace-desk', () => {
  it('closes one workspace before it opens the next, in the order that was asked for', async () => {
    const { desk, opened, told } = makeDesk();

    await Promise.all([desk.open(FIRST), desk.open(SECOND), desk.close()]);

    expect(opened).toEqual([FIRST.file, SECOND.file]);
    expect(told).toEqual(['switched', 'switched']);
  });

  it.each(['start', 'close'] as const)(
    'tells of a workspace that cannot be opened (%s), and opens the next',
    async (at) => {
      const { desk, faults, opened, told } = makeDesk();
      await desk.open(FIRST);
      faults[at] = new Error('a planted fault');

      await desk.open(SECOND);
      const { port, state } = makePort();
      desk.connect(port);
      expect([told, state.started]).toEqual([['switched', 'INTERNAL', 'switched'], true]);

      await desk.open(SECOND);
      expect(opened).toEqual([FIRST.file, SECOND.file]);
      await desk.close();
    },
  );

  it('ends although the core cannot be told to', async () => {
    const { desk, faults } = makeDesk();
    await desk.open(FIRST);
    faults.close = new Error('a planted fault');

    await expect(desk.close()).resolves.toBeUndefined();
  });
});
