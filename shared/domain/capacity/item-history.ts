import type { StatusCategory } from '../../model/connection.ts';
import type { Instant } from '../../model/time.ts';

/** One change of an item's status, as a fact says it. */
export interface StatusChange {
  readonly at: Instant;
  readonly fromCategory: StatusCategory | null;
  readonly toCategory: StatusCategory;
}

/** A work item and what happened to it; changes in any order. */
export interface ItemHistory {
  /** The class of work that it belongs to. */
  readonly itemClass: string;
  readonly createdAt: Instant;
  /** When it boarded its release; null where it boarded none. */
  readonly boardedAt: Instant | null;
  readonly doneAt: Instant | null;
  /** Whether it ended without being done. */
  readonly undone: boolean;
  readonly changes: readonly StatusChange[];
}

/** A stretch of time in one stage. */
export interface Visit {
  readonly stage: StatusCategory;
  readonly from: Instant;
  readonly to: Instant;
}

/** An item's way from creation to done. */
export interface ItemWay {
  /** `open`: not done; `undone`: ended without being done; `impossible`: done before it was created. */
  readonly state: 'finished' | 'open' | 'undone' | 'impossible';
  /** Stretches side by side from creation to the end; none of an item that is not finished. */
  readonly visits: readonly Visit[];
  /** When it was first active or waiting; null where it never was. */
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly reopened: boolean;
  /** Changes before creation or after the end. */
  readonly passedOver: number;
}

/** When the item was done: as the fact says, or else at its last change where that made it done; null for not yet. */
function endOf(item: ItemHistory, changes: readonly StatusChange[]): Instant | null {
  if (item.doneAt !== null) return item.doneAt;
  const last = changes.at(-1);
  return last?.toCategory === 'done' ? last.at : null;
}

/**
 * Follows an item through its stages. Changes are put in order of time; those before creation or after the end cannot be
 * true and are passed over. Before its first change it was where that change says it came from, or new. What is done, opened
 * again and done again ends with the last time; the time between counts as spent in `done`.
 * Source: FORMULAS 4.6 (flow time begins with the first time waiting or active; new lies before commitment).
 */
export function followItem(item: ItemHistory): ItemWay {
  const { createdAt } = item;
  const changes = item.changes.toSorted((left, right) => left.at - right.at);
  const endedAt = endOf(item, changes);
  const nothing = { visits: [], startedAt: null, reopened: false, passedOver: 0 };
  if (endedAt === null) return { ...nothing, state: 'open', endedAt };
  if (item.undone) return { ...nothing, state: 'undone', endedAt };
  if (endedAt < createdAt) return { ...nothing, state: 'impossible', endedAt };
  const possible = changes.filter(({ at }) => at >= createdAt && at <= endedAt);
  const visits: Visit[] = [];
  let stage = possible[0]?.fromCategory ?? 'new';
  let from = createdAt;
  let reopened = false;
  for (const { at, toCategory } of possible) {
    if (toCategory === stage) continue;
    visits.push({ stage, from, to: at });
    reopened ||= stage === 'done';
    [stage, from] = [toCategory, at];
  }
  visits.push({ stage, from, to: endedAt });
  const started = visits.find((visit) => visit.stage === 'active' || visit.stage === 'waiting');
  return {
    state: 'finished',
    visits,
    startedAt: started?.from ?? null,
    endedAt,
    reopened,
    passedOver: changes.length - possible.length,
  };
}
