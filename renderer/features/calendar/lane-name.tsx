import { styled } from '@mui/material/styles';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { laneSubtitle } from './plan-view.ts';
import type { ModelLane } from './timeline/model.ts';

const Line = styled('div')(({ theme }) => ({
  fontSize: 11,
  lineHeight: '16px',
  color: theme.look.textFaint,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}));

export interface LaneNameProps {
  readonly lane: ModelLane;
  readonly summary: TrainSummary | undefined;
  readonly now: Instant;
  /** Where no item is in sight, a name takes their place in the tab order. */
  readonly inTabOrder: boolean;
}

/** The head of a lane: leads to its train. */
export function LaneName({ lane, summary, now, inTabOrder }: LaneNameProps) {
  return (
    <>
      <RouterLink
        to="/trains/$id"
        params={{ id: lane.lane.id }}
        noWrap
        // Reached by arrows from the lane's items: one tab stop for the whole timeline.
        tabIndex={inTabOrder ? 0 : -1}
        title={lane.lane.name}
        sx={{ display: 'block', fontWeight: 600, color: 'text.primary', lineHeight: '18px' }}
      >
        {lane.lane.name}
      </RouterLink>
      <Line>{summary === undefined ? '' : laneSubtitle(summary, now)}</Line>
    </>
  );
}
