import type { ImportedMilestone } from '../../../model/imported-plan.ts';
import type { Day } from '../../../model/time.ts';
import { type Collected, dayOrNull, fieldOf, kindOf, type LeftOut, releaseOf, textOf } from './schedule.ts';

/** What the project's documents call the deadlines that each cycle has. */
const NAMES: Readonly<Record<string, string>> = {
  '1': 'Milestone 1',
  '2': 'Milestone 2',
  '3': 'Milestone 3',
  ptg: 'Project Teams Gathering',
  ff: 'Feature freeze',
  mf: 'Membership freeze',
  sf: 'String freeze (soft)',
  'soft-sf': 'String freeze (soft)',
  'hard-sf': 'String freeze (hard)',
  rf: 'Requirements freeze',
  rc1: 'RC1',
  finalrc: 'Final RCs',
  final: 'Release week',
  'cycle-highlights': 'Cycle highlights',
  'cycle-trail': 'Cycle-trailing deadline',
};

interface Week {
  readonly start: Day;
  readonly end: Day;
  readonly keys: readonly string[];
}

function weekOf(value: unknown): Week | null {
  const [start, end] = [dayOrNull(fieldOf(value, 'start')), dayOrNull(fieldOf(value, 'end'))];
  if (start === null || end === null) return null;
  const lists = ['x-project', 'project-specific'].map((name) => fieldOf(value, name));
  return { start, end, keys: lists.flatMap((list) => (Array.isArray(list) ? list.map((one) => textOf(one)) : [])) };
}

function nameOf(key: string, letter: string): string {
  const own = key.startsWith(`${letter}-`) ? key.slice(letter.length + 1) : key;
  const words = NAMES[own] ?? own.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A deadline that stands in several weeks runs from the first of them to the last. */
function milestonesOf(weeks: readonly Week[], letter: string): readonly ImportedMilestone[] {
  const found = new Map<string, ImportedMilestone>();
  for (const { start, end, keys } of weeks) {
    for (const key of keys) {
      // The cycle before ends in this one's first week; that is its own release.
      if (/^[a-z]-final$/.test(key) && !key.startsWith(letter)) continue;
      const name = nameOf(key, letter);
      const before = found.get(key);
      found.set(key, { uid: key, kind: kindOf(name), name, start: before?.start ?? start, end });
    }
  }
  return [...found.values()];
}

/** Since 2023 cycles go by year and half, before that by their names' letters alone. */
function cycleName(day: Day, letter: string): string {
  const year = Number(day.slice(0, 4));
  if (year < 2023) return `OpenStack ${letter.toUpperCase()}`;
  return `OpenStack ${year}.${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

function weeksWithout(count: number): string {
  return count === 1 ? '1 week' : `${count} weeks`;
}

/** Whether a document is a cycle's schedule of openstack/releases. */
export function isOpenStack(document: unknown): boolean {
  return Array.isArray(fieldOf(document, 'cycle')) && fieldOf(document, 'release-week') !== undefined;
}

/** Reads one cycle: a release in its release week, and a milestone for each deadline, over its week. */
export function readOpenStack(document: unknown): Collected {
  const list = fieldOf(document, 'cycle');
  const all = Array.isArray(list) ? list : [];
  const weeks = all.map(weekOf).filter((week) => week !== null);
  const leftOut: LeftOut[] = [];
  if (weeks.length < all.length)
    leftOut.push({ name: weeksWithout(all.length - weeks.length), reason: 'without days' });
  const day = dayOrNull(fieldOf(document, 'release-week'));
  const finals = weeks.flatMap(({ keys }) => keys).filter((key) => /^[a-z]-final$/.test(key));
  const letter = finals.at(-1)?.charAt(0);
  if (day === null || letter === undefined) {
    return { releases: [], leftOut: [...leftOut, { name: 'the cycle', reason: 'has no release week, or no final' }] };
  }
  const release = releaseOf('openstack', {
    uid: `${day.slice(0, 4)}-${letter}`,
    name: cycleName(day, letter),
    day,
    notes: 'The schedule names the week of the release; its first day stands for it.',
    milestones: [...milestonesOf(weeks, letter)],
  });
  return { releases: [release], leftOut };
}
