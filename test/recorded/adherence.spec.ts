import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { baselineVersion } from '../../shared/domain/adherence/baseline-version.ts';
import { controlChart } from '../../shared/domain/adherence/control-chart.ts';
import { adherenceOf, measuredOf } from '../../shared/domain/adherence/on-time.ts';
import { planTracks } from '../../shared/domain/adherence/plan-tracks.ts';
import { slipDistribution } from '../../shared/domain/adherence/slip-distribution.ts';
import { slipSeries } from '../../shared/domain/adherence/trend.ts';
import { workingDays } from '../../shared/domain/calendar/working-days.ts';
import {
  type Adherence,
  type AdherenceBaseline,
  AdherenceTerms,
  type PlanTrack,
} from '../../shared/model/adherence.ts';
import { PlanObservation } from '../../shared/model/baseline.ts';
import { WorkingCalendar } from '../../shared/model/train.ts';
import { readCsv } from '../support/csv.ts';
import { noteForTier } from '../support/tier-note.ts';
import { anInstant, aZone } from '../support/times.ts';

const FOLDER = join('..', 'shared', 'data', 'calendars');
const KUBERNETES = join(FOLDER, 'kubernetes', 'plan-history.csv');
const PYTHON = join(FOLDER, 'python-peps', 'plan-history.csv');
const isThere = existsSync(KUBERNETES) && existsSync(PYTHON);

const week = workingDays(
  WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] }),
  new Map(),
);

function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  return isThere ? readCsv(readFileSync(path, 'utf8')) : [];
}

interface Seen {
  readonly releaseName: string | undefined;
  readonly observedOn: string | undefined;
  readonly day: string | undefined;
  readonly actual: boolean;
}

function observations(trainId: string, seen: readonly Seen[]): readonly PlanObservation[] {
  return seen.map((one, index) =>
    PlanObservation.parse({ ...one, id: `${trainId}-${index}`, trainId, source: 'plan-history.csv' }),
  );
}

/** Each row is a plan that was published; the actual day stands in every row and was seen on itself. */
function kubernetes(): readonly PlanObservation[] {
  const rows = rowsOf(KUBERNETES);
  const plans = rows.map((row) => ({
    releaseName: row.version,
    observedOn: row.observed_on,
    day: row.planned_release_date,
    actual: false,
  }));
  const actuals = Map.groupBy(rows, ({ version }) => version);
  const departures = [...actuals].map(([releaseName, [row]]) => {
    const day = row?.actual_release_date;
    return { releaseName, observedOn: day, day, actual: true };
  });
  return observations('kubernetes', [...plans, ...departures]);
}

/** Each row is a state that was seen: expected or actual. */
function python(): readonly PlanObservation[] {
  return observations(
    'python',
    rowsOf(PYTHON).map((row) => ({
      releaseName: row.stage,
      observedOn: row.observed_on,
      day: row.date,
      actual: row.state === 'actual',
    })),
  );
}

function tracksOf(seen: readonly PlanObservation[]): readonly PlanTrack[] {
  return planTracks({ entries: [], observations: seen, zoneOf: () => aZone('UTC') }).tracks;
}

function adherence(seen: readonly PlanObservation[], by: AdherenceBaseline['by'], rest: object = {}): Adherence {
  const terms = { withinDays: 1, unit: 'calendar-days', quarterBy: 'baseline', today: '2026-08-06', ...rest };
  return adherenceOf(tracksOf(seen), AdherenceTerms.parse({ baseline: { by }, ...terms }), () => week);
}

function slipsOf({ releases }: Adherence): Readonly<Record<string, number>> {
  return Object.fromEntries(measuredOf(releases).map(({ name, slipDays }) => [name, slipDays]));
}

/** Worked by hand from the rows of Kubernetes 1.18 to 1.30: actual minus first published day. */
const FIRST_PUBLISHED = {
  '1.18': 1,
  '1.19': 57,
  '1.20': 0,
  '1.21': 0,
  '1.22': 0,
  '1.23': 0,
  '1.24': 21,
  '1.25': 7,
  '1.26': -5,
  '1.27': -2,
  '1.28': 0,
  '1.29': 8,
  '1.30': 0,
};
const ALL_ON_THE_DAY = Object.fromEntries(Object.keys(FIRST_PUBLISHED).map((name) => [name, 0]));

if (!isThere) noteForTier('recorded', 'adherence', 'Adherence: the recorded plan histories are not present.');

