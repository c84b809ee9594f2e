import type { MessagePortMain } from 'electron';
import type { Principal } from '../core/core-context.ts';
import { type FailureData, failureToData } from '../core/failure-data.ts';
import type { HostServices } from '../core/host-services.ts';
import type { OpenWorkspace } from '../hosts/core-link/messages.ts';
import { serveFailure } from '../hosts/core-link/serve-failure.ts';
import {
  type CoreOutcome,
  type CoreProcess,
  type CoreSupervisor,
  superviseCore,
} from '../hosts/core-link/supervise-core.ts';

export interface WorkspaceDeskOptions {
  readonly start: () => CoreProcess<MessagePortMain>;
  readonly host: HostServices;
  readonly principal: Principal;
  readonly logFile: string;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  readonly onOutcome: (workspace: OpenWorkspace, outcome: CoreOutcome) => void;
  /** Another workspace answers from now on: every page starts afresh. */
  readonly onSwitched: () => void;
  /** The same workspace answers from another core: every page needs a new port. */
  readonly onRestarted: () => void;
  readonly onGaveUp: (failure: FailureData) => void;
}

export interface WorkspaceDesk {
  /** Closes the workspace that is open and opens this one, for every window. */
  readonly open: (workspace: OpenWorkspace) => Promise<void>;
  readonly connect: (port: MessagePortMain) => void;
  readonly close: () => Promise<void>;
}

const CLOSE_WITHIN_MS = 8_000;

/** Holds the one workspace that the application has open, and the core that serves it. */
export function createWorkspaceDesk(options: WorkspaceDeskOptions): WorkspaceDesk {
  let current: CoreSupervisor<MessagePortMain> | null = null;
  /** Why there is no core, where opening one broke off. */
  let failure: FailureData | null = null;
  /** Opening and closing happen one after the other, in the order in which they were asked for. */
  let queue: Promise<void> = Promise.resolve();

  function supervise(workspace: OpenWorkspace): CoreSupervisor<MessagePortMain> {
    return superviseCore({
      start: options.start,
      workspace,
      host: options.host,
      actor: options.principal.actor,
      logFile: options.logFile,
      now: options.now,
      onOutcome: (outcome) => options.onOutcome(workspace, outcome),
      onRestart: (reason) => {
        console.error(`The core stopped (${reason}) and was started again.`);
        options.onRestarted();
      },
      onGaveUp: (failure) => {
        options.onRestarted();
        options.onGaveUp(failure);
      },
    });
  }

  /** Whatever breaks off is told of, and holds up nothing that was asked for after it. */
  function next(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error: unknown) => {
      console.error(error);
      current = null;
      failure = failureToData(error);
      options.onGaveUp(failure);
      options.onSwitched();
    });
    return queue;
  }

  return {
    open: (workspace) =>
      next(async () => {
        await current?.close(CLOSE_WITHIN_MS);
        current = supervise(workspace);
        failure = null;
        options.onSwitched();
      }),
    connect: (port) => {
      const refusal = current === null ? failure : current.connect(port, options.principal);
      if (refusal === null) return;
      serveFailure(port, refusal);
      port.start();
    },
    close: () => next(async () => current?.close(CLOSE_WITHIN_MS)),
  };
}
