import { describe, expect, it } from 'vitest';
import { agendaRows } from '../../../../../renderer/features/calendar/agenda/agenda-model.ts';
import { planItems } from '../../../../../renderer/features/calendar/plan-items.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { planLane, planMilestone, planRelease } from '../../../../support/calendar-plan.ts';
import { aDay, anInstant } from '../../../../support/times.ts';

const items = planItems([
  planLane('t', [
    planRelease('r', '2026-12-15T20:00+01:00', {
      milestones: [
        planMilestone('freeze', '2026-12-10T09:00+01:00', { endAt: anInstant('2026-12-15T17:00+01:00') }),
        planMilestone('cab', '2026-12-15T09:00+01:00'),
      ],
    }),
  ]),
]);

describe('renderer/features/calendar/agenda/agenda-model', () => {
  it('says when spans begin and end, day by day', () => {
    const rows = agendaRows(items, aDay('2026-12-01'), aDay('2026-12-31'));

    expect(rows.map(({ day, edge, item, firstOfDay }) => [day, item.id, edge, firstOfDay])).toEqual([
      ['2026-12-10', 'freeze', 'begins', true],
      ['2026-12-15', 'cab', 'happens', true],
      ['2026-12-15', 'freeze', 'ends', false],
      ['2026-12-15', 'r', 'happens', false],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('keeps to its days, both included', () => {
    expect(agendaRows(items, aDay('2026-12-15'), aDay('2026-12-15'))).toHaveLength(3);
    expect(agendaRows(items, aDay('2026-12-11'), aDay('2026-12-14'))).toEqual([]);
  });

  it('goes by the day of the plan, not by the moment, where zones differ', () => {
    const far = planItems([
      planLane('t', [
        planRelease('auckland', '2026-12-15T01:00+13:00', { zone: 'Pacific/Auckland', day: '2026-12-15' }),
        planRelease('berlin', '2026-12-14T20:00+01:00'),
      ]),
    ]);

    expect(agendaRows(far, aDay('2026-12-14'), aDay('2026-12-15')).map(({ item }) => item.id)).toEqual([
      'berlin',
      'auckland',
    ]);
  });

  it('tells what a rule or a booking takes of one day in one line, what takes more in two', () => {
    const at = (hour: number) => Date.UTC(2026, 11, 14, hour);
    const items = planItems(
      [],
      [anEntry('short', { start: at(9), end: at(16) }), anEntry('long', { start: at(10), end: at(34) })],
    );

    const rows = agendaRows(items, aDay('2026-12-14'), aDay('2026-12-15'));

    expect(rows.map(({ item, edge }) => [item.id, edge])).toEqual([
      ['short', 'happens'],
      ['long', 'begins'],
      ['long', 'ends'],
    ]);
  });
});
