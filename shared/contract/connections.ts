import * as z from 'zod';
import { Connection, ConnectionPlan, ConnectorKind, MappingRules, SyncRun } from '../model/connection.ts';
import { ConnectionId } from '../model/ids.ts';
import { Instant } from '../model/time.ts';
import { Nothing } from './page.ts';
import { action, command, query } from './procedure.ts';

export const ConnectionHealth = z.strictObject({
  connection: Connection,
  /** `never` synced, `running`, `ok`, `failing` (the last run failed), `waiting` (offline or rate limited). */
  state: z.enum(['never', 'running', 'ok', 'failing', 'waiting']),
  hasSecret: z.boolean(),
  lastSuccessAt: Instant.nullable(),
  nextRunAt: Instant.nullable(),
  /** Facts held per kind. */
  rows: z.record(z.string(), z.int()),
  lastRun: SyncRun.nullable(),
  simulated: z.boolean(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

export const ConnectorDescription = z.strictObject({
  kind: ConnectorKind,
  title: z.string(),
  /** An example of a base URL. */
  baseUrl: z.string(),
  auth: z.array(z.enum(['token', 'basic', 'none'])),
  scopeLabel: z.string(),
  scopeExample: z.string(),
  /** Where to make a token and which rights it needs. */
  tokenHelp: z.string(),
  defaultRules: MappingRules,
});
export type ConnectorDescription = z.infer<typeof ConnectorDescription>;

const secret = z.string().min(1).max(4_000);

export const connectionsContract = {
  kinds: query('Lists the providers that can be connected.', [], Nothing, z.array(ConnectorDescription)),
  list: query(
    'Lists the connections with their health.',
    ['connection', 'sync-run'],
    Nothing,
    z.array(ConnectionHealth),
  ),
  add: command('Adds a connection; its secret is saved apart.', ConnectionPlan, z.strictObject({ id: ConnectionId })),
  update: command(
    'Changes a connection; changed mapping rules are applied to the kept payloads, without a network.',
    z.strictObject({
      id: ConnectionId,
      plan: ConnectionPlan,
      /** The plan that the change was made from: what others changed since is kept, or refused where both changed it. */
      base: ConnectionPlan.optional(),
    }),
    Nothing,
  ),
  remove: command(
    'Removes a connection; its facts go with it at the next clean-up, and undo keeps them until then. Its secret stays.',
    z.strictObject({ id: ConnectionId }),
    Nothing,
  ),
  saveSecret: action(
    "Keeps a connection's secret outside the workspace.",
    z.strictObject({ id: ConnectionId, secret }),
    z.strictObject({ keptIn: z.string() }),
  ),
  forgetSecret: action(
    'Forgets the kept secret of a connection, removed or not; every copy of the workspace here then has none.',
    z.strictObject({ id: ConnectionId }),
    Nothing,
  ),
  test: action(
    'Asks the provider who we are and whether each scope can be read.',
    z.strictObject({ id: ConnectionId }),
    z.strictObject({
      account: z.string(),
      scopes: z.array(z.strictObject({ scope: z.string(), ok: z.boolean(), message: z.string() })),
      clockSkewMs: z.int(),
    }),
  ),
  testPlan: action(
    'Tests a connection before it is added.',
    z.strictObject({ plan: ConnectionPlan, secret: secret.nullable() }),
    z.strictObject({
      account: z.string(),
      scopes: z.array(z.strictObject({ scope: z.string(), ok: z.boolean(), message: z.string() })),
      clockSkewMs: z.int(),
    }),
  ),
};
