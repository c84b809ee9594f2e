import type { MoveEffect } from '../../shared/contract/conflicts.ts';
import type { Conflict, ConflictKind, MoveCost, WaivableConflict } from '../../shared/model/conflict.ts';
import { SEVERITY_RANK, type Severity } from '../../shared/model/severity.ts';
import type { Span } from '../../shared/model/span.ts';
import type { Zone } from '../../shared/model/time.ts';
import { dayIn, formatCount, formatDay, formatDuration, formatTime, zoneName } from '../lib/format.ts';

const DAY_MS = 86_400_000;

/** From when to when, in a zone: `Tue 1 Dec 2026, 09:00 to 17:00 CET`; a moment has one time. */
export function spanText({ start, end }: Span, zone: Zone): string {
  const [from, to] = [dayIn(start, zone), dayIn(end, zone)];
  const begin = `${formatDay(from)}, ${formatTime(start, zone)}`;
  const name = zoneName(zone, end);
  if (start === end) return `${begin} ${name}`;
  const last = from === to ? formatTime(end, zone) : `${formatDay(to)}, ${formatTime(end, zone)}`;
  return `${begin} to ${last} ${name}`;
}

/** Who clashes with whom: `Cards in staging and Search in staging`, `Search 1 and Sale days`; of a crowd the first. */
export function sidesText({ sides, sideCount, atLeast }: Pick<Conflict, 'sides' | 'sideCount' | 'atLeast'>): string {
  const [first, second] = sides.map(({ thing }) => thing.name);
  if (first === undefined || second === undefined) return first ?? '';
  if (sideCount <= 2) return `${first} and ${second}`;
  return `${first} and ${atLeast ? 'at least ' : ''}${formatCount(sideCount - 1, 'other')}`;
}

/** How many sides are not listed; null where all are. */
export function moreSidesText({ sides, sideCount, atLeast }: Conflict): string | null {
  const more = sideCount - sides.length;
  if (more <= 0) return null;
  return `and ${atLeast ? 'at least ' : ''}${formatCount(more, 'more', 'more')}`;
}

/** How the sides meet where it is not on one and the same thing, as a sentence; null where it is. */
export function relationText({ relation }: Pick<Conflict, 'relation'>): string | null {
  if (relation === 'parent') return 'The other side is on something that the first stands on.';
  return relation === 'child' ? 'The other side is on something that stands on the first.' : null;
}

/** What a way out costs, part by part: `moves 2 days`, `3 people`, `2 things change`. */
export function costParts({ days, people, items }: MoveCost): readonly string[] {
  return [
    days === 0 ? 'moves nothing in time' : `moves ${formatDuration(days * DAY_MS)}`,
    people === 0 ? 'nobody affected' : `${formatCount(people, 'person', 'people')} affected`,
    items === 1 ? '1 thing changes' : `${items} things change`,
  ];
}

/** What a move would do to the plan's conflicts. */
export interface ConflictEffect {
  readonly added: readonly Conflict[];
  readonly removed: readonly Conflict[];
}

/** What a move would do to the plan's conflicts, and the first that it makes, or else resolves, in words; null where nothing. */
export function effectText({ added, removed }: ConflictEffect): string | null {
  // What is quoted stands behind the count that it belongs to.
  const last = added.length > 0 ? added : removed;
  const [first] = last;
  if (first === undefined) return null;
  const resolves = removed.length === 0 ? [] : [`resolves ${formatCount(removed.length, 'conflict')}`];
  const makes = added.length === 0 ? [] : [`makes ${formatCount(added.length, 'conflict')}`];
  const counts = [...resolves, ...makes].join(' and ').replace(/^./, (letter) => letter.toUpperCase());
  return `${counts}${last.length > 1 ? ', the first' : ''}: ${first.rule}`;
}

/** That a release takes bookings along, as a sentence; null where it takes none. */
export function bookingsText({ moved }: MoveEffect['bookings']): string | null {
  if (moved === 0) return null;
  return `Takes its ${moved === 1 ? 'booking' : `${moved} bookings`} along.`;
}

/** The worse of two severities. */
function worse(one: Severity | undefined, other: Severity): Severity {
  return one === undefined || SEVERITY_RANK[other] < SEVERITY_RANK[one] ? other : one;
}

/** The worst severity of each thing that has a side in a conflict, by its id; waived ones do not count. */
export function marksOf(all: readonly WaivableConflict[]): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { conflict, waiver } of all) {
    if (waiver !== null) continue;
    for (const { thing } of conflict.sides) marks.set(thing.id, worse(marks.get(thing.id), conflict.severity));
  }
  return marks;
}

/** The worst severity of those that count; null where none does. */
export function worstOf(all: readonly WaivableConflict[]): Severity | null {
  let worst: Severity | undefined;
  for (const { conflict, waiver } of all) if (waiver === null) worst = worse(worst, conflict.severity);
  return worst ?? null;
}

/** Conflicts that hold, and those that somebody accepted for a while; each in the order that they came. */
export function partWaived(all: readonly WaivableConflict[]): {
  readonly open: readonly WaivableConflict[];
  readonly waived: readonly WaivableConflict[];
} {
  return { open: all.filter(({ waiver }) => waiver === null), waived: all.filter(({ waiver }) => waiver !== null) };
}

/** Those of some kinds and severities; null keeps all. */
export function filterConflicts(
  all: readonly WaivableConflict[],
  {
    conflictKind,
    severity,
  }: { readonly conflictKind?: ConflictKind | undefined; readonly severity?: Severity | undefined },
): readonly WaivableConflict[] {
  return all.filter(
    ({ conflict }) =>
      (conflictKind === undefined || conflict.kind === conflictKind) &&
      (severity === undefined || conflict.severity === severity),
  );
}
