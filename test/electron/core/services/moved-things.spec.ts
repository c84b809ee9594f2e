import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { day, instant, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, personPlan } from '../../../support/plans.ts';

async function ledger({ client }: TestCore): Promise<ReleaseId> {
  const stages = biweeklyPlan().stages.slice(0, 1);
  const { id: trainId } = await client.trains.create(biweeklyPlan({ name: 'Ledger', cadence: null, stages }));
  return (await client.releases.add({ trainId, name: '1', day: day('2027-04-06') })).id;
}

describe('electron/core/services/moved-things', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it.each(['release', 'milestone', 'unassign', 'hand-over'] as const)(
    'refuses a way out whose %s is not as it was found, before anything is done',
    async (kind) => {
      const releaseId = await ledger(test);
      const { milestones } = await test.client.releases.get({ id: releaseId });
      const milestone = milestones[0] ?? expect.fail('no milestone');
      const { id: personId } = await test.client.catalogue.addPerson(personPlan());
      const { id: assignmentId } = await test.client.assignments.add({ releaseId, personId, role: 'Approver' });
      const first = {
        kind: 'release' as const,
        releaseId,
        day: day('2027-04-13'),
        departureTime: '21:00' as never,
        base: { departsAt: (await test.client.releases.get({ id: releaseId })).release.departsAt },
      };
      const was = instant(0);
      const stale = {
        release: { ...first, base: { departsAt: was } },
        milestone: {
          kind: 'milestone' as const,
          milestoneId: milestone.id,
          startLocal: '2027-04-01T09:00' as LocalTime,
          endLocal: null,
          base: { startAt: was, endAt: null },
        },
        unassign: { kind: 'unassign' as const, assignmentId, base: { personId: 'person_0' as never } },
        'hand-over': {
          kind: 'hand-over' as const,
          assignmentId,
          personId,
          base: { personId: 'person_0' as never },
        },
      };
      const words = {
        release: '“Ledger 1” is at Tue 6 Apr 2027, 09:00 now',
        milestone: `“${milestone.name} of Ledger 1” is at`,
        unassign: '“Approver” of “Ledger 1” is “Grace” now',
        'hand-over': '“Approver” of “Ledger 1” is “Grace” now',
      };

      const refused = test.client.conflicts.resolve({ key: null, steps: [first, stale[kind]] });

      await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(words[kind]) });
      expect((await test.client.releases.get({ id: releaseId })).release.day).toBe('2027-04-06');
    },
  );
});
