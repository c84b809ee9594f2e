import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adherenceOf, measuredOf, quarterIn, quarterOf, slipIn } from '../../../../shared/domain/adherence/on-time.ts';
import { planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import { addDays, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { Adherence, type AdherenceGroup, AdherenceTerms } from '../../../../shared/model/adherence.ts';
import { ReleaseState } from '../../../../shared/model/release.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { planJournal, releaseRow } from '../../../support/plan-journal.ts';
import { aDay, aZone } from '../../../support/times.ts';

const days = workingDays(
  WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] }),
  new Map(),
);

function terms(changes: Partial<Record<keyof AdherenceTerms, unknown>> = {}): AdherenceTerms {
  return AdherenceTerms.parse({
    baseline: { by: 'first-published' },
    today: '2026-08-01',
    withinDays: 1,
    unit: 'calendar-days',
    quarterBy: 'baseline',
    ...changes,
  });
}

interface Course {
  readonly name: string;
  readonly train: string;
  readonly planned: string;
  readonly left?: string;
  readonly state?: ReleaseState;
}

function tracksOf(courses: readonly Course[]) {
  const journal = planJournal();
  for (const { name, train, planned } of courses)
    journal.add('2025-01-02T10:00Z', [releaseRow(name, { day: planned, train })]);
  for (const { name, train, planned, left = planned, state = 'departed' } of courses) {
    journal.add('2025-01-03T10:00Z', [releaseRow(name, { day: left, train, state })]);
  }
  return planTracks({ ...journal, observations: [], zoneOf: () => aZone('UTC') }).tracks;
}

const COURSES: readonly Course[] = [
  { name: 'exact', train: 'a', planned: '2026-03-10' },
  { name: 'a-day-late', train: 'a', planned: '2026-03-13', left: '2026-03-14' },
  { name: 'a-weekend-late', train: 'a', planned: '2026-03-27', left: '2026-03-30' },
  { name: 'a-quarter-late', train: 'a', planned: '2026-03-31', left: '2026-04-01' },
  { name: 'early', train: 'b', planned: '2026-05-12', left: '2026-05-05' },
  { name: 'to-come', train: 'b', planned: '2026-09-01', state: 'planned' },
  { name: 'overdue', train: 'b', planned: '2026-06-30', left: '2026-07-31', state: 'under-way' },
  { name: 'cancelled', train: 'b', planned: '2026-05-13', state: 'cancelled' },
];

function adherence(changes: Partial<Record<keyof AdherenceTerms, unknown>> = {}): Adherence {
  return Adherence.parse(adherenceOf(tracksOf(COURSES), terms(changes), () => days));
}

const NOTHING = { noBaseline: [], notDeparted: [], overdue: [], cancelled: [], removed: [] };

