import type { BufferSize, FeverPoint, FeverZone, Notice } from '../../model/forecast.ts';
import type { Day } from '../../model/time.ts';
import { bufferDaysOf } from '../calendar/buffer-days.ts';
import { type WorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { fewestSamples, percentile } from '../stats/percentile.ts';
import { counted } from '../text/counted.ts';

/** A release of the past: the day that was promised, and the day it left; null where it has not. */
export interface PastRelease {
  readonly name: string;
  readonly promised: Day;
  readonly actual: Day | null;
}

const BUFFER_SHARE = 0.8;

/**
 * A buffer as large as the P80 of historic slip, in working days, nearest rank: of ten releases like those of the past
 * eight would have come within it. A slip is the working days from the promised to the actual day; leaving early counts as
 * 0 (time won is not lent to the next release). Which promise is meant (the first, the last before departure) is the
 * caller's to say. Null without a release that left. Source: FEATURES M2.5 (P80 of slip); P80 by nearest rank, and Wilks's
 * rule for too few, are ours.
 */
export function bufferSize(releases: Iterable<PastRelease>, days: WorkingDays): BufferSize {
  const slips: { name: string; workingDays: number }[] = [];
  let leftOut = 0;
  for (const { name, promised, actual } of releases) {
    if (actual === null) leftOut += 1;
    else slips.push({ name, workingDays: Math.max(0, workingDaysBetween(promised, actual, days)) });
  }
  const sorted = slips.map(({ workingDays }) => workingDays).sort((left, right) => left - right);
  const workingDays = percentile(sorted, BUFFER_SHARE);
  const needed = fewestSamples(BUFFER_SHARE);
  const notices: Notice[] = [];
  if (slips.length === 0)
    notices.push({ kind: 'no-samples', text: 'No release has left yet, so its slip is not known.' });
  else if (slips.length < needed)
    notices.push({
      kind: 'too-few-samples',
      text: `The buffer rests on ${counted(slips.length, 'release')}; fewer than ${needed} likely make it too small.`,
    });
  const text =
    workingDays === null
      ? 'There is no slip to size a buffer by.'
      : `${counted(workingDays, 'working day')}: the P80 of the slip of ${counted(slips.length, 'release')}.`;
  return { workingDays, slips, leftOut, text, notices };
}

/** Where a zone of the fever chart begins: the share of the buffer used up, when nothing and when everything is done. */
export interface ZoneLine {
  readonly atStart: number;
  readonly atEnd: number;
}

/**
 * The lines of the fever chart: above the first it is yellow, above the second red. They rise with the work done, because
 * early on little of the buffer should be gone. Sources agree on thirds of the buffer as the simple rule, and on lines that
 * rise as the better one (Leach, "Critical Chain Project Management"); on the ends of the lines they do not: 10 to 70 %
 * and 30 to 90 % are ours.
 */
export const FEVER_LINES: { readonly yellow: ZoneLine; readonly red: ZoneLine } = {
  yellow: { atStart: 0.1, atEnd: 0.7 },
  red: { atStart: 0.3, atEnd: 0.9 },
};

/** The height of a line where that share of the work is done. */
export function lineAt({ atStart, atEnd }: ZoneLine, progress: number): number {
  return atStart + (atEnd - atStart) * progress;
}

/**
 * The zone of a point of the fever chart; `progress` and `consumed` are shares. On a line it is the zone below. Null where
 * progress is not known; red where a buffer of no days is overrun (`consumed` null).
 */
export function zoneOf(progress: number | null, consumed: number | null): FeverZone | null {
  if (progress === null) return null;
  if (consumed === null || consumed > lineAt(FEVER_LINES.red, progress)) return 'red';
  return consumed > lineAt(FEVER_LINES.yellow, progress) ? 'yellow' : 'green';
}

/** A release and the buffer before it. */
export interface BufferedRelease {
  /** The day by which it is to be done, buffer used up. */
  readonly releaseDay: Day;
  /** Working days. */
  readonly buffer: number;
  readonly days: WorkingDays;
}

/** What was known on a day: work done, work to do, and when it looked like being done. */
export interface BufferReading {
  readonly day: Day;
  readonly done: number;
  /** All of the work, what was discovered included. */
  readonly total: number;
  readonly projected: Day;
}

function saidOf(point: Omit<FeverPoint, 'text'>, buffer: number): string {
  if (point.progress === null) return 'There is no work to do yet, so progress is not known.';
  const done = `${Math.round(point.progress * 100)} % of the work is done`;
  if (point.daysLeft < 0) return `${done}, and it looks like being ${counted(-point.daysLeft, 'working day')} late.`;
  if (buffer === 0) return `${done}; there is no buffer to use up.`;
  return `${done}, and ${Math.round((point.consumed ?? 0) * 100)} % of the buffer is used up: ${counted(point.daysLeft, 'working day')} left.`;
}

function pointOf(
  { day, done, total, projected }: BufferReading,
  planned: Day,
  { buffer, days }: BufferedRelease,
): FeverPoint {
  const used = Math.max(0, workingDaysBetween(planned, projected, days));
  const overrun = used === 0 ? 0 : null;
  const consumed = buffer > 0 ? used / buffer : overrun;
  const progress = total > 0 ? Math.min(1, Math.max(0, done / total)) : null;
  const point = {
    day,
    progress,
    consumed,
    daysLeft: buffer - used,
    daysLeftInStep: progress === null ? null : buffer * (1 - progress),
    zone: zoneOf(progress, consumed),
  };
  return { ...point, text: saidOf(point, buffer) };
}

/**
 * How much of a buffer is used up beside how much of the work is done, one point a reading, in order of days: the fever
 * chart, and with `daysLeft` the buffer's burn-down. The buffer lies as `bufferDaysOf` has it; it is used up as far as the
 * projected day lies beyond the day before it, 0 where it does not. Without any work progress is null, and so is the zone. A buffer of no days is green until
 * it is overrun, then red. Source: buffer penetration by percent of the chain completed (TOCICO Dictionary, "fever chart";
 * FEATURES M2.5).
 */
export function feverChart(release: BufferedRelease, readings: Iterable<BufferReading>): readonly FeverPoint[] {
  const { releaseDay, buffer, days } = release;
  const planned = bufferDaysOf(releaseDay, buffer, days).workEnds;
  return [...readings]
    .sort((left, right) => (left.day < right.day ? -1 : 1))
    .map((reading) => pointOf(reading, planned, release));
}
