import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import packageJson from '../../../package.json' with { type: 'json' };
import { instant } from '../../../shared/model/time.ts';
import type { FailureData } from '../../core/failure-data.ts';
import type { FeedStore, HostServices } from '../../core/host-services.ts';
import { accountName } from '../account.ts';
import type { OpenWorkspace } from '../core-link/messages.ts';
import { serveFailure } from '../core-link/serve-failure.ts';
import { type CoreOutcome, superviseCore } from '../core-link/supervise-core.ts';
import { defaultWorkspace, namedWorkspace, systemZone } from '../default-workspace.ts';
import { feedFolder, openFeedFiles } from '../feed-files.ts';
import { openLocalSettings } from '../local-settings.ts';
import { readPageFiles } from '../page-files.ts';
import { openSecretFiles } from '../secret-file.ts';
import { secretFolder } from '../secret-folder.ts';
import { logFile, userFolder } from '../user-folder.ts';
import { coreEntryFile, startCoreWorker } from './core-worker.ts';
import { createFeedServer } from './feed.ts';
import { portOf, startAtKnownPort } from './known-port.ts';
import type { LoopbackOptions } from './options.ts';
import { createFeedRenderer } from './render-feed.ts';
import { type LoopbackServer, SERVICE_RESTART } from './server.ts';

const CLOSE_WITHIN_MS = 8_000;

function localHost(folder: string, feeds: FeedStore): HostServices {
  return {
    kind: 'loopback',
    secrets: openSecretFiles(secretFolder(folder)),
    settings: openLocalSettings(folder),
    feeds,
    versions: { signalbox: packageJson.version, electron: null },
  };
}

function inWords({ message, where, remedy }: FailureData): string {
  const place = where === null || message.includes(where) ? '' : ` (${where})`;
  return `${message}${place}${remedy === null ? '' : ` ${remedy}`}`;
}

function tellOutcome(outcome: CoreOutcome): void {
  if (!outcome.ok) console.error(inWords(outcome.failure));
}

/** Where the built interface lies: beside the built host, or in `dist` when the sources run as they stand. */
function pageFolder(from: string): string {
  return fileURLToPath(from.endsWith('.ts') ? new URL('../../../dist/renderer/', from) : new URL('../renderer/', from));
}

export interface RunningLoopback {
  readonly server: LoopbackServer;
  readonly close: () => Promise<void>;
}

/**
 * Starts the core in its thread and the server in this one. The address is ready to be printed when this answers. Throws,
 * with nothing left running, where the workspace cannot be opened: nobody would have use for an address then.
 */
export async function runLoopback(options: LoopbackOptions): Promise<RunningLoopback> {
  const folder = userFolder();
  const zone = systemZone();
  const workspace: OpenWorkspace =
    options.workspace === null ? defaultWorkspace(folder, zone) : namedWorkspace(options.workspace, zone);
  const entry = coreEntryFile(import.meta.url);
  const files = await readPageFiles(pageFolder(import.meta.url));
  const now = () => performance.now();
  const actor = accountName();
  const feeds = openFeedFiles(feedFolder(folder));

  const first = Promise.withResolvers<CoreOutcome>();
  let isFirst = true;

  const supervisor = superviseCore<MessagePort>({
    start: () => startCoreWorker(entry),
    workspace,
    host: localHost(folder, {
      ...feeds,
      // Whoever subscribes finds it at this port again after the next start.
      add: async (workspaceId, plan) => {
        const feed = await feeds.add(workspaceId, plan);
        await feeds.keepPort(portOf(server));
        return feed;
      },
    }),
    actor,
    logFile: logFile(folder),
    now,
    onOutcome: (outcome) => {
      if (!isFirst) return tellOutcome(outcome);
      isFirst = false;
      first.resolve(outcome);
    },
    onRestart: (reason) => {
      console.error(`The core stopped (${reason}) and was started again.`);
      server.dropSockets(SERVICE_RESTART, 'the core was started again');
    },
    onGaveUp: (failure) => {
      first.resolve({ ok: false, failure });
      if (!isFirst) tellOutcome({ ok: false, failure });
      server.dropSockets(SERVICE_RESTART, 'the core has stopped');
    },
  });

  const render = createFeedRenderer({
    connect: (port) => supervisor.connect(port, { actor: 'calendar feed', can: 'read' }),
    now: () => instant(Date.now()),
  });
  const server = await startAtKnownPort(feeds, {
    port: options.port,
    files,
    feed: createFeedServer({ find: feeds.find, render }),
    now,
    connect: (port) => {
      const failure = supervisor.connect(port, { actor, can: 'write' });
      if (failure) serveFailure(port, failure);
    },
  }).catch(async (error: unknown) => {
    await supervisor.close(CLOSE_WITHIN_MS);
    throw error;
  });

  async function close(): Promise<void> {
    await server.close();
    await supervisor.close(CLOSE_WITHIN_MS);
  }

  const opened = await first.promise;
  if (opened.ok) return { server, close };
  await close();
  throw new Error(inWords(opened.failure));
}
