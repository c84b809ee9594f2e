import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/approved-baseline', () => {
  let test: TestCore;
  let trainId: TrainId;
  let id: ReleaseId;

  beforeEach(async () => {
    test = await testCore();
    trainId = (await test.client.trains.create(biweeklyPlan())).id;
    id = (await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-01') })).id;
  });
  afterEach(() => test.end());

  it('keeps the plan of the train when a release goes under way, to measure by', async () => {
    await test.client.releases.move({ id, day: day('2026-12-03') });
    await test.client.releases.update({ id, state: 'under-way' });
    await test.client.releases.move({ id, day: day('2026-12-09') });
    test.env.at('2026-12-09T22:00:00Z');
    await test.client.releases.update({ id, state: 'departed' });

    const [kept, ...others] = await test.client.adherence.baselines({});
    const { adherence } = await test.client.adherence.report({
      trainId,
      baseline: { by: 'named', id: kept?.id ?? ('' as never) },
    });

    expect(others).toEqual([]);
    expect(kept).toMatchObject({ name: 'R1 under way', how: 'approval', trainId });
    expect(adherence.releases).toMatchObject([{ outcome: 'measured', baseline: { day: '2026-12-03' }, slipDays: 6 }]);
  });

  it('keeps none for other changes, nor for one that is under way already', async () => {
    await test.client.releases.update({ id, name: 'R1a' });
    await test.client.releases.update({ id, state: 'under-way' });
    await test.client.releases.update({ id, state: 'under-way', notes: 'late' });
    await test.client.releases.update({ id, state: 'cancelled' });

    expect(await test.client.adherence.baselines({})).toHaveLength(1);
  });

  it('is taken back with the change that made it', async () => {
    const { seq } = await test.client.releases.update({ id, state: 'under-way' });

    await test.client.journal.undo({ seq: seq ?? 0 });

    expect(await test.client.adherence.baselines({})).toEqual([]);
  });

  it('cuts a name that is too long', async () => {
    const name = 'x'.repeat(160);
    await test.client.releases.update({ id, name });
    await test.client.releases.update({ id, state: 'under-way' });

    const [kept] = await test.client.adherence.baselines({});

    expect(kept?.name).toBe(`${'x'.repeat(110)} under way`);
  });
});
