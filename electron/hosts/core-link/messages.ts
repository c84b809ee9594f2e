import type { Settings } from '../../../shared/contract/workspace.ts';
import type { Feed, FeedPlan } from '../../../shared/model/feed.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Zone } from '../../../shared/model/time.ts';
import type { Principal } from '../../core/core-context.ts';
import type { FailureData } from '../../core/failure-data.ts';
import type { HostKind, HostServices, SettingsChanges } from '../../core/host-services.ts';

/** Which workspace a core opens. */
export interface OpenWorkspace {
  /** Absolute. */
  readonly file: string;
  readonly mode: 'write' | 'read';
  /** Make the file where there is none; null: a missing file is a failure. */
  readonly create: { readonly name: string; readonly zone: Zone; readonly sample: boolean } | null;
}

/** What the core may ask of its host, each with its input and its answer. */
export interface HostQuestions {
  /** The origin is where the secret would be sent. */
  readonly 'secrets.get': { readonly input: readonly [ConnectionId, origin: string]; readonly answer: string | null };
  readonly 'secrets.set': {
    readonly input: readonly [ConnectionId, origin: string, secret: string];
    readonly answer: null;
  };
  readonly 'secrets.remove': { readonly input: ConnectionId; readonly answer: null };
  readonly 'settings.read': { readonly input: null; readonly answer: Settings };
  readonly 'feeds.list': { readonly input: string; readonly answer: readonly Feed[] };
  readonly 'feeds.add': { readonly input: readonly [workspaceId: string, FeedPlan]; readonly answer: Feed };
  readonly 'feeds.remove': { readonly input: readonly [workspaceId: string, id: string]; readonly answer: null };
  readonly 'settings.write': { readonly input: SettingsChanges; readonly answer: Settings };
}
export type QuestionName = keyof HostQuestions;

/** From the host to the core's thread or process; `client` brings a port with it. */
export type ToCore =
  | {
      readonly type: 'open';
      readonly workspace: OpenWorkspace;
      /** Who creates a new workspace. */
      readonly actor: string;
      /** Where the core writes what went wrong inside; absolute. */
      readonly logFile: string;
      readonly host: { readonly kind: HostKind; readonly keptIn: string; readonly versions: HostServices['versions'] };
    }
  | { readonly type: 'client'; readonly principal: Principal }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly failure: FailureData }
  | { readonly type: 'close' };

/** From the core's thread or process to its host. */
export type FromCore =
  | { readonly type: 'opened'; readonly file: string }
  | { readonly type: 'failed'; readonly failure: FailureData }
  | { readonly type: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown };
