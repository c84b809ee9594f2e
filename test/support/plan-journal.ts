import type { PlanEntry } from '../../shared/domain/adherence/images.ts';
import { toInstant } from '../../shared/domain/calendar/zoned-time.ts';
import { PlanObservation } from '../../shared/model/baseline.ts';
import type { Change } from '../../shared/model/journal.ts';
import { Milestone, Release, type ReleaseState } from '../../shared/model/release.ts';
import { ScopeItem, type ScopeState } from '../../shared/model/scope-item.ts';
import { aLocal, anInstant, aZone, isoOf } from './times.ts';

type Image = NonNullable<Change['before']>;
type Row = readonly [kind: Change['kind'], id: string, after: Image | null];

/** A journal written by hand: each entry names the rows as they are after it, and what was before is remembered. */
export function planJournal() {
  const rows = new Map<string, Image>();
  const entries: PlanEntry[] = [];
  return {
    entries: entries as readonly PlanEntry[],
    /** Adds an entry at a moment (`2026-03-01T10:00Z`), and says its number. */
    add: (at: string, changed: readonly Row[], reverts: number | null = null): number => {
      const changes = changed.map(([kind, id, after]): Change => {
        const before = rows.get(id) ?? null;
        if (after === null) rows.delete(id);
        else rows.set(id, after);
        return { kind, id, before, after };
      });
      const seq = entries.length + 1;
      entries.push({ seq, at: anInstant(at), reverts, changes });
      return seq;
    },
    /** Takes an entry back, as undo does: each row as it was before it. */
    undo: (at: string, seq: number): number => {
      const undone = entries[seq - 1]?.changes ?? [];
      const changes = undone.map(({ kind, id, before, after }): Change => {
        if (before === null) rows.delete(id);
        else rows.set(id, before);
        return { kind, id, before: after, after: before };
      });
      entries.push({ seq: entries.length + 1, at: anInstant(at), reverts: seq, changes });
      return entries.length;
    },
  };
}

export interface ReleaseRow {
  readonly day: string;
  readonly state?: ReleaseState;
  readonly name?: string;
  readonly train?: string;
  readonly zone?: string;
  readonly time?: string;
}

/** A release's row: at 12:00 UTC, planned, of train `t`, unless it says otherwise. */
export function releaseRow(id: string, row: ReleaseRow): Row {
  const { day, state = 'planned', name = id, train = 't', zone = 'UTC', time = '12:00' } = row;
  const departsAt = toInstant(aLocal(`${day}T${time}`), aZone(zone));
  const rest = { occurrence: null, skippedStages: [], notes: '' };
  const release = Release.parse({
    id,
    trainId: train,
    name,
    day,
    departureTime: time,
    zone,
    departsAt,
    state,
    ...rest,
  });
  return ['release', id, release];
}

/** A scope cut-off of a release, as a point in UTC. */
export function cutOffRow(id: string, releaseId: string, at: string): Row {
  const startLocal = isoOf(anInstant(at)).slice(0, 16);
  const named = { stageKey: null, kind: 'scope-cut-off', name: 'Cut-off', zone: 'UTC', pinned: true };
  const milestone = Milestone.parse({
    id,
    releaseId,
    ...named,
    startLocal,
    endLocal: null,
    startAt: anInstant(at),
    endAt: null,
  });
  return ['milestone', id, milestone];
}

/** A scope item of a release. */
export function itemRow(id: string, releaseId: string, state: ScopeState, bumpedTo: string | null = null): Row {
  const rest = { workItemId: null, boardedBy: 'hand', boardedAt: 0, reason: `${state} by hand` };
  return ['scope-item', id, ScopeItem.parse({ id, releaseId, title: `Item ${id}`, state, bumpedTo, ...rest })];
}

/** A row that is removed. */
export function removed(kind: Change['kind'], id: string): Row {
  return [kind, id, null];
}

/** An observation of a release's day: `observedOn`, and the day it was planned for or departed on. */
export function observation(
  id: string,
  releaseName: string,
  [observedOn, day, actual = false]: readonly [observedOn: string, day: string, actual?: boolean],
  trainId = 't',
): PlanObservation {
  return PlanObservation.parse({ id, trainId, releaseName, day, observedOn, actual, source: 'a list' });
}
