import { createHash } from 'node:crypto';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
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

function withoutSlash(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '');
}

/** What changed in a connection's plan since the facts were read. */
export interface PlanChange {
  /** Another server: nothing of the old one can be gone on from, and its facts are not this one's. */
  readonly baseUrl: boolean;
  /** Other rules: kept pages mean something else now. */
  readonly rules: boolean;
}

export function planChange(db: ReadDb, connection: Connection): PlanChange {
  const mark = markOf(db, connection.id);
  if (mark === undefined) return { baseUrl: false, rules: false };
  return {
    baseUrl: withoutSlash(String(mark.baseUrl)) !== withoutSlash(connection.baseUrl),
    rules: mark.rules !== rulesHash(connection),
  };
}

/** Remembers the plan that the facts now follow. */
export function rememberPlan(db: WriteDb, connection: Connection): void {
  const value = { baseUrl: connection.baseUrl, rules: rulesHash(connection) };
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
  writeWatermark(db, connectionId, { ...PLAN_MARK, value: { baseUrl: NOWHERE, rules: '' } });
}

/** The base URL that the kept pages came from; null when they are being removed. */
export function keptServer(db: ReadDb, connection: Connection): string | null {
  const mark = markOf(db, connection.id);
  if (mark === undefined) return connection.baseUrl;
  return mark.baseUrl === NOWHERE ? null : String(mark.baseUrl);
}
