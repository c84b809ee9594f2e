import type { Connection, DroppedRow, SyncRun } from '../../../shared/model/connection.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { addCounts, type Written } from './write-pages.ts';

/** So many dropped rows are kept as samples; all are counted. */
const MOST_SAMPLES = 20;

export interface RunTally {
  readonly add: (written: Written) => void;
  /** The run as it stands. */
  readonly running: () => SyncRun;
  /** The run as it ended. Of several failures the first is told and the others are counted. */
  readonly ended: (at: Instant, how: 'cancelled' | 'interrupted' | readonly Failure[]) => SyncRun;
  readonly rows: () => number;
}

/** Counts what a run did. */
export function createRunTally(
  start: Pick<SyncRun, 'id' | 'trigger' | 'startedAt'> & { connection: Connection },
): RunTally {
  const rows: Record<string, number> = {};
  const dropped: DroppedRow[] = [];
  let droppedCount = 0;
  let pages = 0;

  const running = (): SyncRun => ({
    id: start.id,
    connectionId: start.connection.id,
    trigger: start.trigger,
    state: 'running',
    startedAt: start.startedAt,
    finishedAt: null,
    pages,
    rows: { ...rows },
    droppedCount,
    dropped: [...dropped],
    errorCode: null,
    errorMessage: null,
    errorRemedy: null,
  });

  return {
    add: (written) => {
      pages += written.pages;
      addCounts(rows, written.rows);
      droppedCount += written.dropped.length;
      dropped.push(...written.dropped.slice(0, MOST_SAMPLES - dropped.length));
    },
    running,
    ended: (at, how) => {
      const ended = { ...running(), finishedAt: at };
      if (typeof how === 'string') return { ...ended, state: how };
      const [first, ...others] = how;
      if (first === undefined) return { ...ended, state: 'succeeded' };
      const more = others.length === 0 ? '' : ` ${others.length} more could not be read either.`;
      const { code: errorCode, remedy: errorRemedy } = first;
      return { ...ended, state: 'failed', errorCode, errorMessage: `${first.message}${more}`, errorRemedy };
    },
    rows: () => Object.values(rows).reduce((sum, count) => sum + count, 0),
  };
}
