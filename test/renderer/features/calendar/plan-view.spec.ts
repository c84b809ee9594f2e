import { describe, expect, it } from 'vitest';
import {
  filterLanes,
  isAnyInSight,
  laneSubtitle,
  nextDeparture,
  timelineLanes,
} from '../../../../renderer/features/calendar/plan-view.ts';
import { aTrain, planLane, planMilestone, planRelease } from '../../../support/calendar-plan.ts';
import { aDay, anInstant } from '../../../support/times.ts';

const release = planRelease('r', '2026-12-29T20:00+01:00', {
  milestones: [
    planMilestone('uat', '2026-12-20T09:00+01:00'),
    planMilestone('cab', '2026-12-28T09:00+01:00', { kind: 'cab' }),
  ],
});
const lanes = [planLane('train-1', [release])];

describe('renderer/features/calendar/plan-view', () => {
  it('hides kinds of milestone, never departures', () => {
    const [lane] = filterLanes(lanes, new Set(['uat']));

    expect(lane?.releases.map(({ id, milestones }) => [id, milestones.map((each) => each.id)])).toEqual([
      ['r', ['cab']],
    ]);
    expect(filterLanes(lanes, new Set())).toBe(lanes);
  });

  it('knows whether anything of a release touches a time', () => {
    const span = (from: string, to: string) => ({ start: anInstant(from), end: anInstant(to) });

    expect(isAnyInSight(lanes, span('2026-12-20T00:00Z', '2026-12-21T00:00Z'))).toBe(true);
    // Between its first milestone and its departure it is under way.
    expect(isAnyInSight(lanes, span('2026-12-23T00:00Z', '2026-12-24T00:00Z'))).toBe(true);
    expect(isAnyInSight(lanes, span('2026-11-01T00:00Z', '2026-12-19T00:00Z'))).toBe(false);
    expect(isAnyInSight(lanes, span('2026-12-30T00:00Z', '2027-03-01T00:00Z'))).toBe(false);
  });

  it('finds the soonest departure ahead, called by its train', () => {
    const train = aTrain({ name: 'Ledger' });
    const ahead = (name: string, day: string) => ({ train, next: { id: release.id, name, day: aDay(day) } });

    expect(
      nextDeparture([ahead('2027.02', '2027-01-12'), { train, next: null }, ahead('2027.01', '2027-01-05')]),
    ).toEqual({
      day: '2027-01-05',
      title: 'Ledger 2027.01',
    });
    expect(nextDeparture([{ train, next: null }])).toBeNull();
  });

  it('gives each lane the days off of its train', () => {
    const train = aTrain();
    const daysOff = [{ trainId: train.id, day: aDay('2026-12-25'), name: 'Christmas Day' }];

    const [lane] = timelineLanes({ lanes, daysOff }, new Map([[train.id, train]]), {
      from: aDay('2026-12-21'),
      to: aDay('2027-01-03'),
    });

    expect(lane?.daysOff).toEqual([
      { from: anInstant('2026-12-25T00:00+01:00'), to: anInstant('2026-12-28T00:00+01:00'), name: 'Christmas Day' },
      { from: anInstant('2027-01-02T00:00+01:00'), to: anInstant('2027-01-04T00:00+01:00'), name: '' },
    ]);
  });

  it('says when a train departs next, its zone and its owner', () => {
    const now = anInstant('2026-11-23T09:00Z');
    const next = { id: release.id, name: 'r', day: aDay('2026-12-15') };

    expect(laneSubtitle({ train: aTrain(), next }, now)).toBe('Next in 22 days · CET · Grace');
    expect(laneSubtitle({ train: aTrain({ owner: '' }), next: null }, now)).toBe('None ahead · CET');
  });

  it('shades nothing for a train that is not known', () => {
    const window = { from: aDay('2026-12-21'), to: aDay('2027-01-03') };

    expect(timelineLanes({ lanes, daysOff: [] }, new Map(), window)[0]?.daysOff).toEqual([]);
  });
});
