import type { Settings } from '../../shared/contract/workspace.ts';
import type { Feed, FeedPlan } from '../../shared/model/feed.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';

export type HostKind = 'electron' | 'loopback' | 'cli' | 'test';

/**
 * Where connection secrets live: never in the workspace. Each is kept for a connection at one origin, such as
 * `https://api.github.com`; asked for another, the store throws SECRET_MISSING (`bound-secret.ts`). A workspace file can
 * be copied, and a copy has the same connections: so a secret goes only when somebody asks for just that.
 */
export interface SecretStore {
  /** Says for people where secrets are kept, such as `the system keychain`. */
  readonly keptIn: string;
  readonly get: (connectionId: ConnectionId, origin: string) => Promise<string | null>;
  readonly set: (connectionId: ConnectionId, origin: string, secret: string) => Promise<void>;
  readonly remove: (connectionId: ConnectionId) => Promise<void>;
}

/** Settings to change; what is absent or undefined stays. */
export type SettingsChanges = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** What the application remembers on this machine, outside any workspace. */
export interface SettingsStore {
  readonly read: () => Promise<Settings>;
  readonly write: (changes: SettingsChanges) => Promise<Settings>;
}

/** Where the addresses of calendar feeds are kept: never in the workspace, for each of them by its id. */
export interface FeedStore {
  readonly list: (workspaceId: string) => Promise<readonly Feed[]>;
  readonly add: (workspaceId: string, plan: FeedPlan) => Promise<Feed>;
  readonly remove: (workspaceId: string, id: string) => Promise<void>;
}

/** What a host lends to the core. */
export interface HostServices {
  readonly kind: HostKind;
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  /** Absent where the host neither serves feeds nor runs beside one that does. */
  readonly feeds?: FeedStore | undefined;
  readonly versions: { readonly signalbox: string; readonly electron: string | null };
}
