import { describe, expect, it } from 'vitest';
import { beginEdit, type Edit, shiftEdit } from '../../../../../renderer/features/calendar/timeline/edit.ts';
import { changesLane, overLane, toNextLane } from '../../../../../renderer/features/calendar/timeline/lane-change.ts';
import { buildModel, type TimelineLane } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { DAY_ZERO, itemOf, lane, release } from '../../../../support/timeline.ts';

function environment(id: string, ...entries: TimelineLane['entries'] & object): TimelineLane {
  return { ...lane(id, []), of: 'environment', entries };
}

const model = buildModel(
  [
    lane('Payments', [release('r')]),
    { ...lane('heading', []), of: 'heading' },
    environment('Staging', anEntry('b'), anEntry('along', { fixed: 'It came along.' })),
    environment('Archived'),
    environment('Load test'),
  ],
  DAY_ZERO,
);
const [train, heading, staging, , load] = model.lanes;
const held = beginEdit(itemOf(model, 'b'), 'body');
/** As the calendar refuses: what is no environment in use. */
const refusalOf = ({ to }: Edit) => (to === null || ['Staging', 'Load test'].includes(to.id) ? null : 'No.');

describe('renderer/features/calendar/timeline/lane-change', () => {
  it('takes no release and nothing that is fixed to another lane', () => {
    expect(['b', 'along', 'r'].map((id) => changesLane(itemOf(model, id)))).toEqual([true, false, false]);
    const departure = beginEdit(itemOf(model, 'r'), 'body');
    expect(overLane(departure, load, model)).toBe(departure);
    expect(toNextLane(departure, 1, { model, refusalOf })).toBe(departure);
  });

  it('goes to the lane that it is held over, and back to its own', () => {
    const over = overLane(held, load, model);

    expect(over.to?.id).toBe('Load test');
    expect(overLane(over, load, model)).toBe(over);
    expect(overLane(over, staging, model).to).toBeNull();
    expect(overLane(held, train, model).to?.id).toBe('Payments');
  });

  it('takes headings and the ground for no lane, and an edge to none', () => {
    const edge = shiftEdit(beginEdit(held.item, 'end'), 'end', 60);

    expect([heading, undefined].map((over) => overLane(held, over, model).to)).toEqual([null, null]);
    expect(overLane(edge, load, model)).toBe(edge);
  });

  it('keeps its lane while it moves in time', () => {
    expect(shiftEdit(overLane(held, load, model), 'body', 60).to?.id).toBe('Load test');
  });

  it('goes on by keys past what refuses it, over its own lane, and no further than the last', () => {
    const down = toNextLane(held, 1, { model, refusalOf });

    expect(down.to?.id).toBe('Load test');
    expect(toNextLane(down, 1, { model, refusalOf })).toBe(down);
    expect(toNextLane(down, -1, { model, refusalOf }).to).toBeNull();
    expect(toNextLane(held, -1, { model, refusalOf })).toBe(held);
  });
});
