import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useQuery } from '@tanstack/react-query';
import type { PlannedMove } from '../../../shared/contract/conflicts.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { MoveEffectNotice } from '../../ui/move-effect-notice.tsx';

export interface MoveAlongProps {
  readonly move: Extract<PlannedMove, { kind: 'release' }>;
  readonly onWithBookings: (withBookings: boolean) => void;
}

/** Whether the bookings of a release come along with a move, and which conflicts it would make so. */
export function MoveAlong({ move, onWithBookings }: MoveAlongProps) {
  const query = orpc.conflicts.preview.queryOptions({ input: { move }, placeholderData: (kept) => kept });
  const preview = answerOf(useQuery(query));
  const { possible, moved } = 'data' in preview ? preview.data.bookings : { possible: 0, moved: 0 };
  return (
    <>
      {possible > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={move.withBookings ?? moved > 0}
              onChange={(event) => onWithBookings(event.target.checked)}
            />
          }
          label={`Take its ${possible === 1 ? 'booking' : `${possible} bookings`} along, by as many days`}
        />
      )}
      <MoveEffectNotice preview={preview} />
    </>
  );
}
