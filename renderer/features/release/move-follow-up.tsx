import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { workingDaysOf } from '../../../shared/domain/calendar/days-off.ts';
import { lateStages } from '../../../shared/domain/calendar/stage-order.ts';
import { dayOfLocal, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { LocalTime } from '../../../shared/model/time.ts';
import { dayOffRemark } from '../../lib/days-off.ts';
import { formatCount, formatLocal } from '../../lib/format.ts';
import { LateStages } from '../../ui/late-stages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Follower, type MovePreview, movePreview } from './move-preview.ts';
import { daysOffQuery, releaseQuery, useTrain } from './queries.ts';

/** Days around the release day whose holidays are read: days off are told for 400 days at most. */
const AROUND = 190;

function FollowerRow({ name, from, to }: Follower) {
  return (
    <Box component="li" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      <strong>{name}</strong>: {formatLocal(from)} → {formatLocal(to)}
    </Box>
  );
}

function Followers({ followers, staying, problem }: MovePreview) {
  if (problem !== null) return <Notice tone="danger">{problem}</Notice>;
  return (
    <Box aria-live="polite">
      <Typography variant="subtitle2">
        {followers.length === 0
          ? 'No milestone moves'
          : formatCount(followers.length, 'milestone follows', 'milestones follow')}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, maxHeight: 180, overflow: 'auto', fontSize: 13 }}>
        {followers.map((follower) => (
          <FollowerRow key={follower.id} {...follower} />
        ))}
      </Box>
      {staying.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          Placed by hand, so they stay: {staying.join(', ')}.
        </Typography>
      )}
    </Box>
  );
}

/** What a move to a day and time does: whether that day is worked, which milestones follow, and what would be too late. */
export function MoveFollowUp({ release, to }: { release: Release; to: LocalTime }) {
  const day = dayOfLocal(to);
  const { data: detail } = useQuery(releaseQuery(release.id));
  const { data: range } = useQuery(daysOffQuery(release.trainId, addDays(day, -AROUND), addDays(day, AROUND)));
  const { train } = useTrain(release.trainId);
  const found = useMemo(() => {
    if (detail === undefined || range === undefined || train === undefined) return null;
    const days = workingDaysOf(train, range.daysOff);
    const moving = { release, milestones: detail.milestones, stages: train.stages, days };
    return { remark: dayOffRemark(day, days), preview: movePreview(day, moving) };
  }, [detail, range, train, release, day]);
  if (found === null) return null;
  return (
    <>
      {found.remark !== null && <Notice tone="warning">{found.remark}.</Notice>}
      <Followers {...found.preview} />
      <LateStages late={lateStages(found.preview.standing, toInstant(to, release.zone))} />
    </>
  );
}
