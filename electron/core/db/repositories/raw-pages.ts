import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { type PackedBody, unpackBody } from '../raw-body.ts';
import { inList, sql } from '../sql.ts';

/** A provider's answer with its request, as JSON texts: the store does not know what they mean. */
export interface RawPage {
  readonly stream: string;
  readonly scope: string;
  /** What the page answers; a newer answer takes an older one's place. */
  readonly requestKey: string;
  readonly request: string;
  readonly status: number;
  readonly headers: string;
  readonly fetchedAt: Instant;
}

export interface KeptPage extends RawPage {
  readonly id: number;
  readonly body: string;
}

interface Row {
  readonly id: number;
  readonly stream: string;
  readonly scope: string;
  readonly request_key: string;
  readonly request: string;
  readonly status: number;
  readonly headers: string;
  readonly codec: string;
  readonly body: Buffer;
  readonly fetched_at: number;
}

function keptPage(row: Row): KeptPage {
  const { id, stream, scope, request, status, headers } = row;
  const fetchedAt = instant(row.fetched_at);
  return { id, stream, scope, requestKey: row.request_key, request, status, headers, fetchedAt, body: unpackBody(row) };
}

/** Keeps a page and says its id. */
export function keepRawPage(db: WriteDb, connectionId: ConnectionId, page: RawPage & PackedBody): number {
  const row = db.get<{ id: number }>(sql`
    INSERT OR REPLACE INTO raw_page
      (connection_id, stream, scope, request_key, request, status, headers, codec, body, fetched_at)
    VALUES (${connectionId}, ${page.stream}, ${page.scope}, ${page.requestKey}, ${page.request}, ${page.status},
      ${page.headers}, ${page.codec}, ${page.body}, ${page.fetchedAt})
    RETURNING id`);
  if (row === undefined) throw new Error('the store did not say the id of a raw page');
  return row.id;
}

/** Notes that a kept page was found unchanged: its facts are as fresh as that. */
export function confirmRawPage(db: WriteDb, id: number, at: Instant): void {
  db.run(sql`UPDATE raw_page SET fetched_at = ${at} WHERE id = ${id}`);
}

export function readRawPage(db: ReadDb, id: number): KeptPage | undefined {
  const row = db.get<Row>(sql`SELECT * FROM raw_page WHERE id = ${id}`);
  return row && keptPage(row);
}

/** The kept pages of a connection, the newest answer first, but for those of some scopes. */
export function listRawPageIds(
  db: ReadDb,
  connectionId: ConnectionId,
  except: readonly string[] = [],
): readonly number[] {
  return db
    .all<{ id: number }>(sql`
      SELECT id FROM raw_page WHERE connection_id = ${connectionId} AND scope NOT IN ${inList(except)}
      ORDER BY fetched_at DESC, id DESC`)
    .map(({ id }) => id);
}

/** The scopes of which a connection keeps pages; it looks at each page. */
export function listScopes(db: ReadDb, connectionId: ConnectionId): readonly string[] {
  return db
    .all<{ scope: string }>(sql`
      SELECT DISTINCT scope FROM raw_page WHERE connection_id = ${connectionId} ORDER BY scope`)
    .map(({ scope }) => scope);
}

/** The kept pages of some scopes of a connection. */
export function listPagesOfScopes(
  db: ReadDb,
  connectionId: ConnectionId,
  scopes: readonly string[],
): readonly number[] {
  return db
    .all<{ id: number }>(sql`
      SELECT id FROM raw_page WHERE connection_id = ${connectionId} AND scope IN ${inList(scopes)}`)
    .map(({ id }) => id);
}

/** Forgets pages by their ids and says how many there were. */
export function removeRawPages(db: WriteDb, ids: readonly number[]): number {
  return db.run(sql`DELETE FROM raw_page WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}

/** Forgets up to `limit` of a connection's pages and says how many. */
export function removeSomeRawPages(db: WriteDb, connectionId: ConnectionId, limit: number): number {
  return db.run(sql`
    DELETE FROM raw_page WHERE id IN (SELECT id FROM raw_page WHERE connection_id = ${connectionId} LIMIT ${limit})`);
}

/** Forgets up to `limit` pages older than a moment and says how many; their facts stay. */
export function pruneRawPages(db: WriteDb, before: Instant, limit: number): number {
  return db.run(sql`
    DELETE FROM raw_page WHERE id IN (
      SELECT id FROM raw_page WHERE fetched_at < ${before} ORDER BY fetched_at LIMIT ${limit})`);
}

export interface Validator {
  readonly etag: string;
  readonly rawId: number;
}

/** The validator of a path whose page is still kept. */
export function findValidator(db: ReadDb, connectionId: ConnectionId, path: string): Validator | undefined {
  const row = db.get<{ etag: string; raw_id: number }>(sql`
    SELECT e.etag, e.raw_id FROM sync_etag AS e
    JOIN raw_page AS p ON p.id = e.raw_id AND p.connection_id = e.connection_id
      AND json_extract(p.request, '$.path') = e.path
    WHERE e.connection_id = ${connectionId} AND e.path = ${path}`);
  return row && { etag: row.etag, rawId: row.raw_id };
}

/** Forgets up to `limit` validators of a connection whose page is not kept any more, and says how many. */
export function pruneValidators(db: WriteDb, connectionId: ConnectionId, limit: number): number {
  return db.run(sql`
    DELETE FROM sync_etag WHERE connection_id = ${connectionId} AND path IN (
      SELECT path FROM sync_etag AS e WHERE e.connection_id = ${connectionId}
        AND NOT EXISTS (SELECT 1 FROM raw_page AS p WHERE p.id = e.raw_id AND p.connection_id = e.connection_id)
      LIMIT ${limit})`);
}

export function keepValidator(db: WriteDb, connectionId: ConnectionId, path: string, validator: Validator): void {
  db.run(sql`
    INSERT OR REPLACE INTO sync_etag (connection_id, path, etag, raw_id)
    VALUES (${connectionId}, ${path}, ${validator.etag}, ${validator.rawId})`);
}
