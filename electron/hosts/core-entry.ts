import { parentPort } from 'node:worker_threads';
import pino from 'pino';
import { type Core, type CoreOptions, openCore } from '../core/core.ts';
import { systemEnv } from '../core/env.ts';
import type { ToCore } from './core-link/messages.ts';
import { type CorePort, type ParentChannel, runCore } from './core-link/run-core.ts';
import { openCoreLog } from './core-log.ts';
import { overNames } from './named-secrets.ts';

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

// Standard error until the host has said where the log file is; a packaged application shows it to nobody.
let log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
// A client's frame that cannot be read rejects inside oRPC, where nothing can catch it: it must not end the core that
// every other client uses.
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'nobody waited for what failed here'));
process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'the core ends'));

const env = systemEnv();
/**
 * Opens a core whose secrets are looked for in the environment first, by the connections' names, as the command line
 * does; which names there are is learnt from the core itself, now and whenever a connection changes.
 */
async function open(options: Omit<CoreOptions, 'env'>): Promise<Core> {
  const secrets = overNames(options.host.secrets, process.env);
  const core = await openCore({ ...options, host: { ...options.host, secrets }, env });
  const learn = async () => secrets.learn((await core.client.connections.list({})).map(({ connection }) => connection));
  await learn();
  void (async () => {
    for await (const { topics } of await core.client.system.changes({}))
      if (topics.includes('connection')) await learn();
  })();
  return core;
}

runCore(openChannel(), {
  openLog: (file) => {
    log = openCoreLog(file);
    return log;
  },
  open,
  fillWithSample: async (core) => {
    await core.client.workspace.loadSample({});
  },
});
