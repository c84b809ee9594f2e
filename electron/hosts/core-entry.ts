import { parentPort } from 'node:worker_threads';
import { openCore } from '../core/core.ts';
import { systemEnv } from '../core/env.ts';
import type { ToCore } from './core-link/messages.ts';
import { type CorePort, type ParentChannel, runCore } from './core-link/run-core.ts';

/** The parent's port in an Electron utility process; this file knows its shape but not Electron. */
interface UtilityParentPort {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: ToCore; readonly ports: readonly CorePort[] }) => void,
  ) => void;
  readonly postMessage: (message: unknown) => void;
}

function utilityChannel(parent: UtilityParentPort): ParentChannel {
  return {
    send: (message) => parent.postMessage(message),
    onMessage: (listener) => parent.on('message', (event) => listener(event.data, event.ports[0])),
    exit: () => process.exit(0),
  };
}

function workerChannel(parent: NonNullable<typeof parentPort>): ParentChannel {
  return {
    send: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      parent.on('message', (envelope: { readonly message: ToCore; readonly port?: CorePort }) =>
        listener(envelope.message, envelope.port),
      ),
    exit: () => process.exit(0),
  };
}

function openChannel(): ParentChannel {
  const utility = (process as { parentPort?: UtilityParentPort }).parentPort;
  if (utility) return utilityChannel(utility);
  if (parentPort) return workerChannel(parentPort);
  throw new Error('core-entry runs inside a host: as an Electron utility process or as a worker thread.');
}

const env = systemEnv();
runCore(openChannel(), {
  open: (options) => openCore({ ...options, env }),
  fillWithSample: async (core) => {
    const { loadSample } = await import('../core/services/sample.ts');
    await loadSample(core, env);
  },
});
