import { describe, expect, it } from 'vitest';
import { plannedMove } from '../../../../../renderer/features/calendar/conflicts/planned-move.ts';
import { beginEdit, shiftEdit } from '../../../../../renderer/features/calendar/timeline/edit.ts';
import type { TimelineItem } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { DAY, DAY_ZERO, itemOf, lane, milestone, modelOf, release } from '../../../../support/timeline.ts';

const model = modelOf(release('r', { departsAt: DAY_ZERO, milestones: [milestone('m', { endAt: DAY_ZERO + DAY })] }));

function moved(item: TimelineItem, minutes: number) {
  return plannedMove(shiftEdit(beginEdit(item, 'body'), 'body', minutes));
}

describe('renderer/features/calendar/conflicts/planned-move', () => {
  it('asks nothing while nothing would change', () => {
    expect(moved(itemOf(model, 'r'), 0)).toBeNull();
  });

  it('asks about a release by its day, with the time only where that was changed', () => {
    expect(moved(itemOf(model, 'r'), 1_440)).toEqual({ kind: 'release', id: 'r', day: '2026-06-02' });
    expect(moved(itemOf(model, 'r'), 90)).toEqual({
      kind: 'release',
      id: 'r',
      day: '2026-06-01',
      departureTime: '01:30',
    });
  });

  it('asks about a milestone and a booking by their local times', () => {
    const span = itemOf(model, 'm');
    const times = { startLocal: '2026-06-03T00:00', endLocal: '2026-06-04T00:00' };

    expect(moved(span, 2_880)).toEqual({ kind: 'milestone', id: 'm', ...times });
    expect(moved({ ...span, kind: null }, 2_880)).toEqual({ kind: 'booking', id: 'm', ...times });
  });

  it('asks about a booking on another environment, at the same time too', () => {
    const booking = { ...itemOf(model, 'm'), kind: null };
    const edit = { ...beginEdit(booking, 'body'), to: lane('load', []) };

    expect(plannedMove(edit)).toMatchObject({ kind: 'booking', id: 'm', environmentId: 'load' });
  });
});
