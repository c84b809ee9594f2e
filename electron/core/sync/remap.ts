import { Failure } from '../../../shared/model/failure.ts';
import type { PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import type { WriteDb } from '../db/database.ts';
import { factKindNames } from '../db/fact-tables.ts';
import { createFactWriter } from '../db/fact-writer.ts';
import { listFactsOfKeptPages, removeFacts } from '../db/repositories/mapped-facts.ts';
import { type KeptPage, listRawPageIds, readRawPage } from '../db/repositories/raw-pages.ts';
import { type CommitLimits, defaultCommit } from './commit-limits.ts';
import { type MapTarget, mapSafely } from './map-safely.ts';
import { createNewestFacts } from './newest-facts.ts';
import { stepAside } from './step-aside.ts';

/** So many pages are read, or facts removed, at once: nobody else waits long to write. */
const PAGES_AT_ONCE = 20;
const REMOVALS_AT_ONCE = 500;

export interface Remapped {
  readonly pages: number;
  readonly facts: number;
  readonly dropped: number;
}

export interface RemapOptions extends MapTarget {
  readonly signal?: AbortSignal | undefined;
  /** Scopes whose pages do not count any more. */
  readonly except?: readonly string[];
  readonly limits?: CommitLimits;
  /** Called between transactions. */
  readonly onProgress?: (pages: number, of: number) => void;
}

function mapKept(page: KeptPage, target: MapTarget) {
  // Kept by the page writer only.
  const request = JSON.parse(page.request) as PageRequest;
  const headers = JSON.parse(page.headers) as PageResponse['headers'];
  const response = { status: page.status, headers, body: page.body };
  return mapSafely(target, { request, response, fetchedAt: page.fetchedAt });
}

function assertGoesOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new Failure('CANCELLED', 'Rebuilding the facts was stopped.', {
    where: null,
    remedy: 'The next sync rebuilds them, or do it again.',
  });
}

/** Removes the facts that were read from kept pages once and are not any more. */
async function removeStale(db: WriteDb, options: RemapOptions, isWritten: (id: string) => boolean): Promise<void> {
  const { connection, signal } = options;
  for (const kind of factKindNames) {
    const stale = listFactsOfKeptPages(db, connection.id, kind).filter((id) => !isWritten(id));
    for (let at = 0; at < stale.length; at += REMOVALS_AT_ONCE) {
      assertGoesOn(signal);
      const ids = stale.slice(at, at + REMOVALS_AT_ONCE);
      db.transaction(() => removeFacts(db, connection.id, { kind, ids }));
      await stepAside();
    }
  }
}

/**
 * Rebuilds the facts of a connection from its kept pages, without a network: the newest answer that holds a
 * fact counts, and what a newer answer tells whole is no more where it does not name it. Facts whose page is no
 * longer kept stay as they are; those that only pages of `except` tell are removed. In short transactions; facts are complete at any time, and a kill or a stop
 * between two of them leaves some facts read in the old way: run it again. Throws CANCELLED when it is stopped.
 */
export async function remapConnection(db: WriteDb, options: RemapOptions): Promise<Remapped> {
  const { connection, onProgress, signal, except = [], limits = defaultCommit } = options;
  const writer = createFactWriter(db);
  const ids = listRawPageIds(db, connection.id, except);
  const newest = createNewestFacts();
  let dropped = 0;
  for (let at = 0; at < ids.length; at += PAGES_AT_ONCE) {
    const pages = ids.slice(at, at + PAGES_AT_ONCE).flatMap((id) => readRawPage(db, id) ?? []);
    const fresh = pages.map((page) => {
      const read = mapKept(page, options);
      dropped += read.dropped.length;
      return { origin: { fetchedAt: page.fetchedAt, rawId: page.id }, facts: newest.take(page.requestKey, read) };
    });
    while (fresh.length > 0) {
      assertGoesOn(signal);
      db.transaction(() => {
        const end = limits.clock() + limits.ms;
        do {
          const next = fresh.shift();
          if (next !== undefined) writer.write(next.facts, next.origin);
        } while (fresh.length > 0 && limits.clock() < end);
      });
      await stepAside();
    }
    onProgress?.(Math.min(at + PAGES_AT_ONCE, ids.length), ids.length);
  }
  await removeStale(db, options, newest.has);
  return { pages: ids.length, facts: newest.size(), dropped };
}
