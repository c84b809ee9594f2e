import { Failure } from '../../model/failure.ts';
import type { ScheduleRuleId } from '../../model/ids.ts';
import type { Override, ScheduleRule } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Occurrence } from '../../model/verdict.ts';
import { type IntervalIndex, intervalIndex, someOverlap } from './interval-index.ts';
import { occurrencesOf } from './occurrences.ts';
import { countsIn } from './override-rules.ts';
import type { Target } from './scope.ts';
import { bucketsOfScope, bucketsOfTarget, type ScopeTest, scopeTest, withRegionKey } from './scope-index.ts';
import { span } from './spans.ts';

/** A rule made ready: its scope as a test, its occurrences by stretch of time as far as they were asked for. */
interface ReadyRule {
  readonly rule: ScheduleRule;
  readonly test: ScopeTest;
  readonly buckets: readonly string[];
  readonly byStretch: Map<number, readonly Held[]>;
}

/** The rules whose scope names one value, or nothing. */
interface Bucket {
  readonly rules: readonly ReadyRule[];
  /** The tests of its windows, each scope once. */
  readonly windows: readonly ScopeTest[];
  readonly byStretch: Map<number, IntervalIndex<Held>>;
}

interface ReadyOverride {
  readonly override: Override;
  readonly test: ScopeTest;
  readonly span: Span;
}

/** One time that a rule holds. */
export interface Held {
  readonly rule: ScheduleRule;
  readonly occurrence: Occurrence;
  readonly test: ScopeTest;
}

/** An override that counts, and when. */
export interface Counting {
  readonly override: Override;
  readonly span: Span;
}

/**
 * Rules and overrides made ready for many questions. It answers for any time: a stretch of time is laid out when the first
 * question reaches it, and kept.
 */
export interface Schedule {
  readonly rules: ReadonlyMap<ScheduleRuleId, ReadyRule>;
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly overrides: ReadonlyMap<ScheduleRuleId, readonly ReadyOverride[]>;
}

/** What changes in a schedule: rules taken out by id, then rules put in, which replace those of the same id. */
export interface ScheduleChange {
  readonly drop: readonly ScheduleRuleId[];
  readonly put: readonly ScheduleRule[];
}

/** The length of a stretch: about the half of a year, so that a year's plan needs two or three. */
const STRETCH = 192 * 86_400_000;

function readyRule(rule: ScheduleRule): ReadyRule {
  return { rule, test: scopeTest(rule.scope), buckets: bucketsOfScope(rule.scope), byStretch: new Map() };
}

function heldIn(ready: ReadyRule, stretch: number): readonly Held[] {
  const known = ready.byStretch.get(stretch);
  if (known !== undefined) return known;
  const { rule, test } = ready;
  try {
    const found = occurrencesOf(rule.holds, span(stretch * STRETCH, (stretch + 1) * STRETCH));
    const held = found.map((occurrence) => ({ rule, occurrence, test }));
    ready.byStretch.set(stretch, held);
    return held;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, where, remedy } = error;
    throw new Failure(code, `The ${rule.kind} "${rule.name}": ${message}`, { where, remedy }, { cause: error });
  }
}

function spanOf({ occurrence }: Held): Span {
  return occurrence.span;
}

function makeBucket(rules: readonly ReadyRule[]): Bucket {
  const windows = new Map<string, ScopeTest>();
  for (const { rule, test } of rules) if (rule.kind === 'window') windows.set(JSON.stringify(rule.scope), test);
  return { rules, windows: [...windows.values()], byStretch: new Map() };
}

function indexOf(bucket: Bucket, stretch: number): IntervalIndex<Held> {
  const known = bucket.byStretch.get(stretch);
  if (known !== undefined) return known;
  const held = bucket.rules.flatMap((ready) => heldIn(ready, stretch));
  const index = intervalIndex(held, spanOf);
  bucket.byStretch.set(stretch, index);
  return index;
}

function readyOverrides(overrides: readonly Override[]): Schedule['overrides'] {
  const byFreeze = new Map<ScheduleRuleId, ReadyOverride[]>();
  for (const override of overrides) {
    const counts = countsIn(override);
    if (counts === null) continue;
    const known = byFreeze.get(override.freezeId) ?? [];
    known.push({ override, test: scopeTest(override.scope), span: counts });
    byFreeze.set(override.freezeId, known);
  }
  return byFreeze;
}

/**
 * Makes rules and overrides ready, in any order; of two rules with one id the later counts. O(r) for r rules (a rule
 * with a long scope is counted once for each value of its shortest list), and for each stretch of time that questions
 * reach O(n log n) in the occurrences there.
 */
