import { toInstant, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { comingOccurrences } from '../../../shared/domain/freezes/occurrences.ts';
import { requestProblems } from '../../../shared/domain/freezes/override-rules.ts';
import type { Override, ScheduleRule, Scope } from '../../../shared/model/schedule-rule.ts';
import { type Instant, LocalTime, type Zone } from '../../../shared/model/time.ts';

/** An override as it is being typed, on the clock of the reader. */
export interface OverrideDraft {
  readonly start: string;
  readonly end: string;
  readonly reason: string;
  readonly scope: Scope;
}

const HOUR = 3_600_000;

/** An override to begin from: two hours of the freeze as it holds now or next, about all that it is about. */
export function newOverrideDraft(freeze: ScheduleRule, now: Instant, zone: Zone): OverrideDraft {
  const [next] = comingOccurrences(freeze.holds, { after: now, count: 1, days: 800 });
  const wholeHour = Math.ceil(now / HOUR) * HOUR;
  const start = Math.max(wholeHour, next?.span.start ?? wholeHour) as Instant; // one of two instants
  const end = Math.min(start + 2 * HOUR, next?.span.end ?? start + 2 * HOUR) as Instant; // one of two instants
  return { start: toLocal(start, zone), end: toLocal(end, zone), reason: '', scope: freeze.scope };
}

export interface ReadOverride {
  /** Null while something is wrong. */
  readonly request: Pick<Override, 'freezeId' | 'scope' | 'startAt' | 'endAt' | 'reason'> | null;
  readonly problems: Readonly<Record<string, string>>;
}

/** Reads what was typed: an override to ask for, or what stands against it. */
export function readOverride(draft: OverrideDraft, freeze: ScheduleRule, zone: Zone): ReadOverride {
  const [start, end] = [LocalTime.safeParse(draft.start.slice(0, 16)), LocalTime.safeParse(draft.end.slice(0, 16))];
  const problems: Record<string, string> = {};
  if (!start.success) problems.startAt = 'Choose a day and a time.';
  if (!end.success) problems.endAt = 'Choose a day and a time.';
  if (!start.success || !end.success) return { request: null, problems };
  const [startAt, endAt] = [toInstant(start.data, zone), toInstant(end.data, zone)];
  const { scope, reason } = draft;
  // Who asks is said by the core: it is whoever is at work here.
  const override = { scope, startAt, endAt, reason, requestedBy: 'me' };
  for (const { where, problem } of requestProblems({ override, freeze })) {
    problems[where === 'freezeId' ? 'endAt' : where] ??= problem;
  }
  if (reason.trim().length > 2_000) problems.reason = 'At most 2,000 characters.';
  const request = { freezeId: freeze.id, scope, startAt, endAt, reason: reason.trim() };
  return { request: Object.keys(problems).length === 0 ? request : null, problems };
}
