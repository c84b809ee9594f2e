import type { PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import type { WriteDb } from '../db/database.ts';
import { factKindNames } from '../db/fact-tables.ts';
import { createFactWriter } from '../db/fact-writer.ts';
import { listFactsOfKeptPages, removeFacts } from '../db/repositories/mapped-facts.ts';
import { type KeptPage, listRawPageIds, readRawPage } from '../db/repositories/raw-pages.ts';
import { type MapTarget, mapSafely } from './map-safely.ts';

/** So many pages, or facts to remove, in one transaction: nobody else waits long to write. */
const PAGES_AT_ONCE = 20;
const REMOVALS_AT_ONCE = 5_000;

export interface Remapped {
  readonly pages: number;
  readonly facts: number;
  readonly dropped: number;
}

export interface RemapOptions extends MapTarget {
  /** Called between transactions. */
  readonly onProgress?: (pages: number, of: number) => void;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function mapKept(page: KeptPage, target: MapTarget) {
  // Kept by the page writer only.
  const request = JSON.parse(page.request) as PageRequest;
  const headers = JSON.parse(page.headers) as PageResponse['headers'];
  const response = { status: page.status, headers, body: page.body };
  return mapSafely(target, { request, response, fetchedAt: page.fetchedAt });
}

/** Removes the facts that were read from kept pages once and are not any more. */
async function removeStale(
  db: WriteDb,
  connection: MapTarget['connection'],
  written: ReadonlySet<string>,
): Promise<void> {
  for (const kind of factKindNames) {
    const stale = listFactsOfKeptPages(db, connection.id, kind).filter((id) => !written.has(id));
    for (let at = 0; at < stale.length; at += REMOVALS_AT_ONCE) {
      const some = stale.slice(at, at + REMOVALS_AT_ONCE);
      db.transaction(() => removeFacts(db, connection.id, { kind, ids: some }));
      await breathe();
    }
  }
}

/**
 * Rebuilds the facts of a connection from its kept pages, without a network: the newest answer that holds a
 * fact counts. Facts whose page is no longer kept stay as they are. In short transactions; facts are
 * complete at any time, and a kill between two of them leaves some facts read in the old way: run it again.
 */
export async function remapConnection(db: WriteDb, options: RemapOptions): Promise<Remapped> {
  const { connection, onProgress } = options;
  const writer = createFactWriter(db);
  const ids = listRawPageIds(db, connection.id);
  const written = new Set<string>();
  let dropped = 0;
  for (let at = 0; at < ids.length; at += PAGES_AT_ONCE) {
    const pages = ids.slice(at, at + PAGES_AT_ONCE).flatMap((id) => readRawPage(db, id) ?? []);
    const mapped = pages.map((page) => ({ page, read: mapKept(page, options) }));
    db.transaction(() => {
      for (const { page, read } of mapped) {
        const fresh = read.facts.filter((fact) => !written.has(fact.id));
        writer.write(fresh, { fetchedAt: page.fetchedAt, rawId: page.id });
        for (const { id } of fresh) written.add(id);
        dropped += read.dropped.length;
      }
    });
    onProgress?.(Math.min(at + PAGES_AT_ONCE, ids.length), ids.length);
    await breathe();
  }
  await removeStale(db, connection, written);
  return { pages: ids.length, facts: written.size, dropped };
}