export function makeSchedule(rules: readonly ScheduleRule[], overrides: readonly Override[]): Schedule {
  const ready = new Map(rules.map((rule) => [rule.id, readyRule(rule)]));
  const byBucket = new Map<string, ReadyRule[]>();
  for (const one of ready.values()) {
    for (const key of one.buckets) {
      const known = byBucket.get(key);
      if (known === undefined) byBucket.set(key, [one]);
      else known.push(one);
    }
  }
  const buckets = new Map([...byBucket].map(([key, members]) => [key, makeBucket(members)]));
  return { rules: ready, buckets, overrides: readyOverrides(overrides) };
}

/** A bucket without some rules and with others; the stretches that were laid out before are so again. */
function changeBucket(old: Bucket | undefined, gone: ReadonlySet<ScheduleRuleId>, added: readonly ReadyRule[]): Bucket {
  const bucket = makeBucket([...(old?.rules ?? []).filter((one) => !gone.has(one.rule.id)), ...added]);
  for (const [stretch, { items }] of old?.byStretch ?? []) {
    const held = items.filter((one) => !gone.has(one.rule.id));
    for (const ready of added) held.push(...heldIn(ready, stretch));
    bucket.byStretch.set(stretch, intervalIndex(held, spanOf));
  }
  return bucket;
}

/**
 * The schedule with some rules changed; the other is left as it was. Only what meets the changed rules' scopes is laid out
 * again: O(r + n) for r rules in all and n occurrences beside the changed ones, with no sorting to speak of.
 */
export function changeRules(schedule: Schedule, { drop, put }: ScheduleChange): Schedule {
  const rules = new Map(schedule.rules);
  const buckets = new Map(schedule.buckets);
  const added = [...new Map(put.map((rule) => [rule.id, readyRule(rule)])).values()];
  const gone = new Set([...drop, ...put.map((rule) => rule.id)]);
  const touched = new Set(added.flatMap((one) => one.buckets));
  for (const id of gone) {
    for (const key of rules.get(id)?.buckets ?? []) touched.add(key);
    rules.delete(id);
  }
  for (const one of added) rules.set(one.rule.id, one);
  for (const key of touched) {
    const bucket = changeBucket(
      buckets.get(key),
      gone,
      added.filter((one) => one.buckets.includes(key)),
    );
    if (bucket.rules.length === 0) buckets.delete(key);
    else buckets.set(key, bucket);
  }
  return { ...schedule, rules, buckets };
}

/** The schedule with other overrides; the other is left as it was. O(o). */
export function changeOverrides(schedule: Schedule, overrides: readonly Override[]): Schedule {
  return { ...schedule, overrides: readyOverrides(overrides) };
}

/** What a schedule says of one target: made once, asked for any span. */
export interface TargetSchedule {
  /** Whether any window, at whatever time, is about the target: if so, deploying is allowed only inside windows. */
  readonly hasWindows: boolean;
  /**
   * Whether one of the times that rules about the target hold which share a moment with a span meets a test, asked in no
   * order and no further than the first that does. O(log n + k) for k asked.
   */
  readonly someHeld: (range: Span, test: (held: Held) => boolean) => boolean;
  /** The overrides of a freeze that count for the target. */
  readonly overridesOf: (freeze: ScheduleRuleId) => readonly Counting[];
}

const NO_OVERRIDES: readonly Counting[] = [];

/** Looks a target up: O(1), but for windows that share a value with it and are not about it. */
export function scheduleFor(schedule: Schedule, place: Target): TargetSchedule {
  const target = withRegionKey(place);
  const buckets = bucketsOfTarget(target).flatMap((key) => schedule.buckets.get(key) ?? []);
  return {
    hasWindows: buckets.some((bucket) => bucket.windows.some((test) => test(target))),
    someHeld: (range, test) => {
      const first = Math.floor(range.start / STRETCH);
      const last = Math.ceil(range.end / STRETCH) - 1;
      return buckets.some((bucket) => {
        for (let stretch = first; stretch <= last; stretch += 1) {
          // What began in an earlier stretch was met there.
          const since = stretch === first ? Number.NEGATIVE_INFINITY : stretch * STRETCH;
          const isMet = (held: Held) => held.occurrence.span.start >= since && held.test(target) && test(held);
          if (someOverlap(indexOf(bucket, stretch), range, isMet)) return true;
        }
        return false;
      });
    },
    overridesOf: (freeze) => schedule.overrides.get(freeze)?.filter((one) => one.test(target)) ?? NO_OVERRIDES,
  };
}

/** All times that rules about a target hold which share a moment with a span, in no order. O(log n + k). */
export function heldDuring(schedule: TargetSchedule, range: Span): readonly Held[] {
  const found: Held[] = [];
  schedule.someHeld(range, (held) => {
    found.push(held);
    return false;
  });
  return found;
}
