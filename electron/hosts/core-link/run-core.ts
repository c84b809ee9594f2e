import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { Logger } from 'pino';
import { Failure } from '../../../shared/model/failure.ts';
import type { Core, CoreOptions } from '../../core/core.ts';
import type { Principal } from '../../core/core-context.ts';
import { type FailureData, failureToData } from '../../core/failure-data.ts';
import type { HostServices } from '../../core/host-services.ts';
import { type AskedHost, createAskedHost } from './host-questions.ts';
import type { FromCore, ToCore } from './messages.ts';
import { serveFailure } from './serve-failure.ts';

/** A client's port, as this thread or process got it; it holds its messages back until it is started. */
export type CorePort = SupportedMessagePort & { readonly start?: () => void };

/** The way to the process or thread that started this one. */
export interface ParentChannel {
  readonly send: (message: FromCore) => void;
  readonly onMessage: (listener: (message: ToCore, port: CorePort | undefined) => void) => void;
  /** Ends this thread or process. */
  readonly exit: () => void;
}

/** What opening needs besides the messages; tests open small cores. */
export interface CoreMaker {
  readonly openLog: (file: string) => Logger;
  readonly open: (options: Omit<CoreOptions, 'env'>) => Promise<Core>;
  readonly fillWithSample: (core: Core) => Promise<void>;
}

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly core: Core }
  | { readonly kind: 'failed'; readonly failure: FailureData }
  | { readonly kind: 'closed' };

/** The account's own folder is made where it is missing; one that a person named must be there. */
function prepareFolder(file: string, isOwn: boolean): void {
  const folder = dirname(file);
  if (isOwn) mkdirSync(folder, { recursive: true });
  if (existsSync(folder)) return;
  throw new Failure('WORKSPACE_MISSING', 'There is no such folder, so no workspace can be opened or made in it.', {
    where: folder,
    remedy: 'Make the folder, or name a file in one that is there.',
  });
}

type OpenMessage = Extract<ToCore, { type: 'open' }>;

async function openWorkspace(
  maker: CoreMaker,
  { workspace, actor }: OpenMessage,
  { host, log }: { readonly host: HostServices; readonly log: Logger },
): Promise<Core> {
  const { file, mode, create } = workspace;
  prepareFolder(file, create?.sample ?? false);
  const isNew = create !== null && !existsSync(file);
  const core = await maker.open({
    file,
    mode,
    create: create ? { name: create.name, zone: create.zone } : undefined,
    host,
    schedule: mode === 'write',
    actor,
    log,
  });
  if (!isNew || !create.sample) return core;
  // A new workspace without the sample is still a workspace: what went wrong is told, not fatal.
  await maker.fillWithSample(core).catch((error: unknown) => log.error({ err: error }, 'the sample was not loaded'));
  return core;
}

/**
 * Runs a core for the process that started this one: opens the workspace, serves each client on its own port, asks the
 * host for secrets and settings, closes on demand. Clients that come before the workspace is open wait for it; where it
 * cannot be opened, each of them is told why, and the next one to come has it tried again: what was in the way (another
 * Signalbox, a missing disk) may have gone.
 */
export function runCore(channel: ParentChannel, maker: CoreMaker): void {
  let state: State = { kind: 'opening' };
  let asked: AskedHost | undefined;
  let log: Logger | undefined;
  let wanted: OpenMessage | undefined;
  let opened: Promise<void> | undefined;
  const early: { readonly port: CorePort; readonly principal: Principal }[] = [];

  function serve(port: CorePort, principal: Principal): void {
    if (state.kind === 'opening') {
      early.push({ port, principal });
      return;
    }
    if (state.kind === 'open') state.core.serve(port, principal);
    if (state.kind === 'failed') serveFailure(port, state.failure);
    port.start?.();
  }

  function enter(next: State): void {
    state = next;
    for (const { port, principal } of early.splice(0)) serve(port, principal);
  }

  async function open(message: OpenMessage): Promise<void> {
    wanted = message;
    state = { kind: 'opening' };
    asked = createAskedHost(message.host, channel.send);
    log ??= maker.openLog(message.logFile);
    try {
      const core = await openWorkspace(maker, message, { host: asked.host, log });
      enter({ kind: 'open', core });
      channel.send({ type: 'opened', file: core.workspaceFile });
    } catch (error) {
      const failure = failureToData(error);
      if (failure.code === 'INTERNAL') log.error({ err: error }, 'the workspace could not be opened');
      enter({ kind: 'failed', failure });
      channel.send({ type: 'failed', failure });
    }
  }

  function welcome(port: CorePort, principal: Principal): void {
    if (state.kind === 'failed' && wanted) opened = open(wanted);
    serve(port, principal);
  }

  async function close(): Promise<void> {
    await opened;
    if (state.kind === 'open') await state.core.close();
    state = { kind: 'closed' };
    channel.exit();
  }

  channel.onMessage((message, port) => {
    switch (message.type) {
      case 'open':
        opened ??= open(message);
        break;
      case 'client':
        if (port) welcome(port, message.principal);
        break;
      case 'close':
        void close();
        break;
      default:
        asked?.settle(message);
    }
  });
}
