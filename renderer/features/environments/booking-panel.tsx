import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { formatPlanned } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { PanelLink } from './panel-link.tsx';
import { catalogueQuery, releaseQuery, someBookingsQuery } from './queries.ts';
import { SectionHeading } from './section-heading.tsx';
import { holdText, purposeWords } from './view-model.ts';

function ReleaseName({ booking }: { booking: Booking }) {
  const { data } = useQuery(releaseQuery(booking.releaseId));
  if (booking.releaseId === null) return 'none';
  return (
    <RouterLink to="/releases/$id" params={{ id: booking.releaseId }}>
      {data === undefined ? 'its release' : releaseTitle(data.trainName, data.release.name)}
    </RouterLink>
  );
}

function useServiceNames(booking: Booking): string {
  const { data } = useQuery(catalogueQuery());
  if (booking.services.length === 0) return 'all';
  return booking.services.map((id) => data?.services.find((one) => one.id === id)?.name ?? '…').join(', ');
}

interface FoundProps {
  readonly booking: Booking;
  readonly environments: readonly Environment[];
  readonly conflicts: readonly WaivableConflict[];
}

function BookingFacts({ booking, environments, conflicts }: FoundProps) {
  const { display } = useZones();
  const services = useServiceNames(booking);
  const environment = environments.find(({ id }) => id === booking.environmentId);
  const time = (at: Booking['startAt']) => formatPlanned(at, booking.zone, display);
  const own = conflicts.filter(({ conflict }) => conflict.sides.some(({ thing }) => thing.id === booking.id));
  return (
    <>
      <Facts
        facts={[
          [
            'Environment',
            <PanelLink key="environment" id={booking.environmentId}>
              {environment?.name ?? 'one that was removed'}
            </PanelLink>,
          ],
          ['Release', <ReleaseName key="release" booking={booking} />],
          ['Starts', time(booking.startAt)],
          ['Ends', time(booking.endAt)],
          ['Has it', environment === undefined ? '' : holdText(booking, environment)],
          ['Kept for', booking.purpose === 'use' ? '' : purposeWords[booking.purpose].toLowerCase()],
          ['Services', services],
          ['Priority', String(booking.priority)],
          ['Deadline', booking.deadlineAt === null ? '' : time(booking.deadlineAt)],
          ['Asked for', time(booking.requestedAt)],
          [
            'Booked along',
            booking.causedBy === null ? (
              ''
            ) : (
              <PanelLink key="cause" booking={booking.causedBy}>
                by the booking of what it stands on
              </PanelLink>
            ),
          ],
        ]}
      />
      <SectionHeading>Clashes</SectionHeading>
      {own.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>None.</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 4, display: 'flex', flexDirection: 'column', gap: 2 }}>
          {own.map(({ conflict, waiver }) => (
            <li key={conflict.key}>
              {conflict.rule}
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {conflict.sides
                  .filter(({ thing }) => thing.id !== booking.id)
                  .map(({ thing }) => thing.name)
                  .join(', ')}
                {waiver !== null && ` (waived: ${waiver.reason})`}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </>
  );
}

export interface BookingPanelProps {
  readonly id: BookingId;
  readonly environments: readonly Environment[];
  readonly conflicts: readonly WaivableConflict[];
  readonly readOnly: boolean;
  readonly onEdit: (booking: Booking) => void;
  readonly onClose: () => void;
}

/** One booking: who has what, when, and what it clashes with. */
export function BookingPanel({ id, environments, conflicts, readOnly, onEdit, onClose }: BookingPanelProps) {
  const answer = answerOf(useQuery(someBookingsQuery([id])));
  const booking = 'data' in answer ? answer.data[0] : undefined;
  const [removing, setRemoving] = useState(false);
  const remove = useCommand(orpc.environments.removeBooking);
  return (
    <SidePanel
      title={booking?.title ?? 'Booking'}
      kicker="Booking"
      onClose={onClose}
      actions={
        booking !== undefined && (
          <>
            <Button
              variant="contained"
              startIcon={<EditOutlined />}
              disabled={readOnly}
              onClick={() => onEdit(booking)}
            >
              Change or move
            </Button>
            <Button
              variant="outlined"
              startIcon={<DeleteOutlineRounded />}
              disabled={readOnly}
              onClick={() => setRemoving(true)}
            >
              Remove
            </Button>
          </>
        )
      }
    >
      <AnswerTrouble answer={answer} padding={0} />
      {answer.kind === 'loading' && <BlockSkeleton height={200} />}
      {answer.kind === 'empty' && <Typography>This booking is not there any more.</Typography>}
      {booking !== undefined && <BookingFacts booking={booking} environments={environments} conflicts={conflicts} />}
      {removing && booking !== undefined && (
        <ConfirmDialog
          open
          title={`Remove ${booking.title}?`}
          confirm="Remove booking"
          danger
          busy={remove.busy}
          onConfirm={() => {
            void remove.run({ id }).then((done) => {
              setRemoving(false);
              if (done !== null) onClose();
            });
          }}
          onClose={() => setRemoving(false)}
        >
          What was booked along with it goes too. Undo brings all of it back.
        </ConfirmDialog>
      )}
    </SidePanel>
  );
}
