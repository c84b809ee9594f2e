import type { PlannedRelease } from '../../../shared/contract/trains.ts';
import { addDays, daysBetween } from '../../../shared/domain/calendar/days.ts';
import { type DaysOffSpan, daysOffSpans } from '../../../shared/domain/calendar/days-off.ts';
import { describeCadence } from '../../../shared/domain/calendar/describe-cadence.ts';
import { type PlacedMilestone, placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import { plannedReleases } from '../../../shared/domain/calendar/planned-releases.ts';
import { fillReleaseName } from '../../../shared/domain/calendar/release-name.ts';
import { lateStages } from '../../../shared/domain/calendar/stage-order.ts';
import { WEEKDAYS } from '../../../shared/domain/calendar/time-words.ts';
import { type WorkingDays, workingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf, local, startOfDay, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ClockTime, Day, Instant } from '../../../shared/model/time.ts';
import type { BoardingRule, Cadence, Offset, Stage, Train, WorkingCalendar } from '../../../shared/model/train.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import type { StripTick } from '../../ui/milestone-strip.tsx';
import { type StripMark, tickStep } from '../../ui/milestone-strip-model.ts';

/** An offset in words: `5 working days before`, `on the release day`, `1 day after`. */
export function offsetText({ amount, unit }: Offset): string {
  if (amount === 0) return 'on the release day';
  const noun = unit === 'working-days' ? 'working day' : 'day';
  return `${formatCount(Math.abs(amount), noun)} ${amount < 0 ? 'before' : 'after'}`;
}

/** Where a stage lies, in words. */
export function stageText(stage: Stage): string {
  const start = `${offsetText(stage.start)} at ${stage.startTime}`;
  if (stage.end === null || stage.endTime === null) return start;
  const end = stage.end.amount === 0 ? 'the release day' : offsetText(stage.end);
  return `${start}, to ${end} at ${stage.endTime}`;
}

/** Which weekdays are worked, in words: `Monday to Friday`, `Monday, Tuesday and Sunday`. */
export function weekdaysText(workdays: readonly number[]): string {
  const sorted = [...workdays].sort((a, b) => a - b);
  const names = sorted.map((weekday) => WEEKDAYS[weekday - 1] ?? '');
  const first = sorted[0] ?? 1;
  const last = sorted.at(-1) ?? 1;
  const unbroken = last - first === sorted.length - 1;
  if (sorted.length === 7) return 'Every day';
  if (unbroken && sorted.length > 2) return `${names[0]} to ${names.at(-1)}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A working calendar in words. */
export function calendarText(calendar: WorkingCalendar): string {
  const holidays =
    calendar.holidays === null ? 'no public holidays' : `less the public holidays of ${calendar.holidays}`;
  const extra = calendar.extraDaysOff.length;
  return [
    weekdaysText(calendar.workdays),
    holidays,
    ...(extra === 0 ? [] : [`less ${formatCount(extra, 'more day off', 'more days off')}`]),
  ].join(', ');
}

const dayOffTexts: Readonly<Record<Cadence['onDayOff'], string>> = {
  keep: 'stays on a day off',
  'next-working-day': 'a day off gives way to the next working day',
  'previous-working-day': 'a day off gives way to the working day before',
};

/** How a train recurs, in words. */
export function cadenceText(train: Pick<Train, 'cadence' | 'zone'>): string {
  if (train.cadence === null) return 'By hand: releases are dated one by one';
  const words = describeCadence(train.cadence);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} at ${train.cadence.departureTime}`;
}

/** What becomes of an occurrence that falls on a day off, in words; empty without a cadence. */
export function dayOffText(train: Pick<Train, 'cadence'>): string {
  return train.cadence === null ? '' : dayOffTexts[train.cadence.onDayOff];
}

/** A boarding rule in words. */
export function boardingText(rule: BoardingRule): string {
  if (rule.by === 'query') return `work items that match “${rule.text}”`;
  return `work items with the ${rule.by} “${rule.pattern}”`;
}

/** The stages of a train as they lie around one release day, on a time axis that counts days from it. */
export interface StageDiagram {
  readonly marks: readonly StripMark[];
  readonly ticks: readonly StripTick[];
  readonly shades: readonly DaysOffSpan[];
  readonly from: number;
  readonly to: number;
  /** What it is drawn for. */
  readonly day: Day;
  /** What comes too late there, a sentence each. */
  readonly late: readonly string[];
}

function tickLabel(offset: number): string {
  if (offset === 0) return 'Release day';
  return offset < 0 ? `−${-offset} d` : `+${offset} d`;
}

/** Draws a train's stages around a release day; null where the stages cannot be placed there. */
export function stageDiagram(train: Train, day: Day, days: WorkingDays): StageDiagram | null {
  const { zone } = train;
  const departure = toInstant(local(day, train.cadence?.departureTime ?? ('09:00' as ClockTime)), zone); // a literal time
  let milestones: readonly PlacedMilestone[];
  try {
    milestones = placeMilestones(train.stages, { releaseDay: day, zone, days });
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
  const marks: readonly StripMark[] = milestones.map((placed, index) => ({
    id: placed.stageKey,
    kind: placed.kind,
    label: placed.name,
    note: offsetText(train.stages[index]?.start ?? { amount: 0, unit: 'calendar-days' }),
    start: placed.startAt,
    end: placed.endAt,
  }));
  const all = [...marks, { id: 'departure', kind: null, label: 'Departure', note: '', start: departure, end: null }];
  const first = addDays(dayOf(Math.min(...all.map(({ start }) => start)) as Instant, zone), -1); // instants of the stages
  const last = addDays(dayOf(Math.max(...all.map(({ start, end }) => end ?? start)) as Instant, zone), 2);
  const step = tickStep(daysBetween(first, last), [1, 2, 5, 7, 14, 28, 56, 91, 182]);
  const ticks: StripTick[] = [];
  for (let offset = Math.ceil(daysBetween(day, first) / step) * step; addDays(day, offset) <= last; offset += step) {
    ticks.push({ time: startOfDay(addDays(day, offset), zone), label: tickLabel(offset), strong: offset === 0 });
  }
  return {
    marks: [...all].sort((a, b) => a.start - b.start),
    ticks,
    shades: daysOffSpans(days, zone, { from: first, to: last }),
    from: startOfDay(first, zone),
    to: startOfDay(last, zone),
    day,
    late: lateStages(milestones, train.cadence === null ? null : departure),
  };
}

/** One sentence for those who do not see the diagram. */
export function diagramText(diagram: StageDiagram): string {
  const stages = diagram.marks.map(({ label, note }) => (note === '' ? label : `${label} ${note}`));
  return `Stages around a release on ${formatDay(diagram.day)}: ${stages.join(', ')}.`;
}

/** How far ahead a cadence is searched for the day that it names next, in days. */
const SEARCHED_DAYS = 800;

/**
 * The day that a train's stages are drawn around: its next release, else the next day that its cadence names (public
 * holidays left aside), else today, for a train that is dated by hand.
 */
export function exampleDay(train: Train, next: Day | null, today: Day): Day {
  if (next !== null || train.cadence === null) return next ?? today;
  try {
    const days = workingDays(train.calendar, new Map());
    const range = { from: today, to: addDays(today, SEARCHED_DAYS), days, existing: new Set<Day>() };
    return plannedReleases(train, range)[0]?.day ?? today;
  } catch (error) {
    if (error instanceof Failure) return today;
    throw error;
  }
}

/** Stages in the order in which they lie, as the diagram draws them; as they are kept where they cannot be placed. */
export function inOrderOfTime(stages: readonly Stage[], diagram: StageDiagram | null): readonly Stage[] {
  if (diagram === null) return stages;
  const place = new Map(diagram.marks.map(({ id }, index) => [id, index]));
  return stages.toSorted((one, other) => (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0));
}

/** Releases that are still to come, soonest first, and those behind, latest first. */
export function partReleases(
  releases: readonly Release[],
  now: Instant,
): { readonly ahead: readonly Release[]; readonly behind: readonly Release[] } {
  const isAhead = (release: Release) => release.departsAt >= now && release.state !== 'departed';
  const byDeparture = (a: Release, b: Release) => a.departsAt - b.departsAt || (a.id < b.id ? -1 : 1);
  return {
    ahead: releases.filter(isAhead).sort(byDeparture),
    behind: releases.filter((release) => !isAhead(release)).sort((a, b) => byDeparture(b, a)),
  };
}

/** The name that a train's pattern gives a day; the running number of a release added by hand is left out. */
export function suggestedName(train: Pick<Train, 'name' | 'releaseName'>, day: Day): string {
  return train.releaseName.includes('{n}') ? `${train.name} ${day}` : fillReleaseName(train.releaseName, day, 1);
}

/** What generating would do, in words. */
export function previewText(planned: readonly PlannedRelease[]): string {
  const fresh = planned.filter(({ exists }) => !exists).length;
  const known = planned.length - fresh;
  if (planned.length === 0) return 'The cadence names no day in this time.';
  const made = fresh === 0 ? 'Nothing new' : formatCount(fresh, 'new release');
  if (known === 0) return `${made}.`;
  const stays = known === 1 ? 'stays as it is' : 'stay as they are';
  return `${made}; ${formatCount(known, 'release exists', 'releases exist')} and ${stays}.`;
}

/** The first days of a cadence that are no releases yet, in words; empty where there are none. */
export function notGeneratedText(planned: readonly PlannedRelease[]): string {
  const days = planned.filter(({ exists }) => !exists).map(({ day }) => formatDay(day, 'short'));
  if (days.length === 0) return '';
  const more = days.length > 4 ? ' and so on' : '';
  return `The cadence goes on with ${days.slice(0, 4).join(', ')}${more}: not generated yet.`;
}
