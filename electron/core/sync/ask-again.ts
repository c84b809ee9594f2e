import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { PageRequest } from '../connectors/_kit/connector.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import {
  readWatermarks,
  removeWatermark,
  type WatermarkValue,
  writeWatermark,
} from '../db/repositories/sync-watermarks.ts';

/** Requests to ask again are remembered beside the watermarks of their scope, under names that no stream has. */
const AGAIN = '#again ';
/** So many of a scope are asked again in one sync, the latest moments first: some things never come to an end. */
const MOST = 200;

/** Remembers that a request's answer was not the last word, with the moment that it is about; null forgets it. */
export function noteAgain(db: WriteDb, connectionId: ConnectionId, request: PageRequest, about: number | null): void {
  const { scope } = request;
  const stream = AGAIN + request.key;
  if (about === null) return removeWatermark(db, connectionId, { scope, stream });
  writeWatermark(db, connectionId, { scope, stream, value: { about, request: JSON.stringify(request) } });
}

/** Where a scope's streams start, and which requests of earlier syncs are asked again. */
export interface Marks {
  readonly watermarks: Readonly<Record<string, WatermarkValue>>;
  readonly again: readonly PageRequest[];
}

export function readMarks(db: ReadDb, connectionId: ConnectionId, scope: string): Marks {
  const all = Object.entries(readWatermarks(db, connectionId, scope));
  const again = all
    .filter(([stream]) => stream.startsWith(AGAIN))
    .sort(([, a], [, b]) => Number(b.about) - Number(a.about))
    // Written by this module only.
    .map(([, { request }]) => JSON.parse(String(request)) as PageRequest);
  return {
    watermarks: Object.fromEntries(all.filter(([stream]) => !stream.startsWith(AGAIN))),
    again: again.slice(0, MOST),
  };
}
