import type { DroppedRow } from '../../../shared/model/connection.ts';
import type { FactKind } from '../../../shared/model/facts.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { MappedPage, PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import { isRefusal } from '../connectors/_kit/failures.ts';
import type { WriteDb } from '../db/database.ts';
import { createFactWriter } from '../db/fact-writer.ts';
import { type PackedBody, packBody } from '../db/raw-body.ts';
import { confirmRawPage, keepRawPage, keepValidator } from '../db/repositories/raw-pages.ts';
import { removeReplaced } from '../db/repositories/replaced-facts.ts';
import { dequeueRequest, enqueueRequest } from '../db/repositories/sync-queue.ts';
import { type WatermarkValue, writePendingWatermark } from '../db/repositories/sync-watermarks.ts';
import { noteAgain } from './ask-again.ts';
import { type CommitLimits, defaultCommit } from './commit-limits.ts';
import { type MapTarget, mapSafely } from './map-safely.ts';

export interface QueuedRequest {
  readonly position: number;
  readonly request: PageRequest;
}

/** An answer and what follows from it, ready to be written. */
export interface AnsweredPage {
  readonly request: PageRequest;
  readonly response: PageResponse;
  readonly fetchedAt: Instant;
  /** The page that is kept already, when the provider said that it has not changed. */
  readonly rawId: number | null;
  readonly next: readonly QueuedRequest[];
  readonly watermark: WatermarkValue | null;
  /** What the connector says of asking again. */
  readonly again?: number | null | undefined;
}

type Counts = Partial<Record<FactKind, number>>;

/** What one transaction wrote. */
export interface Written {
  readonly pages: number;
  /** Facts per kind. */
  readonly rows: Readonly<Counts>;
  /** Facts per kind that the provider does not name any more. */
  readonly removed: Readonly<Counts>;
  readonly dropped: readonly DroppedRow[];
}

/** Runs inside each transaction; hears what it wrote and whether it is the last. */
export type AlsoWrite = (written: Written, isLast: boolean) => void;

export interface PageTarget extends MapTarget {
  readonly runId: string;
}

interface ReadyPage {
  readonly page: AnsweredPage;
  readonly mapped: MappedPage;
  readonly packed: PackedBody | null;
}

/**
 * Makes the writer of a run's pages. Each step of what it answers with reads the facts of a few pages, then writes raw
 * pages, facts, what is left to ask and how far each stream got in ONE transaction, so that a kill at any moment
 * loses nothing and repeats nothing. The transactions are short, and others find the store free in between.
 */
export function createPageWriter(db: WriteDb, target: PageTarget, limits: CommitLimits = defaultCommit) {
  const { connection, runId } = target;
  const factWriter = createFactWriter(db);

  function ready(page: AnsweredPage): ReadyPage {
    return { page, mapped: mapSafely(target, page), packed: page.rawId === null ? packBody(page.response.body) : null };
  }

  function keepRaw({ page, packed }: ReadyPage): number | null {
    const { request, response, fetchedAt } = page;
    if (packed === null) {
      if (page.rawId !== null) confirmRawPage(db, page.rawId, fetchedAt);
      return page.rawId;
    }
    // A refusal tells nothing of what was asked: the page that was read when it was allowed stays.
    if (isRefusal(response)) return null;
    const { stream, scope, key: requestKey } = request;
    const texts = { request: JSON.stringify(request), headers: JSON.stringify(response.headers) };
    const raw = { stream, scope, requestKey, ...texts, status: response.status, fetchedAt };
    const rawId = keepRawPage(db, connection.id, { ...raw, ...packed });
    const { etag } = response.headers;
    if (etag && response.status === 200 && request.method !== 'POST') {
      keepValidator(db, connection.id, request.path, { etag, rawId });
    }
    return rawId;
  }

  function writeOne(readyPage: ReadyPage, rows: Counts, removed: Counts): void {
    const { page, mapped } = readyPage;
    const { request, fetchedAt } = page;
    const rawId = keepRaw(readyPage);
    addCounts(rows, factWriter.write(mapped.facts, { fetchedAt, rawId }));
    for (const replaced of mapped.replaces ?? []) {
      const gone = removeReplaced(db, connection.id, replaced);
      if (gone > 0) addCounts(removed, { [replaced.kind]: gone });
    }
    dequeueRequest(db, connection.id, request.key);
    for (const { position, request: next } of page.next) {
      enqueueRequest(db, connection.id, { key: next.key, position, request: JSON.stringify(next), runId });
    }
    if (page.again !== undefined) noteAgain(db, connection.id, request, page.again);
    if (page.watermark !== null) {
      const { scope, stream } = request;
      writePendingWatermark(db, connection.id, { scope, stream, runId, value: page.watermark });
    }
  }

  /** Writes pages from the front until the time is over: one at least, where there is one. */
  function writeSome(waiting: readonly ReadyPage[]): Written {
    const rows: Counts = {};
    const removed: Counts = {};
    const dropped: DroppedRow[] = [];
    const end = limits.clock() + limits.ms;
    let pages = 0;
    for (const readyPage of waiting) {
      writeOne(readyPage, rows, removed);
      dropped.push(...droppedOf(readyPage));
      pages += 1;
      if (limits.clock() >= end) break;
    }
    return { pages, rows, removed, dropped };
  }

  return function* write(pages: readonly AnsweredPage[], alsoWrite: AlsoWrite = () => {}): Generator<Written, void> {
    const waiting: ReadyPage[] = [];
    let read = 0;
    do {
      for (let facts = factsIn(waiting); facts < limits.facts && read < pages.length; read += 1) {
        // The loop's condition says that there is a page.
        const next = ready(pages[read] as AnsweredPage);
        waiting.push(next);
        facts += next.mapped.facts.length;
      }
      const written = db.transaction(() => {
        const some = writeSome(waiting);
        alsoWrite(some, read === pages.length && some.pages === waiting.length);
        return some;
      });
      waiting.splice(0, written.pages);
      yield written;
    } while (read < pages.length || waiting.length > 0);
  };
}

function factsIn(waiting: readonly ReadyPage[]): number {
  return waiting.reduce((sum, { mapped }) => sum + mapped.facts.length, 0);
}

function droppedOf({ page, mapped }: ReadyPage): readonly DroppedRow[] {
  return mapped.dropped.map((row) => ({ stream: page.request.stream, ...row }));
}

/** Adds counts per kind to others. */
export function addCounts(to: Record<string, number>, counts: Readonly<Record<string, number | undefined>>): void {
  for (const [kind, count] of Object.entries(counts)) to[kind] = (to[kind] ?? 0) + (count ?? 0);
}
