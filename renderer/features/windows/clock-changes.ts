import { addDays } from '../../../shared/domain/calendar/days.ts';
import { describeLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { offsetOn } from '../../../shared/domain/freezes/clock.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { span } from '../../../shared/domain/freezes/spans.ts';
import type { Clock, When } from '../../../shared/model/schedule-rule.ts';
import type { Day, Instant, LocalTime } from '../../../shared/model/time.ts';
import type { Occurrence } from '../../../shared/model/verdict.ts';
import { clocksOf, localOn } from '../../lib/clock-words.ts';
import { formatDay, formatDuration } from '../../lib/format.ts';

const DAY = 86_400_000;
/** How far ahead changes of clocks are looked for: each zone that has them changes twice in this. */
const AHEAD_DAYS = 400;

interface TypedEnds {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** The local times that were typed for one occurrence; null where cron names them. */
function typedEnds(holds: When, { key }: Occurrence): TypedEnds | null {
  if (holds.by === 'cron') return null;
  if (holds.by === 'once') return { start: holds.start.local, end: holds.end.local };
  const end = addDays(key as Day, holds.endDayOffset); // the key of a recurring rule's occurrence is its day
  return { start: `${key}T${holds.startTime}` as LocalTime, end: `${end}T${holds.endTime}` as LocalTime }; // a day and a time
}

function boundRemark(verb: 'starts' | 'ends', typed: LocalTime, at: { clock: Clock; moment: number }): string | null {
  const { clock, moment } = at;
  if (clock.by !== 'zone') return null;
  const kind = describeLocal(typed, clock.zone);
  const day = formatDay(typed.slice(0, 10) as Day); // a local time begins with its day
  const time = typed.slice(11);
  if (kind === 'gap') return `${day}: clocks skip ${time}, so it ${verb} at ${localOn(clock, moment).slice(11)}.`;
  return kind === 'fold' ? `${day}: clocks show ${time} twice; it ${verb} the first time.` : null;
}

/** The day, on a clock, on which it changes between two moments by as much as it does in all. */
function dayOfChange(clock: Clock, start: number, end: number): Day {
  const before = offsetOn(clock, start);
  let at = start;
  while (at < end && offsetOn(clock, at) === before) at += DAY / 24;
  return localOn(clock, Math.min(at, end)).slice(0, 10) as Day; // a local time begins with its day
}

function lengthRemark(holds: When, { span: { start, end } }: Occurrence): string | null {
  const clocks = clocksOf(holds);
  if (JSON.stringify(clocks.start) !== JSON.stringify(clocks.end)) return null;
  const change = offsetOn(clocks.end, end) - offsetOn(clocks.start, start);
  if (change === 0) return null;
  const day = formatDay(dayOfChange(clocks.start, start, end));
  const [way, more] = change > 0 ? ['forward', 'less'] : ['back', 'more'];
  return `${day}: clocks go ${way} during it, so it lasts ${formatDuration(Math.abs(change))} ${more}.`;
}

function remarksOf(holds: When, occurrence: Occurrence): readonly string[] {
  const typed = typedEnds(holds, occurrence);
  const clocks = clocksOf(holds);
  const { start, end } = occurrence.span;
  const bounds =
    typed === null
      ? []
      : [
          boundRemark('starts', typed.start, { clock: clocks.start, moment: start }),
          boundRemark('ends', typed.end, { clock: clocks.end, moment: end }),
        ].filter((remark) => remark !== null);
  if (bounds.length > 0) return bounds;
  const length = lengthRemark(holds, occurrence);
  return length === null ? [] : [length];
}

/** What changes of clocks do to a rule in the year to come, in words; none where they do nothing. */
export function clockChanges(holds: When, after: Instant): readonly string[] {
  const range = holds.by === 'once' ? span(0, Number.MAX_SAFE_INTEGER) : span(after, after + AHEAD_DAYS * DAY);
  return occurrencesOf(holds, range).flatMap((occurrence) => remarksOf(holds, occurrence));
}
