import { describe, expect, it } from 'vitest';
import { adherenceOf } from '../../../../shared/domain/adherence/on-time.ts';
import { planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import { rateSeries, slipSeries } from '../../../../shared/domain/adherence/trend.ts';
import { AdherenceTerms } from '../../../../shared/model/adherence.ts';
import { planJournal, releaseRow } from '../../../support/plan-journal.ts';
import { aDay, aZone } from '../../../support/times.ts';

const TERMS = AdherenceTerms.parse({
  baseline: { by: 'first-published' },
  today: '2026-12-31',
  withinDays: 2,
  unit: 'calendar-days',
  quarterBy: 'baseline',
});

/** Entries 1 to 4 plan, 5 to 7 record departures. */
function adherence() {
  const journal = planJournal();
  for (const [id, day] of [
    ['late', '2026-01-20'],
    ['exact', '2026-02-10'],
    ['near', '2026-02-11'],
    ['open', '2026-05-05'],
  ] as const) {
    journal.add('2025-12-01T10:00Z', [releaseRow(id, { day })]);
  }
  for (const [id, day] of [
    ['late', '2026-03-02'],
    ['exact', '2026-02-10'],
    ['near', '2026-02-13'],
  ] as const) {
    journal.add('2026-03-02T10:00Z', [releaseRow(id, { day, state: 'departed' })]);
  }
  const { tracks } = planTracks({ ...journal, observations: [], zoneOf: () => aZone('UTC') });
  return adherenceOf(tracks, TERMS, () => ({
    workdays: [1, 2, 3, 4, 5],
    daysOff: new Map([[aDay('2026-02-12'), 'Off']]),
  }));
}

const entry = (seq: number) => ({ by: 'entry', seq });

describe('shared/domain/adherence/trend', () => {
  it('has the slips in the order of departures, each with the entries behind it', () => {
    expect(slipSeries(adherence().releases, 'calendar-days')).toEqual([
      { key: 'exact', label: 'exact', value: 0, sources: [entry(2), entry(6)] },
      { key: 'near', label: 'near', value: 2, sources: [entry(3), entry(7)] },
      { key: 'late', label: 'late', value: 41, sources: [entry(1), entry(5)] },
    ]);
  });

  it('has the slips in working days where that is asked for', () => {
    expect(slipSeries(adherence().releases, 'working-days').map(({ value }) => value)).toEqual([0, 1, 28]);
  });

  it('has the rate of each quarter, with all entries behind it, and names quarters without one', () => {
    const exact = rateSeries(adherence(), 'exactRate');
    const within = rateSeries(adherence(), 'withinRate');

    expect(exact.values).toEqual([
      {
        key: '2026-Q1',
        label: '2026-Q1',
        value: 1 / 3,
        sources: [entry(1), entry(5), entry(2), entry(6), entry(3), entry(7)],
      },
    ]);
    expect(within.values.map(({ value }) => value)).toEqual([2 / 3]);
    expect([exact.unmeasured, within.unmeasured]).toEqual([['2026-Q2'], ['2026-Q2']]);
  });
});
