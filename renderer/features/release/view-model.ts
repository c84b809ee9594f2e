import type { BoardedItem, ReleaseDetail } from '../../../shared/contract/releases.ts';
import { scopeCutOff } from '../../../shared/domain/boarding/scope-state.ts';
import { addDays, daysBetween, weekdayOf } from '../../../shared/domain/calendar/days.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { lateStages } from '../../../shared/domain/calendar/stage-order.ts';
import {
  dayOfLocal,
  describeLocal,
  startOfDay,
  toInstant,
  toLocal,
} from '../../../shared/domain/calendar/zoned-time.ts';
import { endingOf, type TicketState } from '../../../shared/domain/work-items/ending.ts';
import type { FactId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import { type Instant, LocalTime, type Zone } from '../../../shared/model/time.ts';
import {
  dayIn,
  formatAge,
  formatCount,
  formatDay,
  formatLocal,
  formatNumber,
  formatPlanned,
} from '../../lib/format.ts';
import type { StripTick } from '../../ui/milestone-strip.tsx';
import { type StripMark, tickStep } from '../../ui/milestone-strip-model.ts';

/** When a release departs, in words: exact, and how far it is. */
export function departsText(release: Release, display: Zone | null, now: Instant): string {
  const early = release.state === 'departed' && release.departsAt > now;
  const departed = early ? 'Marked as departed; planned for' : 'Departed';
  const verb = { planned: 'Departs', 'under-way': 'Departs', departed, cancelled: 'Would have departed' };
  const when = formatPlanned(release.departsAt, release.zone, display);
  return `${verb[release.state]} ${when}, ${formatAge(release.departsAt, now, release.zone)}`;
}

/** What comes too late among the milestones of a release that is still to come, a sentence each. */
export function lateMilestones(release: Release, milestones: readonly Milestone[]): readonly string[] {
  return isAhead(release) ? lateStages(milestones, release.departsAt) : [];
}

/** Whether the day has passed and nobody has said that the release departed. */
export function isOverdue(release: Pick<Release, 'state' | 'departsAt'>, now: Instant): boolean {
  return release.departsAt < now && isAhead(release);
}

/** A release's milestones and departure on a time axis. */
export interface ReleaseStrip {
  readonly marks: readonly StripMark[];
  readonly ticks: readonly StripTick[];
  readonly from: number;
  readonly to: number;
}

/** Lays a release's milestones on a time axis that begins and ends a day beyond them. */
export function releaseStrip(release: Release, milestones: readonly Milestone[]): ReleaseStrip {
  const { zone } = release;
  const marks: readonly StripMark[] = [
    ...milestones.map(({ id, kind, name, startAt, endAt, zone: own }) => ({
      id,
      kind,
      label: name,
      note: formatDay(dayIn(startAt, own), 'short'),
      start: startAt,
      end: endAt,
    })),
    {
      id: release.id,
      kind: null,
      label: 'Departure',
      note: formatDay(release.day, 'short'),
      start: release.departsAt,
      end: null,
    },
  ];
  const sorted = [...marks].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const first = addDays(dayIn(Math.min(...marks.map(({ start }) => start)) as Instant, zone), -1); // instants of the plan
  const last = addDays(dayIn(Math.max(...marks.map(({ start, end }) => end ?? start)) as Instant, zone), 2);
  const step = tickStep(daysBetween(first, last), [1, 2, 7, 14, 28, 56, 91, 182]);
  // Steps of a week or more stand on Mondays.
  const monday = step >= 7 ? addDays(first, (8 - weekdayOf(first)) % 7) : first;
  const ticks: StripTick[] = [];
  for (let day = monday; day <= last; day = addDays(day, step)) {
    ticks.push({ time: startOfDay(day, zone), label: formatDay(day, 'short'), strong: day === release.day });
  }
  return { marks: sorted, ticks, from: startOfDay(first, zone), to: startOfDay(last, zone) };
}

/** One sentence for those who do not see the drawing. */
export function stripText(release: Release, strip: ReleaseStrip): string {
  return `The way of ${release.name}: ${strip.marks.map(({ label, note }) => `${label} ${note}`).join(', ')}.`;
}

/** How far the work aboard is: items by the state of their tickets, those written by hand apart. */
export interface Progress {
  readonly aboard: number;
  readonly late: number;
  readonly left: number;
  readonly counts: Readonly<Record<(typeof progressOrder)[number], number>>;
}

/** The order in which progress is drawn and told. */
export const progressOrder = ['done', 'active', 'waiting', 'new', 'undone', 'unknown'] as const;

export function isAboard({ item }: BoardedItem): boolean {
  return item.state === 'boarded' || item.state === 'late';
}

/** Counts the work aboard. */
export function progressOf(scope: readonly BoardedItem[]): Progress {
  const aboard = scope.filter(isAboard);
  const states = aboard.map(({ ticket }) => {
    if (ticket === null) return 'unknown';
    return endingOf(ticket) === 'undone' ? 'undone' : ticket.category;
  });
  const of = (state: (typeof progressOrder)[number]) => states.filter((one) => one === state).length;
  return {
    aboard: aboard.length,
    late: aboard.filter(({ item }) => item.state === 'late').length,
    left: scope.length - aboard.length,
    counts: {
      done: of('done'),
      active: of('active'),
      waiting: of('waiting'),
      new: of('new'),
      undone: of('undone'),
      unknown: of('unknown'),
    },
  };
}

const progressWords: Readonly<Record<(typeof progressOrder)[number], string>> = {
  done: 'done',
  active: 'active',
  waiting: 'waiting',
  new: 'new',
  undone: 'ended undone',
  unknown: 'without a ticket',
};

/** Progress in words: `12 aboard: 7 done, 3 active, 2 new`. */
export function progressText(progress: Progress): string {
  const parts = progressOrder.flatMap((key) =>
    progress.counts[key] === 0 ? [] : [`${progress.counts[key]} ${progressWords[key]}`],
  );
  const aboard = formatCount(progress.aboard, 'item');
  return progress.aboard === 0 ? 'Nothing aboard yet' : `${aboard} aboard: ${parts.join(', ')}`;
}

/** Aboard first, then what left; late before in time, then by key. */
export function orderedScope(scope: readonly BoardedItem[]): readonly BoardedItem[] {
  const rank = { late: 0, boarded: 1, bumped: 2, dropped: 3 };
  const name = ({ item, ticket }: BoardedItem) => ticket?.key ?? item.title;
  return [...scope].sort(
    (a, b) => rank[a.item.state] - rank[b.item.state] || name(a).localeCompare(name(b), 'en', { numeric: true }),
  );
}

/** What boarding now would mean, in words; null while the scope is open. */
export function lateText(
  { milestones, release }: Pick<ReleaseDetail, 'milestones' | 'release'>,
  now: Instant,
): string | null {
  const cutOff = scopeCutOff(milestones);
  if (cutOff === null || now <= cutOff) return null;
  return `The scope cut-off was ${formatAge(cutOff, now, release.zone)}: what boards now boards late.`;
}

/** What is wrong or surprising about a local time that is being typed. */
export interface LocalCheck {
  readonly value: LocalTime | null;
  readonly error: string | null;
  readonly hint: string | null;
}

/** What clocks make of a time of that day that they skip or repeat; null for any other. */
export function clockHint(time: LocalTime, zone: Zone): string | null {
  return {
    exact: null,
    gap: `Clocks skip this time that day: it becomes ${formatLocal(toLocal(toInstant(time, zone), zone))}.`,
    fold: 'Clocks show this time twice that day: the first is meant.',
  }[describeLocal(time, zone)];
}

/** Reads a local time; warns of times that clocks skip or repeat. */
export function checkLocal(text: string, zone: Zone): LocalCheck {
  const parsed = LocalTime.safeParse(text);
  if (!parsed.success) return { value: null, error: 'Choose a day and a time.', hint: null };
  return { value: parsed.data, error: null, hint: clockHint(parsed.data, zone) };
}

/** The check of a span's two ends together; a point has no end. */
export function checkSpan(
  start: LocalCheck,
  end: LocalCheck | null,
): { readonly ready: boolean; readonly error: string | null } {
  if (start.value === null || (end !== null && end.value === null)) return { ready: false, error: null };
  if (end?.value != null && end.value < start.value) return { ready: false, error: 'It would end before it starts.' };
  return { ready: true, error: null };
}

/** Where an item can be bumped to: releases that have not departed, the ones after this release first. */
export function bumpTargets(releases: readonly Release[], from: Release): readonly Release[] {
  const open = releases.filter(({ id, state }) => id !== from.id && state !== 'departed' && state !== 'cancelled');
  const isAfter = (release: Release) => release.departsAt >= from.departsAt;
  const byDeparture = (a: Release, b: Release) => a.departsAt - b.departsAt || (a.id < b.id ? -1 : 1);
  return [...open.filter(isAfter).sort(byDeparture), ...open.filter((one) => !isAfter(one)).sort(byDeparture)];
}

/** The picks after one item was ticked or unticked. */
export function togglePick(picked: ReadonlySet<FactId>, id: FactId): ReadonlySet<FactId> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What is to be asked before a release is given a state; null where nothing is surprising about it. */
export function stateQuestion(release: Release, state: Release['state'], now: Instant): string | null {
  if (state !== 'departed' || release.state === 'departed' || release.departsAt <= now) return null;
  return `It departs ${formatPlanned(release.departsAt, release.zone, null)}, ${formatAge(release.departsAt, now, release.zone)}. Marked as departed it counts among what lies behind, and its milestones fall due no more.`;
}

interface Ticked extends TicketState {
  readonly id: FactId;
}

/** What is to be said of items that are ticked though their tickets are done, or ended undone; null where none is. */
export function doneAlready(items: readonly Ticked[], ticked: ReadonlySet<FactId>): string | null {
  const chosen = items.filter(({ id }) => ticked.has(id));
  const endings = chosen.map(endingOf);
  const closed = endings.filter((ending) => ending !== 'open').length;
  const word = endings.includes('undone') ? 'closed' : 'done';
  if (closed === 0) return null;
  if (closed === chosen.length)
    return closed === 1
      ? `The one that is ticked is ${word} already.`
      : `All ${closed} that are ticked are ${word} already.`;
  return `${closed} of the ${chosen.length} that are ticked ${closed === 1 ? 'is' : 'are'} ${word} already.`;
}

/** What is wrong with a text of more characters than are kept; null where it fits. */
export function tooLong(text: string, most: number): string | null {
  const length = text.trim().length;
  return length <= most ? null : `${formatCount(length, 'character')}: at most ${formatNumber(most)} are kept.`;
}

/** What is wrong with the reason that a decision about scope asks for; null where it says something. */
export function reasonProblem(reason: string): string | null {
  return reason.trim() === ''
    ? 'Say why: the reason is kept with the item and in the journal.'
    : tooLong(reason, 2_000);
}

const afterDeparture: ReadonlySet<Milestone['kind']> = new Set(['deployment', 'hypercare', 'custom']);

/** What is odd about where a milestone of a kind is put; null where nothing is. */
export function placeHint(kind: Milestone['kind'], start: LocalCheck, release: Release): string | null {
  if (start.value === null || afterDeparture.has(kind)) return null;
  const days = daysBetween(release.day, dayOfLocal(start.value));
  if (toInstant(start.value, release.zone) <= release.departsAt) return null;
  return days === 0
    ? 'That is after the departure, which comes earlier that day.'
    : `That is ${formatCount(days, 'day')} after the departure.`;
}
