import * as z from 'zod';
import { ConnectionId } from './ids.ts';
import { Instant } from './time.ts';

export const ConnectorKind = z.enum(['github', 'jira', 'simulated']);
export type ConnectorKind = z.infer<typeof ConnectorKind>;

/** One meaning for every provider's status names. */
export const StatusCategory = z.enum(['new', 'active', 'waiting', 'done']);
export type StatusCategory = z.infer<typeof StatusCategory>;

/** How a provider's names are read; patterns are globs (`*`, `?`), case-insensitive. */
export const MappingRules = z.strictObject({
  /** First match wins; a status that none names keeps what the provider says of it. */
  statuses: z.array(z.strictObject({ pattern: z.string().min(1).max(120), category: StatusCategory })).max(200),
  /** Environments whose deployments count as production. */
  productionEnvironments: z.array(z.string().min(1).max(120)).max(50),
  /** Jobs or workflows whose success counts as a deployment to production. */
  deploymentJobs: z.array(z.string().min(1).max(120)).max(50),
});
export type MappingRules = z.infer<typeof MappingRules>;

export const AuthMethod = z.enum(['token', 'basic', 'none']);
export type AuthMethod = z.infer<typeof AuthMethod>;

/** Where a provider answers: http or https, without user, password, query or fragment, which could hold secrets. */
export const BaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(400)
  .regex(/^https?:\/\/[^/?#@\\]+(\/[^?#]*)?$/i, 'an address without user, password, ? or #; the token is typed apart');

/** What people type about a connection; the secret travels apart and never enters the workspace. */
export const ConnectionPlan = z.strictObject({
  kind: ConnectorKind,
  name: z.string().trim().min(1).max(80),
  baseUrl: BaseUrl,
  auth: AuthMethod,
  /** The e-mail address of basic authentication (Jira Cloud). */
  user: z.string().trim().max(200),
  /** Repositories `owner/name`, or project keys. */
  scopes: z.array(z.string().trim().min(1).max(200)).min(1).max(500),
  rules: MappingRules,
  /** Minutes between scheduled syncs; null for by hand only. */
  everyMinutes: z.int().min(5).max(10_080).nullable(),
});
export type ConnectionPlan = z.infer<typeof ConnectionPlan>;

/** A configured provider. */
export const Connection = ConnectionPlan.extend({ id: ConnectionId });
export type Connection = z.infer<typeof Connection>;

export const SyncState = z.enum(['running', 'succeeded', 'failed', 'cancelled', 'interrupted']);
export type SyncState = z.infer<typeof SyncState>;

/** A row that a connector could not read, kept so that it can be seen. */
export const DroppedRow = z.strictObject({ stream: z.string(), reason: z.string(), sample: z.string() });
export type DroppedRow = z.infer<typeof DroppedRow>;

/** One pass over a connection. */
export const SyncRun = z.strictObject({
  id: z.string(),
  connectionId: ConnectionId,
  trigger: z.enum(['hand', 'schedule', 'cli']),
  state: SyncState,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  pages: z.int(),
  /** Rows written per kind of fact. */
  rows: z.record(z.string(), z.int()),
  droppedCount: z.int(),
  /** The first few dropped rows. */
  dropped: z.array(DroppedRow),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  errorRemedy: z.string().nullable(),
});
export type SyncRun = z.infer<typeof SyncRun>;
