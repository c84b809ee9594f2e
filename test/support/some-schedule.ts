import * as fc from 'fast-check';
import { occurrencesOf } from '../../shared/domain/freezes/occurrences.ts';
import { meets, type Target } from '../../shared/domain/freezes/scope.ts';
import { span } from '../../shared/domain/freezes/spans.ts';
import type { Override, ScheduleRule, ScheduleRuleKind } from '../../shared/model/schedule-rule.ts';
import type { Span } from '../../shared/model/span.ts';
import type { DeployState } from '../../shared/model/verdict.ts';
import { anOverride, aRule, aScope, aTarget, daily, once } from './schedule.ts';
import { anInstant } from './times.ts';

/** A small world: six days from here on, everything in it on full hours. */
export const WORLD_START = anInstant('2026-05-11T00:00Z');
export const WORLD_HOURS = 144;
export const HOUR = 3_600_000;
export const WORLD = span(WORLD_START, WORLD_START + WORLD_HOURS * HOUR);

function localHour(hour: number): string {
  return new Date(WORLD_START + hour * HOUR).toISOString().slice(0, 16);
}

function clockHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

const someHours = fc
  .tuple(fc.integer({ min: -20, max: WORLD_HOURS + 20 }), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ start, end: start + length }));

const someScope = fc.oneof(
  { weight: 2, arbitrary: fc.constant(aScope()) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        environments: fc.subarray(['prod', 'test']),
        services: fc.subarray(['pay', 'web', 'ship']),
        regions: fc.subarray(['EU', 'us']),
        tiers: fc.subarray([1, 2]),
        tenants: fc.subarray(['acme']),
      })
      .map(aScope),
  },
);

/** Targets of the small world, some of them not wholly known. */
export const someTarget = fc
  .record({
    environment: fc.constantFrom('prod', 'test', undefined),
    service: fc.constantFrom('pay', 'web', undefined),
    region: fc.constantFrom('eu', 'US', undefined),
    tier: fc.constantFrom(1, 2, undefined),
    tenant: fc.constantFrom('acme', undefined),
  })
  .map((parts) => aTarget(Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))));

const someWhen = fc.oneof(
  someHours.map(({ start, end }) => once(localHour(start), localHour(end))),
  fc
    .tuple(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE', 'FREQ=DAILY;INTERVAL=2'),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 2 }),
    )
    .map(([rrule, start, end, endDayOffset]) =>
      daily({ rrule, start: clockHour(start), end: clockHour(end), endDayOffset }),
    ),
);

const someKind = fc.constantFrom<ScheduleRuleKind>('window', 'freeze', 'maintenance');

/** Some rules of the small world, called r0, r1 and so on. */
export const someRules = fc
  .array(fc.tuple(someKind, someScope, someWhen), { maxLength: 7 })
  .map((rules) => rules.map(([kind, scope, holds], index) => aRule({ id: `r${index}`, kind, scope, holds })));

/** Overrides of some of those rules, freezes or not, some of which do not count. */
export const someOverrides = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 6 }),
      someScope,
      someHours,
      fc.constantFrom('Ben', 'Ben', 'Ben', ' ANN', null),
      fc.integer({ min: -30, max: 100 }),
    )
    .map(([index, scope, hours, approvedBy, approvedAt]) =>
      anOverride({
        freeze: `r${index}`,
        scope,
        start: `${localHour(hours.start)}Z`,
        end: `${localHour(hours.end)}Z`,
        approvedBy,
        ...(approvedBy === null ? {} : { approvedAt: `${localHour(approvedAt)}Z` }),
      }),
    ),
  { maxLength: 4 },
);

/** What is true of one moment: the state, and the names of the rules that make it so. */
export interface MomentState {
  readonly state: DeployState;
  readonly because: readonly string[];
}

function names(rules: readonly ScheduleRule[]): readonly string[] {
  return [...new Set(rules.map((rule) => rule.name))].sort();
}

const spansOfRule = new WeakMap<ScheduleRule, readonly Span[]>();

/** All times that a rule of the small world holds; looked up once for each rule. */
function spansOf(rule: ScheduleRule): readonly Span[] {
  const wide = span(WORLD.start - 100 * 24 * HOUR, WORLD.end + 100 * 24 * HOUR);
  const spans = spansOfRule.get(rule) ?? occurrencesOf(rule.holds, wide).map((one) => one.span);
  spansOfRule.set(rule, spans);
  return spans;
}

/** The oracle: looks at every rule and every override at one moment, by the words of the issue. */
export function stateAt(
  rules: readonly ScheduleRule[],
  overrides: readonly Override[],
  target: Target,
  at: number,
): MomentState {
  const about = rules.filter((rule) => meets(rule.scope, target));
  const holding = about.filter((rule) => spansOf(rule).some((one) => one.start <= at && at < one.end));
  const isThrough = (freeze: ScheduleRule) =>
    overrides.some(
      (one) =>
        one.freezeId === freeze.id &&
        one.approvedBy === 'Ben' &&
        one.approvedAt !== null &&
        one.approvedAt <= at &&
        one.startAt <= at &&
        at < one.endAt &&
        meets(one.scope, target),
    );
  const freezes = holding.filter((rule) => rule.kind === 'freeze');
  const windows = holding.filter((rule) => rule.kind === 'window');
  const maintenances = holding.filter((rule) => rule.kind === 'maintenance');
  const frozen = freezes.filter((rule) => !isThrough(rule));
  if (frozen.length > 0) return { state: 'frozen', because: names(frozen) };
  if (maintenances.length > 0) return { state: 'maintenance', because: names(maintenances) };
  if (about.some((rule) => rule.kind === 'window') && windows.length === 0)
    return { state: 'outside-windows', because: [] };
  return { state: freezes.length > 0 ? 'overridden' : 'open', because: names([...freezes, ...windows]) };
}
