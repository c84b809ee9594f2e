import type { DroppedRow } from '../../../shared/model/connection.ts';
import type { FactKind } from '../../../shared/model/facts.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { MappedPage, PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import type { WriteDb } from '../db/database.ts';
import { createFactWriter } from '../db/fact-writer.ts';
import { type PackedBody, packBody } from '../db/raw-body.ts';
import { confirmRawPage, keepRawPage, keepValidator } from '../db/repositories/raw-pages.ts';
import { dequeueRequest, enqueueRequest } from '../db/repositories/sync-queue.ts';
import { type WatermarkValue, writePendingWatermark } from '../db/repositories/sync-watermarks.ts';
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
}

export interface Written {
  /** Facts per kind. */
  readonly rows: Readonly<Partial<Record<FactKind, number>>>;
  readonly dropped: readonly DroppedRow[];
}

export interface PageTarget extends MapTarget {
  readonly runId: string;
}

interface ReadyPage {
  readonly page: AnsweredPage;
  readonly mapped: MappedPage;
  readonly packed: PackedBody | null;
}

/**
 * Makes the writer of a run's pages. Each call reads the facts of its pages, then writes raw pages, facts,
 * what is left to ask and how far each stream got in ONE transaction, so that a kill at any moment loses
 * nothing and repeats nothing. `alsoWrite` runs inside the same transaction.
 */
export function createPageWriter(db: WriteDb, target: PageTarget) {
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

  function writeOne(readyPage: ReadyPage): Partial<Record<FactKind, number>> {
    const { page, mapped } = readyPage;
    const { request, fetchedAt } = page;
    const rawId = keepRaw(readyPage);
    const counts = factWriter.write(mapped.facts, { fetchedAt, rawId });
    dequeueRequest(db, connection.id, request.key);
    for (const { position, request: next } of page.next) {
      enqueueRequest(db, connection.id, { key: next.key, position, request: JSON.stringify(next), runId });
    }
    if (page.watermark !== null) {
      const { scope, stream } = request;
      writePendingWatermark(db, connection.id, { scope, stream, runId, value: page.watermark });
    }
    return counts;
  }

  return (pages: readonly AnsweredPage[], alsoWrite: (written: Written) => void = () => {}): Written => {
    const readyPages = pages.map(ready);
    const dropped = readyPages.flatMap(({ page, mapped }) =>
      mapped.dropped.map((row) => ({ stream: page.request.stream, ...row })),
    );
    return db.transaction(() => {
      const rows: Partial<Record<FactKind, number>> = {};
      for (const readyPage of readyPages) addCounts(rows, writeOne(readyPage));
      const written = { rows, dropped };
      alsoWrite(written);
      return written;
    });
  };
}

/** Adds counts per kind to others. */
export function addCounts(to: Record<string, number>, counts: Readonly<Record<string, number | undefined>>): void {
  for (const [kind, count] of Object.entries(counts)) to[kind] = (to[kind] ?? 0) + (count ?? 0);
}

/** Writes pages in one transaction: the whole path from answers to facts, without a network. */
export function writePages(db: WriteDb, target: PageTarget, pages: readonly AnsweredPage[]): Written {
  return createPageWriter(db, target)(pages);
}
