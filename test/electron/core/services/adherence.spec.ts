import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

const FIRST = { by: 'first-published' } as const;

describe('electron/core/services/adherence', () => {
  let test: TestCore;
  let trainId: TrainId;
  let release: ReleaseId;

  beforeEach(async () => {
    test = await testCore();
    trainId = (await test.client.trains.create(biweeklyPlan())).id;
    release = (await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-01') })).id;
  });
  afterEach(() => test.end());

  async function depart(id: ReleaseId, iso: string): Promise<void> {
    test.env.at(iso);
    await test.client.releases.update({ id, state: 'departed' });
  }

  it('measures a slip against the first plan, a named one and the last, and names the entries behind each', async () => {
    test.env.pass(60_000);
    await test.client.releases.move({ id: release, day: day('2026-12-03') });
    const named = await test.client.adherence.addBaseline({ name: 'Agreed', how: 'named', trainId });
    test.env.pass(60_000);
    await test.client.releases.move({ id: release, day: day('2026-12-08') });
    await depart(release, '2026-12-08T21:00:00Z');

    const slips = await Promise.all(
      [FIRST, { by: 'named', id: named.id } as const, { by: 'last-published' } as const].map(async (baseline) => {
        const { adherence } = await test.client.adherence.report({ trainId, baseline });
        const [one] = adherence.releases;
        return one?.outcome === 'measured' ? [one.baseline.day, one.slipDays, one.slipWorkingDays] : one?.outcome;
      }),
    );
    const [track] = await test.client.adherence.tracks({ trainId });

    // From Tuesday the 1st: Wednesday to Friday, Monday, Tuesday. From Thursday the 3rd: Friday, Monday, Tuesday.
    expect(slips).toEqual([
      ['2026-12-01', 7, 5],
      ['2026-12-03', 5, 3],
      ['2026-12-08', 0, 0],
    ]);
    // Entry 1 created the workspace and 2 the train; 5 named the baseline.
    expect(track?.versions.map(({ day: planned, state, source }) => [planned, state, source])).toEqual([
      ['2026-12-01', 'planned', { by: 'entry', seq: 3 }],
      ['2026-12-03', 'planned', { by: 'entry', seq: 4 }],
      ['2026-12-08', 'planned', { by: 'entry', seq: 6 }],
      ['2026-12-08', 'departed', { by: 'entry', seq: 7 }],
    ]);
  });

  it('gives on-time rates with what could not be measured named apart', async () => {
    const later = await test.client.releases.add({ trainId, name: 'R2', day: day('2026-12-15') });
    await test.client.releases.add({ trainId, name: 'R3', day: day('2027-01-12') });
    await test.client.releases.move({ id: later.id, day: day('2026-12-16') });
    await depart(release, '2026-12-01T21:00:00Z');
    await depart(later.id, '2026-12-16T21:00:00Z');

    const { adherence, distribution, slips } = await test.client.adherence.report({
      trainId,
      baseline: FIRST,
      withinDays: 1,
    });

    expect(adherence.overall).toMatchObject({ exact: 1, within: 2, late: 1, early: 0, exactRate: 0.5, withinRate: 1 });
    expect(adherence.overall.apart.notDeparted).toHaveLength(1);
    expect(adherence.byQuarter.map(({ quarter, exact }) => [quarter, exact])).toEqual([
      ['2026-Q4', 1],
      ['2027-Q1', 0],
    ]);
    expect(distribution.slips.map(({ days, keys }) => [days, keys.length])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(slips.points.map(({ label, value }) => [label, value])).toEqual([
      ['R1', 0],
      ['R2', 1],
    ]);
  });

  it('keeps the history of a plan from elsewhere, once', async () => {
    const rows = [
      { releaseName: 'v1', day: day('2026-03-01'), observedOn: day('2026-01-10'), actual: false },
      { releaseName: 'v1', day: day('2026-03-08'), observedOn: day('2026-02-20'), actual: false },
      { releaseName: 'v1', day: day('2026-03-08'), observedOn: day('2026-03-08'), actual: true },
    ];
    const input = { trainId, source: 'the release calendar', rows };

    const first = await test.client.adherence.importHistory(input);
    const again = await test.client.adherence.importHistory(input);
    const { adherence } = await test.client.adherence.report({ trainId, baseline: FIRST });

    expect(first).toMatchObject({ added: 3, known: 0 });
    expect(again).toMatchObject({ added: 0, known: 3 });
    expect(adherence.releases.find(({ name }) => name === 'v1')).toMatchObject({ outcome: 'measured', slipDays: 7 });
  });

  it('counts scope that came aboard after the cut-off', async () => {
    // The cut-off lies five working days before Tuesday the 1st: Tuesday 24 November, 9:00 in Berlin.
    await test.client.releases.board({ releaseId: release, workItemIds: [], written: 'In time', reason: '' });
    test.env.at('2026-11-25T09:00:00Z');
    await test.client.releases.board({ releaseId: release, workItemIds: [], written: 'Too late', reason: 'Urgent' });

    const { churn } = await test.client.adherence.report({ trainId, baseline: FIRST });

    expect(churn).toMatchObject([{ releaseId: release, added: 1, dropped: 0, aboardAtCutOff: 1, exceptionRate: 0.5 }]);
    expect(churn[0]?.events.map(({ title, reason }) => [title, reason])).toEqual([['Too late', 'Urgent']]);
  });

  it('removes baselines, and with a train everything that was kept about its plan', async () => {
    const { id } = await test.client.adherence.addBaseline({ name: 'Agreed', how: 'named', trainId });
    await test.client.adherence.addBaseline({ name: 'All', how: 'approval', trainId: null });
    await test.client.adherence.removeBaseline({ id });
    await test.client.adherence.addBaseline({ name: 'Again', how: 'named', trainId });

    await test.client.trains.remove({ id: trainId });
    const left = await test.client.adherence.baselines({});
    await test.client.journal.undo({ seq: null });

    expect(left.map(({ name }) => name)).toEqual(['All']);
    expect((await test.client.adherence.baselines({})).map(({ name }) => name).toSorted()).toEqual(['Again', 'All']);
  });

  it('says which baseline is gone', async () => {
    const baseline = { by: 'named', id: 'baseline-9' as never } as const;

    await expect(test.client.adherence.report({ trainId, baseline })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
