import type { PlannedMove } from '../../../../shared/contract/conflicts.ts';
import type { BookingId } from '../../../../shared/model/ids.ts';
import { environmentOf } from '../booking-moves.ts';
import { milestoneMove, releaseMove } from '../move-inputs.ts';
import { type Edit, isChanged, targetOf } from '../timeline/edit.ts';

/** What an edit asks the preview of conflicts about; null where nothing would change. */
export function plannedMove(edit: Edit): PlannedMove | null {
  if (!isChanged(edit)) return null;
  if (edit.item.what === 'release') {
    const { base: _base, ...move } = releaseMove(edit);
    return { kind: 'release', ...move };
  }
  if (edit.item.kind !== null) {
    const { base: _base, ...move } = milestoneMove(edit);
    return { kind: 'milestone', ...move };
  }
  const { startLocal, endLocal } = targetOf(edit);
  if (endLocal === null) return null;
  // What else moves is a booking.
  return { kind: 'booking', id: edit.item.id as BookingId, startLocal, endLocal, ...environmentOf(edit) };
}
