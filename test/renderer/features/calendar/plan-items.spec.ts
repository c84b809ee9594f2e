import { describe, expect, it } from 'vitest';
import { barText, isDeparture, planItems } from '../../../../renderer/features/calendar/plan-items.ts';
import { anEntry } from '../../../support/calendar-lanes.ts';
import { planLane, planMilestone, planRelease } from '../../../support/calendar-plan.ts';
import { anInstant, aZone } from '../../../support/times.ts';

describe('renderer/features/calendar/plan-items', () => {
  it('puts items on the days of their own zone', () => {
    const lanes = [
      planLane('train-1', [
        planRelease('r', '2026-12-15T23:30+01:00', {
          milestones: [planMilestone('call', '2026-12-15T01:00Z', { zone: aZone('America/New_York') })],
        }),
      ]),
    ];

    expect(planItems(lanes).map(({ id, first, last, kind }) => [id, first, last, kind])).toEqual([
      ['call', '2026-12-14', '2026-12-14', 'uat'],
      ['r', '2026-12-15', '2026-12-15', null],
    ]);
  });

  it('counts a day that a span ends at the midnight of for nothing', () => {
    const span = (endAt: string) =>
      planItems([
        planLane('t', [
          planRelease('r', '2026-12-15T20:00+01:00', {
            milestones: [planMilestone('m', '2026-12-10T09:00+01:00', { endAt: anInstant(endAt) })],
          }),
        ]),
      ])[0]?.last;

    expect(span('2026-12-12T00:00+01:00')).toBe('2026-12-11');
    expect(span('2026-12-12T00:01+01:00')).toBe('2026-12-12');
    expect(span('2026-12-10T09:00+01:00')).toBe('2026-12-10');
  });

  it('names a milestone with its release, a departure by itself', () => {
    const [cab, departure] = planItems([
      planLane('t', [
        planRelease('r', '2026-12-15T20:00+01:00', { milestones: [planMilestone('cab', '2026-12-14T09:00+01:00')] }),
      ]),
    ]);

    expect(cab && barText(cab)).toEqual({ label: 'cab', of: 'r' });
    expect(departure && barText(departure)).toEqual({ label: 'r', of: '' });
  });

  it('orders by time, departures first, however the lanes come', () => {
    const at = '2026-12-15T20:00+01:00';
    const one = planLane('b', [planRelease('rb', at, { milestones: [planMilestone('mb', at)] })]);
    const other = planLane('a', [planRelease('ra', at)]);

    expect(planItems([one, other]).map(({ id }) => id)).toEqual(['ra', 'rb', 'mb']);
    expect(planItems([other, one]).map(({ id }) => id)).toEqual(['ra', 'rb', 'mb']);
  });

  it('puts entries among them, on the days of their zone', () => {
    const span = { start: anInstant('2026-12-14T23:30Z'), end: anInstant('2026-12-16T23:00Z'), zone: 'Europe/Berlin' };
    const lanes = [planLane('t', [planRelease('r', '2026-12-15T20:00+01:00')])];

    const [first, second] = planItems(lanes, [
      anEntry('b', { ...span, label: 'Payments 7', title: 'Drill', at: 'uat' }),
    ]);

    expect(first).toMatchObject({ id: 'b', first: '2026-12-15', last: '2026-12-16', label: 'Drill', trainName: 'uat' });
    expect([first, second].map((one) => one && isDeparture(one))).toEqual([false, true]);
    expect(first && barText(first)).toEqual({ label: 'Drill', of: 'Payments 7' });
  });
});
