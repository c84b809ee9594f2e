import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { Connection, ConnectionPlan, SyncRun } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { checkConnection } from '../connectors/_kit/check.ts';
import { doubledScope } from '../connectors/_kit/scopes.ts';
import { connectorOf, connectors } from '../connectors/registry.ts';
import type { CoreContext } from '../core-context.ts';
import { readFactCounts } from '../db/fact-counts.ts';
import { allConnections, connectionNamed, connectionOf } from '../db/repositories/connections.ts';
import { lastEndState, lastSuccessAt, readSyncRuns } from '../db/repositories/sync-runs.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { hasSecret, originOf, readSecret } from '../read-secret.ts';
import { mergedOver } from './changed-meanwhile.ts';

/**
 * How a connection is: what its last run that came to an end says; one that was stopped says nothing. It waits while its
 * run does, or while it is due and there is no network.
 */
function stateOf(lastEnd: SyncRun['state'] | null, running: boolean, waiting: boolean): ConnectionHealth['state'] {
  if (waiting) return 'waiting';
  if (running) return 'running';
  if (lastEnd === null) return 'never';
  return lastEnd === 'failed' ? 'failing' : 'ok';
}

/** What is known of a connection's last run, which the store may have refused to be told. */
function lastOf({ db, sync }: CoreContext, id: ConnectionId) {
  const ended = sync.lastEnded(id);
  const [written] = readSyncRuns(db, id, 1);
  const isNewer = ended !== null && (written === undefined || written.startedAt <= ended.startedAt);
  const end = ended?.state === 'succeeded' || ended?.state === 'failed' ? ended.state : lastEndState(db, id);
  return { run: isNewer ? ended : (written ?? null), end };
}

async function healthOf(
  core: CoreContext,
  connection: Connection,
  rows: Record<string, number>,
): Promise<ConnectionHealth> {
  const { id } = connection;
  const progress = core.sync.running().get(id);
  const last = lastOf(core, id);
  const waiting = progress?.state === 'waiting' || core.sync.isWaiting(id);
  return {
    connection,
    state: stateOf(last.end, progress !== undefined, waiting),
    hasSecret: await hasSecret(core.host.secrets, connection),
    lastSuccessAt: lastSuccessAt(core.db, id),
    nextRunAt: core.sync.nextRunAt(id),
    rows,
    lastRun: last.run,
    simulated: connection.kind === 'simulated',
  };
}

/** The health of every connection, by name. */
export function healthOfAll(core: CoreContext): Promise<ConnectionHealth[]> {
  const counts = readFactCounts(core.db);
  return Promise.all(
    allConnections(core.db).map((connection) => healthOf(core, connection, { ...counts.get(connection.id) })),
  );
}

function assertNameIsFree(plan: ConnectionPlan, except: ConnectionId | null, { tx }: CommandTools): void {
  const same = connectionNamed(tx.db, plan.name);
  if (same === undefined || same.id === except) return;
  throw new Failure('CONFLICT', `There is a connection called “${plan.name}” already.`, {
    where: 'name',
    remedy: 'Give it another name.',
  });
}

/** The same repository or project twice would stay when one of them is taken out. */
function assertScopesDiffer(plan: ConnectionPlan): void {
  const doubled = doubledScope(connectorOf(plan.kind), plan);
  if (doubled === null) return;
  const { first, again } = doubled;
  const same = first === again ? `“${again}” is named twice.` : `“${again}” is the same as “${first}”.`;
  throw new Failure('BAD_INPUT', same, { where: 'scopes', remedy: 'Name it once.' });
}

/** Refuses what cannot be a repository or project; what was there before stays as it was typed. */
function assertScopesAreSome(plan: ConnectionPlan, known: readonly string[]): void {
  const { scopeFault, scopeExample } = connectorOf(plan.kind);
  for (const scope of plan.scopes.filter((one) => !known.includes(one))) {
    const fault = scopeFault?.(scope) ?? null;
    if (fault === null) continue;
    throw new Failure('BAD_INPUT', `“${scope}” is ${fault}.`, {
      where: 'scopes',
      remedy: `Write it like ${scopeExample}.`,
    });
  }
}

function addConnection(plan: ConnectionPlan, tools: CommandTools): Decision<{ id: ConnectionId }> {
  assertScopesDiffer(plan);
  assertScopesAreSome(plan, []);
  assertNameIsFree(plan, null, tools);
  // Ids made by newId are ids.
  const id = tools.newId('connection') as ConnectionId;
  tools.tx.put('connection', { ...plan, id });
  return { output: { id }, summary: `Added connection “${plan.name}”` };
}

function updateConnection(
  {
    id,
    plan,
    base,
  }: { readonly id: ConnectionId; readonly plan: ConnectionPlan; readonly base?: ConnectionPlan | undefined },
  tools: CommandTools,
): Decision<Record<string, never>> {
  const before = connectionOf(tools.tx.db, id);
  if (before.kind !== plan.kind) {
    throw new Failure('BAD_INPUT', 'A connection stays with its provider.', {
      where: 'kind',
      remedy: 'Add a new connection for the other provider.',
    });
  }
  const after = mergedOver<Connection>(before, { wanted: plan, base }, `connection “${before.name}”`);
  assertScopesDiffer(after);
  assertScopesAreSome(after, before.scopes);
  assertNameIsFree(after, id, tools);
  tools.tx.put('connection', after);
  return { output: {}, summary: `Changed connection “${after.name}”` };
}

/** Asks the provider with a secret that is not kept yet, or with the kept one. */
function check(core: CoreContext, plan: ConnectionPlan, secret: string | null, signal: AbortSignal | undefined) {
  return checkConnection({ connector: connectorOf(plan.kind), plan, secret, env: core.env, log: core.log, signal });
}

/** Connections: what is synced, how it is doing, and whether it would work. */
export function connectionsService(os: Os, core: CoreContext) {
  return {
    kinds: os.connections.kinds.handler(() =>
      connectors.map((one) => ({
        kind: one.kind,
        title: one.title,
        baseUrl: one.exampleBaseUrl,
        auth: [...one.auth],
        scopeLabel: one.scopeLabel,
        scopeExample: one.scopeExample,
        tokenHelp: one.tokenHelp,
        defaultRules: one.defaultRules,
      })),
    ),
    list: os.connections.list.handler(() => healthOfAll(core)),
    add: os.connections.add.handler(decide(core, addConnection)),
    update: os.connections.update.handler(decide(core, updateConnection)),
    remove: os.connections.remove.handler(
      decide(core, ({ id }: { readonly id: ConnectionId }, { tx }) => {
        const { name } = connectionOf(tx.db, id);
        tx.remove('connection', id);
        return { output: {}, summary: `Removed connection “${name}”` };
      }),
    ),
    saveSecret: os.connections.saveSecret.handler(async ({ input }) => {
      const connection = connectionOf(core.db, input.id);
      await core.host.secrets.set(input.id, originOf(connection), input.secret);
      core.changes.publish(['connection']);
      return { keptIn: core.host.secrets.keptIn };
    }),
    forgetSecret: os.connections.forgetSecret.handler(async ({ input }) => {
      await core.host.secrets.remove(input.id);
      core.changes.publish(['connection']);
      return {};
    }),
    test: os.connections.test.handler(async ({ input, signal }) => {
      const connection = connectionOf(core.db, input.id);
      return check(core, connection, await readSecret(core.host.secrets, connection), signal);
    }),
    testPlan: os.connections.testPlan.handler(({ input, signal }) => check(core, input.plan, input.secret, signal)),
  };
}