describe('shared/domain/adherence/on-time', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-12-31', '2026-Q4'],
  ])('knows the quarter of %s: %s', (day, quarter) => {
    expect(quarterOf(aDay(day))).toBe(quarter);
  });

  it('counts all releases: exact, within a day, early and late, and names apart what was not measured', () => {
    expect(adherence().overall).toEqual({
      trainId: null,
      quarter: null,
      measured: ['exact', 'a-day-late', 'a-weekend-late', 'a-quarter-late', 'early'],
      exact: 1,
      within: 3,
      early: 1,
      late: 3,
      exactRate: 0.2,
      withinRate: 0.6,
      apart: { ...NOTHING, notDeparted: ['to-come'], overdue: ['overdue'], cancelled: ['cancelled'] },
    });
  });

  it('counts within n working days where that is asked for: Friday to Monday is one', () => {
    expect(adherence({ unit: 'working-days' }).overall).toMatchObject({ exact: 1, within: 4 });
  });

  it('counts nothing but the day itself as within 0 days', () => {
    expect(adherence({ withinDays: 0 }).overall).toMatchObject({ exact: 1, within: 1 });
  });

  it('takes departure on another day of the same weekend as exact in neither unit', () => {
    const tracks = tracksOf([{ name: 'r', train: 'a', planned: '2026-03-14', left: '2026-03-15' }]);

    const { overall } = adherenceOf(tracks, terms({ unit: 'working-days', withinDays: 0 }), () => days);

    expect(overall).toMatchObject({ exact: 0, within: 1, late: 1 });
  });

  it('states its terms', () => {
    expect(adherence({ quarterBy: 'actual' }).terms).toEqual(terms({ quarterBy: 'actual' }));
  });

  it.each([
    [
      'baseline',
      [
        ['2026-Q1', 4],
        ['2026-Q2', 1],
        ['2026-Q3', 0],
      ],
    ],
    [
      'actual',
      [
        ['2026-Q1', 3],
        ['2026-Q2', 2],
        ['2026-Q3', 0],
      ],
    ],
  ] as const)('counts a release in the quarter of its %s day', (quarterBy, expected) => {
    const { byQuarter } = adherence({ quarterBy });

    expect(byQuarter.map(({ quarter, measured }) => [quarter, measured.length])).toEqual(expected);
  });

  it('keeps an overdue release in sight in the quarter it was promised for', () => {
    const second = adherence().byQuarter.find(({ quarter }) => quarter === '2026-Q2');

    expect(second?.apart).toEqual({ ...NOTHING, overdue: ['overdue'], cancelled: ['cancelled'] });
  });

  it('has no rate where nothing was measured', () => {
    const third = adherence().byQuarter.find(({ quarter }) => quarter === '2026-Q3');

    expect(third).toMatchObject({
      measured: [],
      exactRate: null,
      withinRate: null,
      apart: { notDeparted: ['to-come'] },
    });
  });

  it('has groups per train, and per train and quarter', () => {
    const { byTrain, byTrainAndQuarter } = adherence();

    expect(byTrain.map(({ trainId, measured }) => [trainId, measured.length])).toEqual([
      ['a', 4],
      ['b', 1],
    ]);
    expect(byTrainAndQuarter.map(({ trainId, quarter }) => `${quarter} ${trainId}`)).toEqual([
      '2026-Q1 a',
      '2026-Q2 b',
      '2026-Q3 b',
    ]);
  });

  it('puts a release without a baseline into the quarter in which it departed', () => {
    const tracks = tracksOf([{ name: 'r', train: 'a', planned: '2026-03-14', left: '2026-04-15' }]);
    const before = { by: 'instant', at: 0 };

    const { releases, byQuarter } = adherenceOf(tracks, terms({ baseline: before }), () => days);

    expect(releases.map((release) => quarterIn('baseline', release))).toEqual(['2026-Q2']);
    expect(byQuarter[0]?.apart.noBaseline).toEqual(['r']);
  });

  it('measures with the working days of each train', () => {
    const everyDay = { workdays: [1, 2, 3, 4, 5, 6, 7], daysOff: new Map() };
    const { releases } = adherenceOf(tracksOf(COURSES), terms(), (trainId) => (trainId === 'a' ? everyDay : days));

    const weekend = measuredOf(releases).find(({ key }) => key === 'a-weekend-late');

    expect(weekend && slipIn('working-days', weekend)).toBe(3);
  });

  const course = fc.record({
    train: fc.constantFrom('a', 'b', 'c'),
    planned: fc.integer({ min: 0, max: 700 }),
    slip: fc.integer({ min: -40, max: 40 }),
    state: fc.constantFrom(...ReleaseState.options),
  });

  it('leaves no release out of any grouping, and counts as a loop over all releases does', () => {
    fc.assert(
      fc.property(
        fc.array(course, { maxLength: 20 }),
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom('baseline', 'actual'),
        (courses, withinDays, quarterBy) => {
          const all = courses.map(({ train, planned, slip, state }, index) => {
            const day = addDays(aDay('2026-01-01'), planned);
            return { name: `r${index}`, train, planned: day, left: addDays(day, slip), state };
          });

          const found = adherenceOf(tracksOf(all), terms({ withinDays, quarterBy }), () => days);

          const slips = all
            .filter(({ state }) => state === 'departed')
            .map((one) => daysBetween(one.planned, one.left));
          expect(found.overall.measured).toHaveLength(slips.length);
          expect(found.overall.exact).toBe(slips.filter((slip) => slip === 0).length);
          expect(found.overall.within).toBe(slips.filter((slip) => slip >= -withinDays && slip <= withinDays).length);
          const names = all.map(({ name }) => name).toSorted();
          for (const groups of [[found.overall], found.byTrain, found.byQuarter, found.byTrainAndQuarter]) {
            expect(groups.flatMap(everyKey).toSorted()).toEqual(names);
          }
        },
      ),
    );
  });
});

function everyKey({ measured, apart }: AdherenceGroup): readonly string[] {
  return [...measured, ...Object.values(apart).flat()];
}
