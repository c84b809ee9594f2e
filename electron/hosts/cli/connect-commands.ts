import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import { findConnection, readConnections } from './connections.ts';
import { ExitCode } from './exit-code.ts';
import { type SessionOptions, withWorkspace } from './session.ts';
import { plainText, tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface ConnectOptions extends SessionOptions {
  readonly json?: boolean;
}

function lastSuccess(health: ConnectionHealth): string {
  return health.lastSuccessAt === null ? 'never' : new Date(health.lastSuccessAt).toISOString();
}

function secretOf({ connection, hasSecret }: ConnectionHealth): string {
  if (connection.auth === 'none') return 'not needed';
  return hasSecret ? 'yes' : 'missing';
}

function factsOf(health: ConnectionHealth): number {
  return Object.values(health.rows).reduce((total, count) => total + count, 0);
}

/** `connect list`: each connection, how it is, and what its last sync left out. */
export async function listConnections(options: ConnectOptions, terminal: Terminal): Promise<ExitCode> {
  const listed = await withWorkspace(options, terminal, { mode: 'read' }, readConnections);
  if (options.json) {
    await terminal.out(`${JSON.stringify(listed, null, 2)}\n`);
    return ExitCode.ok;
  }
  if (listed.length === 0) {
    await terminal.out('There is no connection yet; `signalbox connect add --help` shows how to add one.\n');
    return ExitCode.ok;
  }
  const rows = listed.map((health) => [
    health.connection.name,
    health.simulated ? 'simulated' : health.connection.kind,
    health.state,
    secretOf(health),
    lastSuccess(health),
    factsOf(health),
    health.lastRun?.droppedCount ?? 0,
    health.connection.baseUrl,
  ]);
  await terminal.out(
    tableText(['name', 'kind', 'state', 'secret', 'last success', 'facts', 'dropped', 'address'], rows),
  );
  for (const { connection, lastRun } of listed) {
    if (!lastRun?.errorMessage) continue;
    const remedy = lastRun.errorRemedy ? ` ${lastRun.errorRemedy}` : '';
    await terminal.out(plainText(`${connection.name}: ${lastRun.errorMessage}${remedy}`).concat('\n'));
  }
  return ExitCode.ok;
}

export interface RemoveOptions extends SessionOptions {
  readonly forgetToken?: boolean;
}

/** `connect remove`: takes the connection out of the plan; its token leaves this machine only where that is asked for. */
export async function removeConnection(named: string, options: RemoveOptions, terminal: Terminal): Promise<ExitCode> {
  const { forgetToken = false } = options;
  const removed = await withWorkspace(options, terminal, { mode: 'write' }, async (opened) => {
    const { id, name } = await findConnection(opened, named);
    const { connections } = opened.core.client;
    await connections.remove({ id });
    if (forgetToken) await connections.forgetSecret({ id });
    return { name: plainText(name), keptIn: opened.secrets.keptIn };
  });
  const { name, keptIn } = removed;
  await terminal.out(
    forgetToken
      ? `Removed ${name} and its token. Undo brings the connection back, not the token.\n`
      : `Removed ${name}; its token is still kept in ${keptIn}, for copies of this workspace. --forget-token takes it too.\n`,
  );
  return ExitCode.ok;
}

/** `connect test`: asks the provider who we are and whether each scope can be read; fails if one cannot. */
export async function testConnection(named: string, options: ConnectOptions, terminal: Terminal): Promise<ExitCode> {
  const result = await withWorkspace(options, terminal, { mode: 'write' }, async (opened) => {
    const { id } = await findConnection(opened, named);
    return opened.core.client.connections.test({ id }, { signal: terminal.interrupted });
  });
  if (options.json) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  else {
    await terminal.out(plainText(`Signed in as ${result.account}.`).concat('\n'));
    const rows = result.scopes.map((each) => [each.scope, each.ok ? 'can be read' : 'FAILED', each.message]);
    await terminal.out(tableText(['scope', 'result', 'message'], rows));
  }
  const failed = result.scopes.filter((each) => !each.ok).map((each) => each.scope);
  if (failed.length === 0) return ExitCode.ok;
  const message = `${failed.length} of ${result.scopes.length} scopes cannot be read: ${failed.join(', ')}.`;
  await terminal.err(`PROVIDER_REFUSED: ${plainText(message)}\n`);
  return ExitCode.failed;
}
