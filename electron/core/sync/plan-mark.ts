import { createHash } from 'node:crypto';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { apiBaseOf } from '../connectors/_kit/check.ts';
import type { Connector } from '../connectors/_kit/connector.ts';
import { scopesOf } from '../connectors/_kit/scopes.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { listScopes } from '../db/repositories/raw-pages.ts';
import { readWatermarks, type WatermarkValue, writeWatermark } from '../db/repositories/sync-watermarks.ts';

/** The plan that the facts follow is remembered beside the watermarks, under a name that no scope has. */
const PLAN_MARK = { scope: '', stream: '#plan' } as const;

/** The address while the facts of a server are being removed: it is like no other. */
const NOWHERE = '';

function rulesHash({ rules }: Pick<Connection, 'rules'>): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}

function markOf(db: ReadDb, connectionId: ConnectionId): WatermarkValue | undefined {
  return readWatermarks(db, connectionId, PLAN_MARK.scope)[PLAN_MARK.stream];
}

/** Whose plan it is, and how it is read. */
export interface Planned {
  readonly connection: Connection;
  readonly connector: Pick<Connector, 'apiBase' | 'scopeOf'>;
}

/** The server that requests go to, in one spelling whatever was typed. */
function serverOf(connector: Planned['connector'], baseUrl: string): string {
  if (baseUrl === NOWHERE) return NOWHERE;
  return new URL(apiBaseOf(connector, { baseUrl })).href.replace(/\/+$/, '');
}

/** What changed in a connection's plan since the facts were read. */
export interface PlanChange {
  /** Another server: nothing of the old one can be gone on from, and its facts are not this one's. */
  readonly server: boolean;
  /** Other rules: kept pages mean something else now. */
  readonly rules: boolean;
  /** Scopes that were read and are in the plan no more. */
  readonly left: readonly string[];
}

function scopesLeft(db: ReadDb, { connection, connector }: Planned, mark: WatermarkValue): readonly string[] {
  // An older version did not note them.
  const known = typeof mark.scopes === 'string' ? (JSON.parse(mark.scopes) as readonly string[]) : null;
  const wanted = new Set(scopesOf(connector, connection));
  return (known ?? listScopes(db, connection.id)).filter((scope) => !wanted.has(scope));
}

export function planChange(db: ReadDb, planned: Planned): PlanChange {
  const { connection, connector } = planned;
  const mark = markOf(db, connection.id);
  if (mark === undefined) return { server: false, rules: false, left: [] };
  return {
    server: serverOf(connector, String(mark.baseUrl)) !== serverOf(connector, connection.baseUrl),
    rules: mark.rules !== rulesHash(connection),
    left: scopesLeft(db, planned, mark),
  };
}

/** Remembers the plan that the facts now follow. */
export function rememberPlan(db: WriteDb, { connection, connector }: Planned): void {
  const scopes = JSON.stringify(scopesOf(connector, connection));
  const value = { baseUrl: connection.baseUrl, rules: rulesHash(connection), scopes };
  writeWatermark(db, connection.id, { ...PLAN_MARK, value });
}

/** Remembers the rules that the facts were read by anew; what server they came from stays as it was. */
export function rememberRules(db: WriteDb, connection: Connection): void {
  const mark = markOf(db, connection.id);
  if (mark !== undefined)
    writeWatermark(db, connection.id, { ...PLAN_MARK, value: { ...mark, rules: rulesHash(connection) } });
}

/** Remembers that what is kept belongs to no server any more. */
export function forgetPlan(db: WriteDb, connectionId: ConnectionId): void {
  writeWatermark(db, connectionId, { ...PLAN_MARK, value: { baseUrl: NOWHERE, rules: '', scopes: '[]' } });
}

/** The base URL that the kept pages came from; null when they are being removed. */
export function keptServer(db: ReadDb, connection: Connection): string | null {
  const mark = markOf(db, connection.id);
  if (mark === undefined) return connection.baseUrl;
  return mark.baseUrl === NOWHERE ? null : String(mark.baseUrl);
}
