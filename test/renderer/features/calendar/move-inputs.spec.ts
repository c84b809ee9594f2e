import { describe, expect, it } from 'vitest';
import { milestoneMove, releaseMove } from '../../../../renderer/features/calendar/move-inputs.ts';
import { beginEdit, shiftEdit } from '../../../../renderer/features/calendar/timeline/edit.ts';
import { buildModel } from '../../../../renderer/features/calendar/timeline/model.ts';
import { planLane, planMilestone, planRange, planRelease } from '../../../support/calendar-plan.ts';
import { anInstant } from '../../../support/times.ts';

const range = planRange([
  planLane('train-1', [
    planRelease('r', '2026-12-15T20:00+01:00', {
      milestones: [
        planMilestone('go', '2026-12-14T09:00+01:00'),
        planMilestone('freeze', '2026-12-10T09:00+01:00', { endAt: anInstant('2026-12-15T17:00+01:00') }),
      ],
    }),
  ]),
]);
const lanes = range.lanes.map((lane) => ({ id: lane.trainId, name: lane.name, releases: lane.releases, daysOff: [] }));
const model = buildModel(lanes, 0);

function editOf(id: string, minutes: number) {
  const item = model.byId.get(id);
  if (item === undefined) throw new Error(`no ${id}`);
  return shiftEdit(beginEdit(item, 'body'), 'body', minutes);
}

describe('renderer/features/calendar/move-inputs', () => {
  it('leaves the time of day alone where only the day was changed', () => {
    expect(releaseMove(editOf('r', -2 * 1440))).toEqual({
      id: 'r',
      day: '2026-12-13',
      base: { departsAt: anInstant('2026-12-15T20:00+01:00') },
    });
  });

  it('says the time of day where the gesture changed it', () => {
    expect(releaseMove(editOf('r', 45))).toMatchObject({ day: '2026-12-15', departureTime: '20:45' });
  });

  it('says where a milestone stood, a point without an end', () => {
    expect(milestoneMove(editOf('go', 1440))).toEqual({
      id: 'go',
      startLocal: '2026-12-15T09:00',
      endLocal: null,
      base: { startAt: anInstant('2026-12-14T09:00+01:00'), endAt: null },
    });
    expect(milestoneMove(editOf('freeze', 1440))).toMatchObject({
      endLocal: '2026-12-16T17:00',
      base: { startAt: anInstant('2026-12-10T09:00+01:00'), endAt: anInstant('2026-12-15T17:00+01:00') },
    });
  });
});
