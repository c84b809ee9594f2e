import { describe, expect, it } from 'vitest';
import { planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import { releaseAdherence } from '../../../../shared/domain/adherence/release-adherence.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import type { AdherenceBaseline } from '../../../../shared/model/adherence.ts';
import { ReleaseAdherence } from '../../../../shared/model/adherence.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { planJournal, releaseRow, removed } from '../../../support/plan-journal.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

const calendar = WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] });
/** Monday to Friday; Wednesday 2026-12-23 to Friday the 25th are off. */
const days = workingDays(
  calendar,
  new Map([
    [aDay('2026-12-23'), 'Closed'],
    [aDay('2026-12-24'), 'Closed'],
    [aDay('2026-12-25'), 'Christmas Day'],
  ]),
);
const FIRST = { by: 'first-published' } as const;

function judge(
  write: (journal: ReturnType<typeof planJournal>) => void,
  { baseline = FIRST as AdherenceBaseline, today = '2027-01-31' } = {},
): ReleaseAdherence {
  const journal = planJournal();
  write(journal);
  const [track] = planTracks({ ...journal, observations: [], zoneOf: () => aZone('UTC') }).tracks;
  if (track === undefined) throw new Error('a release was expected');
  return ReleaseAdherence.parse(releaseAdherence(track, { baseline, today: aDay(today), days }));
}

/** Planned for a day, and departed on another. */
function course(plannedFor: string, left: string) {
  return (journal: ReturnType<typeof planJournal>) => {
    journal.add('2026-11-02T10:00Z', [releaseRow('r', { day: plannedFor })]);
    journal.add(`${left}T10:00Z`, [releaseRow('r', { day: left })]);
    journal.add(`${left}T13:00Z`, [releaseRow('r', { day: left, state: 'departed' })]);
  };
}

describe('shared/domain/adherence/release-adherence', () => {
  it.each([
    ['on the day', '2026-12-08', '2026-12-08', 0, 0],
    ['a day late, Tuesday to Wednesday', '2026-12-08', '2026-12-09', 1, 1],
    ['over a weekend, Friday to Monday', '2026-12-11', '2026-12-14', 3, 1],
    ['Friday to Saturday: no working day', '2026-12-11', '2026-12-12', 1, 0],
    ['Saturday to Sunday: no working day', '2026-12-12', '2026-12-13', 1, 0],
    ['over days off: 22 December to the 28th is one working day', '2026-12-22', '2026-12-28', 6, 1],
    ['early, Monday back to Friday', '2026-12-14', '2026-12-11', -3, -1],
    ['over the turn of the year', '2026-12-31', '2027-01-04', 4, 2],
    ['late by 29 February 2028', '2028-02-28', '2028-03-01', 2, 2],
  ])('counts the slip in days of the calendar and in working days: %s', (_what, planned, left, slip, working) => {
    expect(judge(course(planned, left))).toMatchObject({
      outcome: 'measured',
      slipDays: slip,
      slipWorkingDays: working,
      baseline: { day: planned, source: { by: 'entry', seq: 1 } },
      actual: { day: left },
    });
  });

  it('opens onto the entries that planned it and that recorded the departure', () => {
    expect(judge(course('2026-12-08', '2026-12-09'))).toMatchObject({
      baseline: { on: '2026-11-02', source: { seq: 1 } },
      actual: { source: { by: 'entry', seq: 3 }, alsoSaid: [] },
    });
  });

  it('says why a release that departed has no baseline', () => {
    const baseline = { by: 'instant', at: anInstant('2026-11-01T10:00Z') } as const;

    expect(judge(course('2026-12-08', '2026-12-09'), { baseline })).toMatchObject({
      outcome: 'no-baseline',
      why: 'not-planned-yet',
      actual: { day: '2026-12-09' },
    });
  });

  it.each([
    ['in the future', '2026-12-14', false],
    ['on its day', '2026-12-15', false],
    ['the day after', '2026-12-16', true],
  ])('knows a release that has not departed, and whether it is overdue: %s', (_what, today, overdue) => {
    const judged = judge(
      (journal) => {
        journal.add('2026-11-02T10:00Z', [releaseRow('r', { day: '2026-12-08' })]);
        journal.add('2026-12-01T10:00Z', [releaseRow('r', { day: '2026-12-15', state: 'under-way' })]);
      },
      { today },
    );

    expect(judged).toMatchObject({
      outcome: 'not-departed',
      overdue,
      planned: { day: '2026-12-15', source: { seq: 2 } },
      baseline: { day: '2026-12-08', source: { seq: 1 } },
      foreseenSlipDays: 7,
    });
  });

  it('knows a release that has not departed and was not planned when the baseline was taken', () => {
    const baseline = { by: 'instant', at: anInstant('2026-11-01T10:00Z') } as const;
    const judged = judge((journal) => void journal.add('2026-11-02T10:00Z', [releaseRow('r', { day: '2026-12-08' })]), {
      baseline,
    });

    expect(judged).toMatchObject({ outcome: 'not-departed', baseline: null, foreseenSlipDays: null });
  });

  it('knows a cancelled release, the day it was last planned for and the entry that cancelled it', () => {
    const judged = judge((journal) => {
      journal.add('2026-11-02T10:00Z', [releaseRow('r', { day: '2026-12-08' })]);
      journal.add('2026-11-03T10:00Z', [releaseRow('r', { day: '2026-12-15' })]);
      journal.add('2026-11-04T10:00Z', [releaseRow('r', { day: '2026-12-15', state: 'cancelled' })]);
    });

    expect(judged).toMatchObject({
      outcome: 'cancelled',
      lastPlanned: { day: '2026-12-15' },
      baseline: { day: '2026-12-08' },
      source: { by: 'entry', seq: 3 },
    });
  });

  it('knows a removed release, also one that had departed', () => {
    const judged = judge((journal) => {
      course('2026-12-08', '2026-12-09')(journal);
      journal.add('2027-01-04T10:00Z', [removed('release', 'r')]);
    });

    expect(judged).toMatchObject({ outcome: 'removed', source: { by: 'entry', seq: 4 } });
  });

  it('knows a release that was never more than cancelled', () => {
    const judged = judge(
      (journal) => void journal.add('2026-11-02T10:00Z', [releaseRow('r', { day: '2026-12-08', state: 'cancelled' })]),
    );

    expect(judged).toMatchObject({ outcome: 'cancelled', lastPlanned: { day: '2026-12-08' }, baseline: null });
  });
});
