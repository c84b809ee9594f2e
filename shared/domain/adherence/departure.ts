import type { PlanSource, PlanTrack, PlanVersion } from '../../model/adherence.ts';
import type { Day, Instant } from '../../model/time.ts';
import { isAhead } from '../calendar/release-ahead.ts';

/** A release's departure: its day, its moment where known, and the entry that recorded it where one did. */
export interface Departure {
  readonly day: Day;
  readonly source: PlanSource;
  /** Other days that other sources give for it. */
  readonly alsoSaid: readonly Day[];
  readonly departsAt: Instant | null;
  readonly seq: number | null;
}

/** Where a release stands after everything that was said of it. */
export type Standing = 'departed' | 'cancelled' | 'removed' | 'open';

function isEntry({ source }: PlanVersion): boolean {
  return source.by === 'entry';
}

function isObservedDeparture(version: PlanVersion): boolean {
  return version.state === 'departed' && !isEntry(version);
}

/**
 * Where a release stands: what the journal said last. Where the journal leaves it open or does not know it, an
 * observation that it happened settles that it departed.
 */
export function standingOf({ versions }: Pick<PlanTrack, 'versions'>): Standing {
  const last = versions.findLast(isEntry);
  if (last !== undefined && !isAhead(last)) return last.state === 'departed' ? 'departed' : closed(last.state);
  return versions.some(isObservedDeparture) ? 'departed' : 'open';
}

function closed(state: PlanVersion['state']): Standing {
  return state === 'cancelled' ? 'cancelled' : 'removed';
}

/**
 * The departure of a release that departed, else null. Its day is that of the release as the journal has it now: a day
 * corrected afterwards corrects the departure, not the plan. Otherwise the day that was observed last. Days that other
 * sources give for it are named beside it.
 */
export function departureOf(track: Pick<PlanTrack, 'versions'>): Departure | null {
  if (standingOf(track) !== 'departed') return null;
  const { versions } = track;
  const lastEntry = versions.findLast(isEntry);
  const byJournal = lastEntry?.state === 'departed';
  const telling = byJournal ? lastEntry : versions.findLast(isObservedDeparture);
  if (telling === undefined) return null;
  const said = versions.filter(isObservedDeparture);
  const alsoSaid = [...new Set(said.map(({ day }) => day))].filter((day) => day !== telling.day);
  return {
    day: telling.day,
    source: telling.source,
    alsoSaid,
    departsAt: telling.departsAt,
    seq: byJournal ? recordedBy(versions) : null,
  };
}

/** The entry that recorded the departure: the first of those that have said so since without a break. */
function recordedBy(versions: readonly PlanVersion[]): number | null {
  const entries = versions.filter(isEntry);
  const lastPlan = entries.findLastIndex(({ state }) => state !== 'departed');
  const first = entries[lastPlan + 1];
  return first?.source.by === 'entry' ? first.source.seq : null;
}

/**
 * Whether a version was said before a departure: an entry before the one that recorded it, and at a moment before the
 * release left; an observation on an earlier day, since one of the very day may be the record of what happened.
 */
export function isBefore({ source, at, on }: PlanVersion, { day, departsAt, seq }: Departure): boolean {
  if (source.by === 'observation' || at === null || departsAt === null) return on < day;
  return at < departsAt && (seq === null || source.seq < seq);
}
