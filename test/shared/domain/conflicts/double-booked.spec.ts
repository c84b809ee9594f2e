import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { ROSTER_ROLES } from '../../../../shared/model/roster.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { anAssignment, aPerson, aPlan, aRelease, hours } from '../../../support/conflicts/things.ts';

const people = [aPerson('ann', { name: 'Ann' }), aPerson('ben', { name: 'Ben' })];

function plan(assignments: Plan['assignments'], parts: Partial<Plan> = {}): Plan {
  return aPlan({
    people,
    releases: [aRelease('r1', 10), aRelease('r2', 10.5), aRelease('r3', 50)],
    assignments,
    ...parts,
  });
}

describe('shared/domain/conflicts/double-booked', () => {
  it('finds a person with parts in two deployments at once', () => {
    const [conflict, ...rest] = found(
      plan([
        anAssignment('a1', 'r1', 'ann'),
        anAssignment('a2', 'r2', 'ann', 'On-call'),
        anAssignment('a3', 'r3', 'ann'),
      ]),
      'double-booked',
    );

    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({
      key: 'double-booked person ann r1 r2',
      by: 'person',
      roles: ['On-call', 'Release lead'],
      at: hours(10.5, 11),
      resource: { kind: 'person', id: 'ann', name: 'Ann' },
      rule: '“Ann” can be in one deployment at a time.',
      severity: 'serious',
      because: '“Ann” is needed as “On-call” and “Release lead”.',
    });
    expect(sideIds(conflict as never)).toEqual(['r2', 'r1']);
  });

  it('can spare a shadow', () => {
    const shadows = [anAssignment('a1', 'r1', 'ann', ROSTER_ROLES.shadow), anAssignment('a2', 'r2', 'ann', 'shadow')];

    expect(found(plan(shadows), 'double-booked')[0]).toMatchObject({
      severity: 'minor',
      because: 'A shadow can be spared.',
    });
  });

  it.each([
    ['two parts in one release', [anAssignment('a1', 'r1', 'ann'), anAssignment('a2', 'r1', 'ann', 'On-call')]],
    ['parts at different times', [anAssignment('a1', 'r1', 'ann'), anAssignment('a3', 'r3', 'ann')]],
    ['a part each, of two people', [anAssignment('a1', 'r1', 'ann'), anAssignment('a2', 'r2', 'ben')]],
  ])('lets be %s', (_, assignments) => {
    expect(foundKeys(plan(assignments), 'double-booked')).toEqual([]);
  });

  it('lets be a person whose other release begins when the first ends, or is not to come', () => {
    const both = [anAssignment('a1', 'r1', 'ann'), anAssignment('a2', 'r2', 'ann')];

    expect(foundKeys(plan(both, { releases: [aRelease('r1', 10), aRelease('r2', 11)] }), 'double-booked')).toEqual([]);
    expect(
      foundKeys(
        plan(both, { releases: [aRelease('r1', 10), aRelease('r2', 10, { state: 'departed' })] }),
        'double-booked',
      ),
    ).toEqual([]);
  });

  it('finds a part that one can have and two were given', () => {
    const leads = [anAssignment('a1', 'r1', 'ann', 'Release lead'), anAssignment('a2', 'r1', 'ben', 'release LEAD')];
    const [conflict] = found(plan(leads), 'double-booked');

    expect(conflict).toMatchObject({
      key: 'double-booked role r1 release-lead',
      by: 'role',
      rule: '“r1” can have one Release lead, and 2 people were given that part.',
      resource: { kind: 'release', id: 'r1' },
    });
    expect(conflict?.sides.map(({ thing }) => thing.name)).toEqual(['Ann as Release lead', 'Ben as Release lead']);
  });

  it('lets many share a part that many can have, and one person have a part twice', () => {
    const calls = [anAssignment('a1', 'r1', 'ann', 'On-call'), anAssignment('a2', 'r1', 'ben', 'On-call')];
    const twice = [anAssignment('a3', 'r3', 'ann'), anAssignment('a4', 'r3', 'ann')];

    expect(foundKeys(plan([...calls, ...twice]), 'double-booked')).toEqual([]);
  });

  it('reports somebody with parts in everything at once as crowds', () => {
    const releases = Array.from({ length: 12 }, (_, index) => aRelease(`r${String(index).padStart(2, '0')}`, 10));
    const assignments = releases.map(({ id }) => anAssignment(`a-${id}`, id, 'ann'));
    const crowds = found(plan(assignments, { releases }), 'double-booked');

    expect(crowds.length).toBe(12);
    expect(crowds[0]).toMatchObject({ key: 'double-booked person ann r00 *', sideCount: 12 });
    expect(crowds[0]?.rule).toContain('“r00” shares its time with 11 others.');
  });
});
