import type { Scope } from '../../model/schedule-rule.ts';
import { regionKey, type Target } from './scope.ts';

/** Whether a target, its region written as `regionKey` does, is one that a scope is about; made once and asked often. */
export type ScopeTest = (target: Target) => boolean;

type Dimension = readonly [list: keyof Scope, value: keyof Target];

/** Those that tell most targets apart come first. */
const DIMENSIONS: readonly Dimension[] = [
  ['services', 'serviceId'],
  ['tenants', 'tenant'],
  ['environments', 'environmentId'],
  ['teams', 'teamId'],
  ['regions', 'region'],
  ['tiers', 'tier'],
];

/** The bucket of scopes about everything. */
const EVERYTHING = '';
/** A rule is laid out once for each value of the list chosen: lists up to this length cost little. */
const NOT_LONG = 32;

function valuesOf(scope: Scope, list: keyof Scope): readonly (string | number)[] {
  return list === 'regions' ? scope.regions.map(regionKey) : scope[list];
}

/** Makes the test of a scope; the same answer as `meets`, without looking through its lists. */
export function scopeTest(scope: Scope): ScopeTest {
  const tests = DIMENSIONS.flatMap(([list, value]) => {
    const named: ReadonlySet<string | number | null> = new Set(valuesOf(scope, list));
    return named.size === 0 ? [] : [(target: Target) => named.has(target[value])];
  });
  const [only] = tests;
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return (target) => tests.every((test) => test(target));
}

/** The target with its region as scope tests expect it. */
export function withRegionKey(target: Target): Target {
  return target.region === null ? target : { ...target, region: regionKey(target.region) };
}

/**
 * The buckets that a scope is put into, one for each value of one of its lists: of the list that tells most targets apart
 * and is not long, else of the shortest; one for all targets where it names nothing. A target that the scope is about looks
 * into exactly one of them.
 */
export function bucketsOfScope(scope: Scope): readonly string[] {
  const named = DIMENSIONS.map(([list]) =>
    [...new Set(valuesOf(scope, list))].map((value) => `${list}:${value}`),
  ).filter((keys) => keys.length > 0);
  const shortest = named.toSorted((a, b) => a.length - b.length)[0];
  return named.find((keys) => keys.length <= NOT_LONG) ?? shortest ?? [EVERYTHING];
}

/** The buckets in which all scopes about a target are found, beside others; the region as `withRegionKey` makes it. */
export function bucketsOfTarget(target: Target): readonly string[] {
  const named = DIMENSIONS.flatMap(([list, value]) => (target[value] === null ? [] : [`${list}:${target[value]}`]));
  return [EVERYTHING, ...named];
}