describe.skipIf(!isThere)('the plan history of Kubernetes (skipped where ../shared/data is absent)', () => {
  it('slipped against the first published day as it was worked by hand: 6 of 13 on the day, 57 days at worst', () => {
    const found = adherence(kubernetes(), 'first-published');

    expect(slipsOf(found)).toEqual(FIRST_PUBLISHED);
    expect(found.overall).toMatchObject({ exact: 6, within: 7, early: 2, late: 5, exactRate: 6 / 13 });
    expect(found.overall.measured).toHaveLength(13);
    expect(slipDistribution(found.releases, 'calendar-days').summary).toMatchObject({
      least: -5,
      most: 57,
      p50: 0,
      p80: 8,
    });
  });

  it('kept to the last plan that was published, whenever that was, in 11 of 13', () => {
    const found = adherence(kubernetes(), 'last-published');

    expect(slipsOf(found)).toEqual({ ...ALL_ON_THE_DAY, '1.18': 1, '1.26': -1 });
    expect(found.overall.exact).toBe(11);
  });

  it('kept to the last plan from before the release in 12: that of 1.26 for 9 December was published on the 9th, after it', () => {
    const found = adherence(kubernetes(), 'last-before-departure');

    expect(slipsOf(found)).toEqual({ ...ALL_ON_THE_DAY, '1.18': 1 });
    expect(found.overall.exact).toBe(12);
  });

  it('slipped by so many working days, weekends left out', () => {
    const { releases } = adherence(kubernetes(), 'first-published');

    const working = measuredOf(releases).map(({ name, slipWorkingDays }) => [name, slipWorkingDays]);

    // 1.19: 30 June (Tuesday) to 26 August (Wednesday) 2020, eight weeks and a day; 1.26: Tuesday back to Thursday.
    expect(Object.fromEntries(working)).toMatchObject({
      '1.18': 1,
      '1.19': 41,
      '1.24': 15,
      '1.25': 5,
      '1.26': -3,
      '1.29': 6,
    });
  });

  it('counts 1.19 in the quarter that it was promised for, or in that in which it came', () => {
    const quarters = (['baseline', 'actual'] as const).map((quarterBy) => {
      const { byQuarter } = adherence(kubernetes(), 'first-published', { quarterBy });
      return byQuarter.find(({ measured }) => measured.includes('observed:kubernetes/1.19'))?.quarter;
    });

    expect(quarters).toEqual(['2020-Q2', '2020-Q3']);
  });

  it('knows the plan of 1.19 and 1.24 as of a day', () => {
    const tracks = tracksOf(kubernetes());
    const plannedOn = (name: string, day: string) => {
      const track = tracks.find((one) => one.name === name);
      return track && baselineVersion(track, { by: 'instant', at: anInstant(`${day}T12:00Z`) }).planned?.day;
    };

    expect(['2020-04-22', '2020-04-23', '2020-06-13', '2020-08-25'].map((day) => plannedOn('1.19', day))).toEqual([
      '2020-06-30',
      '2020-08-04',
      '2020-08-04',
      '2020-08-26',
    ]);
    expect(plannedOn('1.24', '2022-04-11')).toBe('2022-04-19');
  });

  it('shows 1.19 as no chance variation, and opens each point onto what was observed', () => {
    const { releases } = adherence(kubernetes(), 'first-published');

    const { points } = controlChart(slipSeries(releases, 'calendar-days'));

    expect(points.map(({ label }) => label)).toEqual(Object.keys(FIRST_PUBLISHED));
    expect(points.filter(({ signals }) => signals.includes('beyond-limit')).map(({ label }) => label)).toEqual([
      '1.19',
    ]);
    expect(points.flatMap(({ sources }) => sources.map(({ by }) => by))).toEqual(Array(26).fill('observation'));
  });
});

describe.skipIf(!isThere)('the plan history of Python (skipped where ../shared/data is absent)', () => {
  afterAll(() => {
    noteForTier(
      'recorded',
      'adherence',
      'Adherence: 13 releases of Kubernetes and 26 of Python were measured against their plan histories.',
    );
  });

  /** Read from the rows by hand: name, slip against the first day seen, slip against the last one before departure. */
  const READ_BY_HAND = [
    ['3.13.10', 0, 0],
    ['3.13.11', -60, -60],
    ['3.13.12', -63, 0],
    ['3.13.14', -55, 1],
    ['3.13.15', -62, 1],
    ['3.14.1', 0, 0],
    ['3.14.5 candidate 1', 2, 2],
    ['3.14.5', -86, 0],
    ['3.14.7', -118, 1],
    ['3.15.0 alpha 2', 1, 1],
    ['3.15.0 alpha 4', 0, 0],
    ['3.15.0 alpha 5', -27, -27],
    ['3.15.0 alpha 6', -27, 1],
    ['3.15.0 beta 1', 2, 0],
    ['3.15.0 beta 2', 7, 0],
    ['3.15.0 beta 4', 4, 0],
    ['3.15.0 candidate 1', 7, 0],
  ] as const;

  it.each(READ_BY_HAND)(
    'slipped in %s by %i days against the first day seen, %i against the last',
    (name, first, last) => {
      expect(slipsOf(adherence(python(), 'first-published'))[name]).toBe(first);
      expect(slipsOf(adherence(python(), 'last-before-departure'))[name]).toBe(last);
    },
  );

  it('was on the first day seen in 5 of 26, on the last one in 16, and within a day of that in 22', () => {
    expect(adherence(python(), 'first-published').overall).toMatchObject({ exact: 5 });
    expect(adherence(python(), 'last-before-departure').overall).toMatchObject({ exact: 16, within: 22 });
  });

  it('names apart the 601 releases that were seen only when they had happened, and the 24 to come', () => {
    const { overall, releases } = adherence(python(), 'first-published');

    expect(releases).toHaveLength(651);
    expect(overall.measured).toHaveLength(26);
    expect(overall.apart.noBaseline).toHaveLength(601);
    expect(overall.apart.notDeparted).toHaveLength(24);
    expect(overall.apart.overdue).toEqual([]);
    expect(overall.apart.noBaseline).toContain('observed:python/3.14.0 final');
    expect(overall.apart.notDeparted).toContain('observed:python/3.15.0 final');
  });

  it('knows by how much a release to come has moved', () => {
    const { releases } = adherence(python(), 'first-published');

    const moved = releases.find(({ name }) => name === '3.14.8');

    // 2027-02-02 at first, 2026-10-06 now: 25 + 30 + 31 + 31 + 2 days earlier.
    expect(moved).toMatchObject({ outcome: 'not-departed', planned: { day: '2026-10-06' }, foreseenSlipDays: -119 });
  });
});
