import type { ImportedMilestone, ImportedRelease } from '../../model/imported-plan.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Day } from '../../model/time.ts';
import { daysWords, dayWords } from '../calendar/time-words.ts';
import { dayOfLocal } from '../calendar/zoned-time.ts';
import { compareFields } from './compare-fields.ts';

/** What an earlier import wrote: fields that differ from it were changed by hand since. */
export type ReleaseBase = Pick<Release, 'name' | 'day' | 'departureTime' | 'state' | 'notes'>;

/** A field of a release that the file would set. */
type Field = keyof ReleaseBase & string;

const FIELD_WORDS: Readonly<Record<Field, string>> = {
  name: 'name',
  day: 'day',
  departureTime: 'time',
  state: 'state',
  notes: 'notes',
};

/** What an import does with one thing: what it sets, and what it lets be because people changed it here. */
export interface Comparison<T> {
  /** The fields that change; empty where nothing does. */
  readonly changes: Partial<T>;
  /** What changes, in words: `day: Wed 4 Mar 2026 becomes Wed 11 Mar 2026`. */
  readonly changed: readonly string[];
  /** What was changed by hand and stays, in words. */
  readonly kept: readonly string[];
}

export interface ComparisonTerms<T> {
  /** What an earlier import wrote; undefined where none did. */
  readonly base: Partial<T> | undefined;
  /** What the last import said, taken or not; undefined where none did. */
  readonly lastSaid?: ImportedRelease | undefined;
  /** Whether the file wins over what was changed by hand. */
  readonly overHand: boolean;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return 'nothing';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function told(field: Field, value: string): string {
  return field === 'day' ? dayWords(value as Day) : shortened(value); // a release's day is one
}

function saidOf({ name, day, time, state, notes }: ImportedRelease): { readonly [F in Field]: ReleaseBase[F] | null } {
  return { name, day, departureTime: time, state, notes };
}

/**
 * A release beside what a file says of it. Three sides: what stands here, what the file says, and what earlier imports wrote and
 * said. What differs from those was changed by hand and stays, unless the file is to win.
 */
export function compareRelease(
  before: ReleaseBase,
  wanted: ImportedRelease,
  { base, lastSaid, overHand }: ComparisonTerms<ReleaseBase>,
): Comparison<ReleaseBase> {
  const said = saidOf(wanted);
  // The record's own keys.
  const fields = Object.keys(FIELD_WORDS) as Field[];
  const found = compareFields<ReleaseBase>(
    { before, said, base, lastSaid: lastSaid && saidOf(lastSaid) },
    { fields, overHand },
  );
  const there = (field: Field) => told(field, said[field] ?? '');
  const changed = found.changed.map(
    (field) => `${FIELD_WORDS[field]}: ${told(field, before[field])} becomes ${there(field)}`,
  );
  const kept = found.kept.map((field) => {
    const asBefore = said[field] === base?.[field] ? ' still' : '';
    return `${FIELD_WORDS[field]}: ${told(field, before[field])} was set by hand; the file${asBefore} says ${there(field)}`;
  });
  // Each field is taken from its own place in the file's release.
  const changes = Object.fromEntries(found.changed.map((field) => [field, said[field]])) as Partial<ReleaseBase>;
  return { changes, changed, kept };
}

/** Where a milestone lies, by days: a file says no more. */
export interface MilestoneDays {
  readonly name: string;
  readonly start: Day;
  readonly end: Day | null;
}

/** A milestone's place by days. */
export function daysOfMilestone({
  name,
  startLocal,
  endLocal,
}: Pick<Milestone, 'name' | 'startLocal' | 'endLocal'>): MilestoneDays {
  return { name, start: dayOfLocal(startLocal), end: endLocal === null ? null : dayOfLocal(endLocal) };
}

function spanWords({ start, end }: Omit<MilestoneDays, 'name'>): string {
  return daysWords(start, end ?? start);
}

function isAt(one: MilestoneDays, other: Omit<MilestoneDays, 'name'>): boolean {
  return one.start === other.start && one.end === other.end;
}

/** What `ComparisonTerms` are, of a milestone's days. */
export interface MilestoneTerms {
  readonly base: MilestoneDays | undefined;
  readonly lastSaid?: Omit<MilestoneDays, 'name'> | undefined;
  readonly overHand: boolean;
}

/** A milestone beside what a file says of it, as `compareRelease` does it; it moves by days and keeps its clock times. */
export function compareMilestone(
  before: MilestoneDays,
  wanted: ImportedMilestone,
  { base, lastSaid, overHand }: MilestoneTerms,
): Comparison<MilestoneDays> {
  if (isAt(before, wanted)) return { changes: {}, changed: [], kept: [] };
  const [here, there] = [spanWords(before), spanWords(wanted)];
  const isByHand = base !== undefined && !isAt(before, base) && (lastSaid === undefined || !isAt(before, lastSaid));
  if (isByHand && !overHand) {
    return { changes: {}, changed: [], kept: [`${before.name}: ${here} was set by hand; the file says ${there}`] };
  }
  const changes = { start: wanted.start, end: wanted.end };
  return { changes, changed: [`${before.name}: ${here} becomes ${there}`], kept: [] };
}

/** Releases of a file that are in it twice, each by its uid with the line or name that has it first. */
export function doubledReleases(releases: readonly ImportedRelease[]): ReadonlyMap<ImportedRelease, string> {
  const first = new Map<string, ImportedRelease>();
  const doubled = new Map<ImportedRelease, string>();
  for (const release of releases) {
    const keys = [`uid ${release.uid}`, `name ${release.train}\n${release.name}`];
    const earlier = keys.map((key) => first.get(key)).find((one) => one !== undefined);
    if (earlier === undefined) for (const key of keys) first.set(key, release);
    else doubled.set(release, earlier.line === null ? `“${earlier.name}”` : `line ${earlier.line}`);
  }
  return doubled;
}
