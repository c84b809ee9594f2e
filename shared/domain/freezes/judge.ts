import type { Span } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import type { TargetVerdict, Verdict } from '../../model/verdict.ts';
import { isLegalSpan, isLegalState, legalSpansOf, timeline } from './legality.ts';
import { type Schedule, scheduleFor } from './schedule.ts';
import type { Target } from './scope.ts';
import { intersect, normalise, type SpanSet, span, totalMinutes } from './spans.ts';

/** A deployment as it was asked for; `scheduledAt` null for one at once. */
export interface AskedDeployment {
  readonly askedAt: Instant;
  readonly scheduledAt: Instant | null;
  readonly minutes: number;
}

const MINUTE = 60_000;

/**
 * The span in which a deployment is judged: from the time that it is scheduled for, and not from when somebody asked,
 * unless it is to begin at once. So a freeze between now and then says nothing, and one at that time does.
 */
export function spanOfDeployment({ askedAt, scheduledAt, minutes }: AskedDeployment): Span {
  const start = scheduledAt ?? askedAt;
  return span(start, start + minutes * MINUTE);
}

function judgeTarget(schedule: Schedule, target: Target, range: Span): TargetVerdict {
  const segments = timeline(scheduleFor(schedule, target), range);
  return { target, legal: segments.every((one) => isLegalState(one.state)), segments };
}

/**
 * Whether deploying to all targets is allowed for the whole of a span, with the reasons: each target is judged by itself,
 * by what holds in the span and nothing outside it. An empty span is the moment at which it lies. Without targets there is
 * nothing that could forbid it. O(log n + k log k) a target for k occurrences in the span.
 */
export function judge(schedule: Schedule, targets: readonly Target[], range: Span): Verdict {
  const verdicts = targets.map((target) => judgeTarget(schedule, target, range));
  return { span: range, legal: verdicts.every((one) => one.legal), targets: verdicts };
}

/**
 * Whether deploying to all targets is allowed for the whole of a span: the verdict of `judge` alone, for many questions.
 * O(log n + k) a target, and no further than the first thing that forbids it.
 */
export function isLegal(schedule: Schedule, targets: readonly Target[], range: Span): boolean {
  return targets.every((target) => isLegalSpan(scheduleFor(schedule, target), range));
}

/** When deploying to all targets at once is allowed in a span. O(k log k) a target. */
export function legalSpans(schedule: Schedule, targets: readonly Target[], range: Span): SpanSet {
  let legal = normalise([range]);
  for (const target of targets) {
    if (legal.length === 0) return legal;
    legal = intersect(legal, legalSpansOf(scheduleFor(schedule, target), range));
  }
  return legal;
}

/** How many minutes of a span deploying to all targets at once is allowed in. O(k log k) a target. */
export function legalMinutes(schedule: Schedule, targets: readonly Target[], range: Span): number {
  return totalMinutes(legalSpans(schedule, targets, range));
}
