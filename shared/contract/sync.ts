import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { SyncRun } from '../model/connection.ts';
import { ConnectionId } from '../model/ids.ts';
import { Instant } from '../model/time.ts';
import { Nothing } from './page.ts';
import { action, query, subscription } from './procedure.ts';

/** How far a running sync is. */
export const SyncProgress = z.strictObject({
  connectionId: ConnectionId,
  runId: z.string(),
  state: z.enum(['running', 'waiting', 'finished']),
  /** What is being read, such as `acme/shop pull requests`. */
  reading: z.string(),
  pages: z.int(),
  rows: z.int(),
  /** Requests that are known to be left. */
  pending: z.int(),
  /** Until when the provider asked us to wait. */
  waitingUntil: Instant.nullable(),
});
export type SyncProgress = z.infer<typeof SyncProgress>;

/** Whether every row is read again, such as for a token that may see more than the one before. */
const fromScratch = z.boolean().default(false);

export const syncContract = {
  start: action(
    'Starts a sync of one connection and answers at once; from scratch, it reads every row again.',
    z.strictObject({ connectionId: ConnectionId, fromScratch }),
    z.strictObject({ runId: z.string() }),
  ),
  run: action(
    'Syncs one connection and answers when it has ended; from scratch, it reads every row again.',
    z.strictObject({ connectionId: ConnectionId, trigger: z.enum(['hand', 'cli']).default('hand'), fromScratch }),
    SyncRun,
  ),
  cancel: action(
    'Stops a running sync after its current page, or the rebuilding of facts.',
    z.strictObject({ connectionId: ConnectionId }),
    Nothing,
  ),
  setOnline: action(
    'Tells the scheduler whether there is a network, for as long as this line is open; offline, schedules pause.',
    z.strictObject({ online: z.boolean() }),
    Nothing,
  ),
  runs: query(
    'Lists the latest sync runs of a connection.',
    ['sync-run'],
    z.strictObject({ connectionId: ConnectionId, limit: z.int().min(1).max(200).default(20) }),
    z.array(SyncRun),
  ),
  progress: subscription('Follows the running syncs.', Nothing, eventIterator(SyncProgress)),
  remap: action(
    'Rebuilds the facts of a connection from the kept payloads, without a network.',
    z.strictObject({ connectionId: ConnectionId }),
    z.strictObject({ pages: z.int(), facts: z.int(), dropped: z.int() }),
  ),
};
