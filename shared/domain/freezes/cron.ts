import { Failure } from '../../model/failure.ts';
import type { Span } from '../../model/span.ts';
import type { Zone } from '../../model/time.ts';
import type { Occurrence } from '../../model/verdict.ts';
import { offsetLabel, toLocal } from '../calendar/zoned-time.ts';
import { reachedAt, shownAgainAt } from './clock.ts';
import { type CronPattern, readCron } from './cron-pattern.ts';
import { overlaps, span } from './spans.ts';

/** What a cron rule says: it holds from each time that `start` names to the next that `end` names. */
export interface CronPair {
  readonly start: string;
  readonly end: string;
  readonly zone: Zone;
}

/** A named time on the wall and when it comes; two that a change of clocks brings together keep their order on the wall. */
interface Named {
  readonly at: number;
  readonly wall: number;
  readonly ends: boolean;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** More times than this to look at are refused: a pattern of every minute over years is a mistake. */
const MOST = 1_000_000;

function pattern(text: string, where: string): CronPattern {
  const read = readCron(text);
  if (read.pattern !== null) return read.pattern;
  throw new Failure('BAD_INPUT', `The cron pattern "${text}" cannot be used: ${read.problem}.`, {
    where,
    remedy: 'Write five fields such as 0 18 * * FRI: minute, hour, day of the month, month, day of the week.',
  });
}

function add(into: Named[], times: { pattern: CronPattern; ends: boolean; zone: Zone }, days: readonly number[]): void {
  const { ends, zone } = times;
  if (days.length * times.pattern.minutes.length > MOST) {
    throw new Failure(
      'TOO_LARGE',
      `A cron pattern of the rule names more than ${MOST} times in the span asked about.`,
      {
        where: ends ? 'holds.end' : 'holds.start',
        remedy: 'Let it name fewer times, or ask about a shorter span.',
      },
    );
  }
  for (const day of days) {
    for (const minute of times.pattern.minutes) {
      const wall = day * DAY + minute * MINUTE;
      into.push({ at: reachedAt(wall, zone), wall, ends });
      const again = times.pattern.everyTime ? shownAgainAt(wall, zone) : null;
      if (again !== null) into.push({ at: again, wall, ends });
    }
  }
}

/** In order of time, then of the wall; of an end and a start at once the end comes first, so that a start holds on. */
function inOrder(a: Named, b: Named): number {
  return a.at - b.at || a.wall - b.wall || Number(b.ends) - Number(a.ends);
}

function keyOf(at: Span['start'], zone: Zone): string {
  return `${toLocal(at, zone)} ${offsetLabel(at, zone)}`;
}

/** What holds between named times in order, the first of them an end: from the first start after an end to the next end. */
function pairs(named: readonly Named[], zone: Zone): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let since: number | null = null;
  for (const { at, ends } of named) {
    if (!ends) since ??= at;
    else if (since !== null) {
      const held = span(since, at);
      since = null;
      if (held.start < held.end) found.push({ key: keyOf(held.start, zone), span: held });
    }
  }
  return found;
}

/**
 * The times that a pair of cron patterns holds which share a moment with a span, in order, each whole. A start while it
 * holds already says nothing. Its key is the local time of its start with the distance from UTC. Patterns are read on
 * the wall of the zone: what clocks skip comes at the change, and is paired before that, so that what would
 * lie wholly in a gap does not hold at all; what clocks show twice counts once, or twice for a pattern with a
 * wildcard or step in minute or hour (as cron has it since Vixie). O(d * m) for d days looked at and m times a day.
 */
export function cronOccurrences({ start, end, zone }: CronPair, range: Span): readonly Occurrence[] {
  const starts = pattern(start, 'holds.start');
  const ends = pattern(end, 'holds.end');
  // Two days more than the range on both sides: no clock is a day from UTC, and no change of clocks is as long as one.
  const first = Math.floor(range.start / DAY) - 2;
  const last = Math.floor(range.end / DAY) + 2;
  const since = ends.lastDay(first) ?? first;
  const named: Named[] = [];
  add(named, { pattern: ends, ends: true, zone }, ends.days(since, ends.nextDay(last) ?? last));
  add(named, { pattern: starts, ends: false, zone }, starts.days(since - 1, last));
  named.sort(inOrder);
  const from = named.findIndex((one) => one.ends);
  return pairs(named.slice(from), zone).filter((one) => overlaps(one.span, range));
}
