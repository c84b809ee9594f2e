import type { Principal } from '../../core/core-context.ts';
import type { FailureData } from '../../core/failure-data.ts';
import type { HostServices } from '../../core/host-services.ts';
import { createFailureCount } from '../failure-count.ts';
import { answerQuestion } from './host-questions.ts';
import type { FromCore, OpenWorkspace, ToCore } from './messages.ts';

/** A started thread or process that runs `core-entry`, whatever the host made it of; `Port` is what that can be sent. */
export interface CoreProcess<Port> {
  readonly post: (message: ToCore, port?: Port) => void;
  readonly onMessage: (listener: (message: FromCore) => void) => void;
  /** Called once, however it ended. */
  readonly onExit: (listener: (reason: string) => void) => void;
  readonly kill: () => void;
}

export interface SupervisorOptions<Port> {
  readonly start: () => CoreProcess<Port>;
  readonly workspace: OpenWorkspace;
  readonly host: HostServices;
  /** Who creates a new workspace. */
  readonly actor: string;
  readonly logFile: string;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  /** The workspace was opened, or could not be; after each restart again. */
  readonly onOutcome: (outcome: CoreOutcome) => void;
  /** The core died and another one runs: every client needs a new port. */
  readonly onRestart: (reason: string) => void;
  /** The core keeps dying: it is not started again, and clients must be told. */
  readonly onGaveUp: (failure: FailureData) => void;
}

export type CoreOutcome =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly failure: FailureData };

export interface CoreSupervisor<Port> {
  /** Hands a client's port to the core that runs now; answers the failure where none does any more. */
  readonly connect: (port: Port, principal: Principal) => FailureData | null;
  /** Lets the core end its work; kills it where it does not within the time. Calling it again waits for the same end. */
  readonly close: (withinMs: number) => Promise<void>;
}

function gaveUp(reason: string): FailureData {
  return {
    code: 'UNAVAILABLE',
    message: 'The part of Signalbox that holds the workspace stopped several times in a row.',
    where: reason,
    remedy: 'Nothing that was saved is lost. Start Signalbox again; if it stops again, run `signalbox doctor`.',
  };
}

/**
 * Keeps a core running: starts it, opens the workspace in it, answers its questions, starts it again when it dies, and
 * gives up with a clear failure when it keeps dying.
 */
export function superviseCore<Port>(options: SupervisorOptions<Port>): CoreSupervisor<Port> {
  const { host } = options;
  const diesTooOften = createFailureCount(options.now);
  let { workspace } = options;
  let closing: Promise<void> | undefined;
  let given: FailureData | null = null;
  let current = launch();

  function launch(): CoreProcess<Port> {
    const core = options.start();
    core.onMessage((message) => {
      if (message.type === 'ask') void answerQuestion(host, message).then((answer) => core.post(answer));
      if (message.type === 'opened') {
        // Were the file moved now, the next core must not make an empty one in its place.
        workspace = { ...workspace, create: null };
        options.onOutcome({ ok: true, file: message.file });
      }
      if (message.type === 'failed') options.onOutcome({ ok: false, failure: message.failure });
    });
    core.onExit((reason) => {
      if (!closing) restart(reason);
    });
    core.post({
      type: 'open',
      workspace,
      actor: options.actor,
      logFile: options.logFile,
      host: { kind: host.kind, keptIn: host.secrets.keptIn, versions: host.versions },
    });
    return core;
  }

  function restart(reason: string): void {
    if (diesTooOften()) {
      given = gaveUp(reason);
      options.onGaveUp(given);
      return;
    }
    current = launch();
    options.onRestart(reason);
  }

  function end(withinMs: number): Promise<void> {
    if (given) return Promise.resolve();
    return new Promise((resolve) => {
      const limit = setTimeout(() => current.kill(), withinMs);
      current.onExit(() => {
        clearTimeout(limit);
        resolve();
      });
      current.post({ type: 'close' });
    });
  }

  return {
    connect: (port, principal) => {
      if (given) return given;
      current.post({ type: 'client', principal }, port);
      return null;
    },
    close: (withinMs) => {
      closing ??= end(withinMs);
      return closing;
    },
  };
}
