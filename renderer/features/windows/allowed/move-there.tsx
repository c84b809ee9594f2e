import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { CalendarRelease } from '../../../../shared/contract/calendar.ts';
import { clockOfLocal, dayOfLocal, toLocal } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { orpc } from '../../../lib/client.ts';
import { formatPlanned } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useReadOnly } from '../../../lib/use-read-only.ts';
import { RouterLink } from '../../../ui/router-link.tsx';
import { deployingOf } from './question.ts';

/** Moves the deployment of a release into a slot: its milestone, or its departure where none says when it is deployed. */
export function MoveThere({ release, slot }: { release: CalendarRelease; slot: Span }) {
  const readOnly = useReadOnly();
  const moveMilestone = useCommand(orpc.releases.moveMilestone);
  const move = useCommand(orpc.releases.move);
  const { milestone, startAt, count } = deployingOf(release);
  const zone = milestone?.zone ?? release.zone;
  const isThere = startAt === slot.start;

  async function go(): Promise<void> {
    const start = toLocal(slot.start, zone);
    if (milestone === null) {
      const base = { departsAt: release.departsAt };
      await move.run({ id: release.id, day: dayOfLocal(start), departureTime: clockOfLocal(start), base });
      return;
    }
    const endLocal = milestone.endAt === null ? null : toLocal(slot.end, zone);
    const base = { startAt: milestone.startAt, endAt: milestone.endAt };
    await moveMilestone.run({ id: milestone.id, startLocal: start, endLocal, base });
  }

  if (count > 1) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {release.name} is deployed {count} times: move the one that is meant on{' '}
        <RouterLink to="/releases/$id" params={{ id: release.id }}>
          its page
        </RouterLink>
        .
      </Typography>
    );
  }
  return (
    <Box>
      <Button
        variant="contained"
        disabled={readOnly || isThere}
        loading={move.busy || moveMilestone.busy}
        onClick={() => void go()}
      >
        {milestone === null ? 'Move the release there' : 'Move its deployment there'}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {isThere ? 'It is there already. ' : `Now ${formatPlanned(startAt, zone, null)}. `}
        {milestone === null
          ? 'Its milestones follow, and its bookings where one holds its deployment.'
          : 'The milestone is then kept there by hand.'}
      </Typography>
    </Box>
  );
}
