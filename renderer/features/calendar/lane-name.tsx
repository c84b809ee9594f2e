import { styled } from '@mui/material/styles';
import type { Instant } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { dayIn, formatDaysFrom, zoneName } from '../../lib/format.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import type { ModelLane } from './timeline/model.ts';

const Line = styled('div')(({ theme }) => ({
  fontSize: 11,
  lineHeight: '16px',
  color: theme.look.textFaint,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}));

/** What stands under a train's name: when it departs next, its zone, its owner. */
export function laneSubtitle(lane: ModelLane, train: Train | undefined, now: Instant): string {
  if (train === undefined) return '';
  const next = lane.lane.releases
    .filter((release) => release.departsAt >= now && (release.state === 'planned' || release.state === 'under-way'))
    .reduce<number | null>((first, { departsAt }) => (first === null || departsAt < first ? departsAt : first), null);
  const day = next === null ? null : dayIn(next as Instant, train.zone); // an instant of the model
  const departs = day === null ? [] : [`Next ${formatDaysFrom(day, dayIn(now, train.zone))}`];
  return [...departs, zoneName(train.zone, now), train.owner].filter(Boolean).join(' · ');
}

/** The head of a lane: leads to its train. */
export function LaneName({ lane, train, now }: { lane: ModelLane; train: Train | undefined; now: Instant }) {
  return (
    <>
      <RouterLink
        to="/trains/$id"
        params={{ id: lane.lane.id }}
        noWrap
        title={lane.lane.name}
        sx={{ display: 'block', fontWeight: 600, color: 'text.primary', lineHeight: '18px' }}
      >
        {lane.lane.name}
      </RouterLink>
      <Line>{laneSubtitle(lane, train, now)}</Line>
    </>
  );
}
