import { describe, expect, it } from 'vitest';
import { EVERYTHING, isAbout, namesOf, scopeWords, targetWords } from '../../../../renderer/features/windows/names.ts';
import { Scope } from '../../../../shared/model/schedule-rule.ts';
import { Target } from '../../../../shared/model/verdict.ts';

const names = namesOf(
  // Only the names are looked at.
  { services: [{ id: 's1', name: 'ledger' }], teams: [{ id: 't1', name: 'Checkout' }] } as never,
  [{ id: 'e1', name: 'production' }] as never,
);
const scopeOf = (changes: object) => Scope.parse({ ...EVERYTHING, ...changes });
const targetOf = (changes: object) =>
  Target.parse({
    environmentId: null,
    region: null,
    serviceId: null,
    tier: null,
    teamId: null,
    tenant: null,
    ...changes,
  });

describe('renderer/features/windows/names', () => {
  it.each([
    [{}, 'everything'],
    [{ regions: ['eu-west', 'ap'] }, 'region eu-west or ap'],
    [
      { services: ['s1', 'gone'], environments: ['e1'] },
      'environment production, and service ledger or a removed service',
    ],
    [
      { tiers: [1, 2, 3], teams: ['t1'], tenants: ['ACME'] },
      'services of tier 1, 2 or 3, and team Checkout, and tenant ACME',
    ],
  ])('says what %j is about', (changes, words) => {
    expect(scopeWords(scopeOf(changes), names)).toBe(words);
  });

  it.each([
    [{}, 'A place that nothing is known of'],
    [{ serviceId: 's1', tier: 1, teamId: 't1', environmentId: 'e1', region: 'eu' }, 'ledger in production, eu'],
    [{ teamId: 't1' }, 'what team Checkout deploys'],
    [{ tier: 2, tenant: 'ACME' }, 'a service of tier 2 for ACME'],
    [{ environmentId: 'e1' }, 'production'],
  ])('names the place %j', (changes, words) => {
    expect(targetWords(targetOf(changes), names)).toBe(words);
  });

  it('tells everything from something', () => {
    expect(isAbout(EVERYTHING, 'everything')).toBe(true);
    expect(isAbout(scopeOf({ tiers: [1] }), 'everything')).toBe(false);
    expect(isAbout(scopeOf({ tiers: [1] }), 'tiers')).toBe(true);
    expect(isAbout(scopeOf({ tiers: [1] }), 'teams')).toBe(false);
  });
});
