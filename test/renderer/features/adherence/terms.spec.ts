import { describe, expect, it } from 'vitest';
import { AdherenceSearch } from '../../../../renderer/features/adherence/search.ts';
import {
  apartWords,
  baselineChoices,
  baselineWords,
  headline,
  reportInput,
  termsWords,
} from '../../../../renderer/features/adherence/terms.ts';
import type { AdherenceReport } from '../../../../shared/contract/adherence.ts';
import type { AdherenceGroup } from '../../../../shared/model/adherence.ts';
import type { Baseline } from '../../../../shared/model/baseline.ts';
import type { BaselineId, TrainId } from '../../../../shared/model/ids.ts';
import { day, instant, type Zone } from '../../../../shared/model/time.ts';

const utc = 'UTC' as Zone;

function baseline(id: string, trainId: string | null): Baseline {
  return { id: id as BaselineId, name: id, how: 'named', trainId: trainId as TrainId | null, seq: 3, at: instant(0) };
}

function adherence(overall: Partial<AdherenceGroup>, withinDays = 0): AdherenceReport['adherence'] {
  const apart = { noBaseline: [], notDeparted: [], overdue: [], cancelled: [], removed: [] };
  return {
    terms: {
      baseline: { by: 'first-published' },
      today: day('2026-01-01'),
      withinDays,
      unit: 'calendar-days',
      quarterBy: 'baseline',
    },
    releases: [],
    overall: {
      trainId: null,
      quarter: null,
      measured: [],
      exact: 0,
      within: 0,
      early: 0,
      late: 0,
      exactRate: null,
      withinRate: null,
      apart,
      ...overall,
    },
    byTrain: [],
    byQuarter: [],
    byTrainAndQuarter: [],
  };
}

describe('renderer/features/adherence/terms', () => {
  it('asks for every train against the first published plan unless the address says otherwise', () => {
    expect(reportInput({})).toEqual({
      trainId: null,
      baseline: { by: 'first-published' },
      withinDays: 0,
      unit: 'calendar-days',
      quarterBy: 'baseline',
    });
    expect(reportInput({ train: 't1', baseline: 'b9', within: 3, unit: 'working-days' })).toMatchObject({
      trainId: 't1',
      baseline: { by: 'named', id: 'b9' },
      withinDays: 3,
      unit: 'working-days',
    });
    expect(reportInput({ baseline: 'last-published' }).baseline).toEqual({ by: 'last-published' });
  });

  it.each([
    ['a number out of range', { within: 401 }],
    ['a unit that there is not', { unit: 'weeks' }],
    ['a text that is too long', { open: 'x'.repeat(401) }],
  ])('drops %s from the address', (_what, typed) => {
    expect(AdherenceSearch.parse(typed)).toEqual({});
  });

  it('offers the baselines of the whole plan and of the chosen train', () => {
    const all = [baseline('whole', null), baseline('mine', 't1'), baseline('other', 't2')];

    const values = (trainId: string | undefined) =>
      baselineChoices(all, trainId)
        .slice(3)
        .map(({ value }) => value);

    expect(values('t1')).toEqual(['whole', 'mine']);
    expect(values(undefined)).toEqual(['whole', 'mine', 'other']);
  });

  it('says by what is measured, for paper', () => {
    const { terms } = adherence({}, 3);

    expect(termsWords({ ...terms, unit: 'working-days' }, utc)).toEqual([
      'Against the first day that was published before each departure',
      'on time within 3 working days',
      'in the quarter promised',
    ]);
  });

  it('names the baseline with every sentence', () => {
    const some = adherence({ measured: ['a', 'b', 'c'], exact: 1, within: 2, exactRate: 1 / 3, withinRate: 2 / 3 }, 2);

    expect(headline({ adherence: some }, utc)).toBe(
      '1 of 3 releases left on the very day (33 %), 2 within 2 days of it (67 %). Measured against the first day that was published before each departure.',
    );
    expect(headline({ adherence: adherence({}) }, utc)).toBeNull();
    expect(
      baselineWords({ by: 'named', id: 'b' as BaselineId, name: 'Agreed', trainId: null, seq: 3, at: instant(0) }, utc),
    ).toMatch(/^the plan as of baseline “Agreed” \(.*1970.*\)$/);
  });

  it('names what could not be measured, three of each by name', () => {
    const { overall } = adherence({});
    const apart = { ...overall.apart, overdue: ['a'], notDeparted: ['b', 'c', 'd', 'e'] };

    const words = apartWords(adherence({ apart }), (key) => key.toUpperCase());

    expect(words).toEqual(['1 overdue: A', '4 still ahead: B, C, D, …']);
  });
});
