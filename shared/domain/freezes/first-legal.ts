import type { Span } from '../../model/span.ts';
import { type Instant, instant } from '../../model/time.ts';
import type { FirstLegal, TargetVerdict } from '../../model/verdict.ts';
import { judge, legalSpans } from './judge.ts';
import { isLegalState } from './legality.ts';
import type { Schedule } from './schedule.ts';
import type { Target } from './scope.ts';
import { type SpanSet, span } from './spans.ts';

/** What is looked for: from when on, for how many minutes (at least one), and among how many days. */
export interface Wanted {
  readonly after: Instant;
  readonly minutes: number;
  readonly days: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The first reach of a search, and by how much it grows. */
const REACH = 4 * DAY;
const GROWTH = 4;
/** No more reasons than this are given for one target: a wait of months has hundreds. */
const MOST_REASONS = 100;

function firstStart(legal: SpanSet, minutes: number): number | null {
  for (const { start, end } of legal) {
    const at = Math.ceil(start / MINUTE) * MINUTE;
    if (at + minutes * MINUTE <= end) return at;
  }
  return null;
}

/** Why a span is not legal: of each target that is not the first hundred segments that forbid it. */
function reasons(schedule: Schedule, targets: readonly Target[], range: Span): readonly TargetVerdict[] {
  if (range.start >= range.end) return [];
  const { targets: verdicts } = judge(schedule, targets, range);
  return verdicts.flatMap((one) => {
    const segments = one.segments.filter(({ state }) => !isLegalState(state)).slice(0, MOST_REASONS);
    return segments.length === 0 ? [] : [{ ...one, segments }];
  });
}

/**
 * The first whole minute, not before a moment, from which deploying to all targets is allowed for so many minutes on end;
 * it starts within the days given, or there is none and the answer says until when was looked. With it comes why not
 * sooner: for each target what forbids the time until then. O(k log k) a target for k occurrences up to the answer.
 */
export function firstLegal(
  schedule: Schedule,
  targets: readonly Target[],
  { after, minutes, days }: Wanted,
): FirstLegal {
  const latest = after + days * DAY;
  const length = Math.max(1, minutes);
  for (let reach = Math.min(REACH, days * DAY); ; reach = Math.min(reach * GROWTH, days * DAY)) {
    const at = firstStart(legalSpans(schedule, targets, span(after, after + reach + length * MINUTE)), length);
    if (at !== null && at < latest) {
      return { found: 'yes', at: instant(at), waiting: reasons(schedule, targets, span(after, at)) };
    }
    if (after + reach >= latest) {
      const lookedUntil = instant(latest);
      return { found: 'no', lookedUntil, waiting: reasons(schedule, targets, span(after, latest)) };
    }
  }
}
