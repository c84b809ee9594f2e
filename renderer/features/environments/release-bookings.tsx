import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatPlanned } from '../../lib/format.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useLook } from '../../ui/use-look.ts';
import { BookingDialog } from './booking-dialog.tsx';
import { usualSpan } from './booking-draft.ts';
import { clashesQuery, environmentsQuery, releaseBookingsQuery, releaseQuery } from './queries.ts';
import { clashingBookings, holdText } from './view-model.ts';

function Clash({ clashes }: { clashes: boolean }) {
  const look = useLook();
  if (!clashes) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: look.tones.danger.text }}>
      <WarningRounded aria-hidden sx={{ fontSize: 14 }} />
      clashes
    </Box>
  );
}

interface NothingProps {
  readonly hasEnvironments: boolean;
  readonly readOnly: boolean;
  readonly onBook: () => void;
}

function Nothing({ hasEnvironments, readOnly, onBook }: NothingProps) {
  return (
    <EmptyState
      icon={<EventAvailableOutlined />}
      title="No environment is booked for this release"
      actions={
        hasEnvironments ? (
          <Button variant="contained" disabled={readOnly} onClick={onBook}>
            Book an environment
          </Button>
        ) : (
          <RouterButton to="/environments" variant="contained">
            Open the environments
          </RouterButton>
        )
      }
    >
      {hasEnvironments
        ? 'Book the test systems that it needs: whoever else wants them then sees it, and clashes show at once.'
        : 'There is no environment yet: add those that releases share, then book them.'}
    </EmptyState>
  );
}

/** The environments that are booked for a release. */
export function ReleaseBookings({ releaseId }: { releaseId: ReleaseId }) {
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const { display } = useZones();
  const [booking, setBooking] = useState(false);
  const bookings = answerOf(useQuery(releaseBookingsQuery(releaseId)));
  const known = answerOf(useQuery(environmentsQuery()));
  const clashes = answerOf(useQuery(clashesQuery()));
  const { data: detail } = useQuery(releaseQuery(releaseId));
  const environments = listOf(known);
  const byId = new Map<string, Environment>(environments.map((one) => [one.id, one]));
  const clashing = clashingBookings('data' in clashes ? clashes.data.conflicts : []);
  const canBook = !readOnly && environments.some(({ archived }) => !archived) && detail !== undefined;
  const book = () => setBooking(true);

  useActions([
    {
      name: 'release.book',
      label: 'Book an environment for the release',
      group: 'Release',
      enabled: canBook,
      run: book,
    },
  ]);

  const columns: readonly Column<Booking>[] = [
    {
      key: 'title',
      header: 'Booking',
      width: 'minmax(160px, 1.4fr)',
      render: ({ title }) => <b title={title}>{title}</b>,
    },
    {
      key: 'environment',
      header: 'Environment',
      width: 'minmax(120px, 1fr)',
      render: ({ environmentId }) => byId.get(environmentId)?.name ?? '',
    },
    {
      key: 'starts',
      header: 'Starts',
      width: '210px',
      render: ({ startAt, zone }) => formatPlanned(startAt, zone, display),
    },
    { key: 'ends', header: 'Ends', width: '210px', render: ({ endAt, zone }) => formatPlanned(endAt, zone, display) },
    {
      key: 'has it',
      header: 'Has it',
      width: 'minmax(110px, 0.8fr)',
      render: (one) => {
        const environment = byId.get(one.environmentId);
        return environment === undefined ? '' : holdText(one, environment);
      },
    },
    { key: 'clash', header: '', width: '90px', render: ({ id }) => <Clash clashes={clashing.has(id)} /> },
  ];

  return (
    <>
      <Toolbar>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          The environments booked for it; Enter opens one among the others.
        </Typography>
        <Button variant="outlined" startIcon={<EventAvailableOutlined />} disabled={!canBook} onClick={book}>
          Book
        </Button>
      </Toolbar>
      <AnswerTrouble answer={bookings} />
      <AnswerTrouble answer={known} />
      <AnswerTrouble answer={clashes} />
      <DataTable
        label="Bookings"
        rows={listOf(bookings)}
        rowKey={({ id }) => id}
        columns={columns}
        loading={bookings.kind === 'loading'}
        onOpen={({ id, startAt, zone }) =>
          void navigate({ to: '/environments', search: { range: 'month', from: dayIn(startAt, zone), booking: id } })
        }
        empty={
          bookings.kind === 'empty' &&
          known.kind !== 'loading' && (
            <Nothing hasEnvironments={environments.length > 0} readOnly={readOnly} onBook={book} />
          )
        }
      />
      {booking && detail !== undefined && (
        <BookingDialog
          booking={null}
          seed={{
            releaseId,
            title: releaseTitle(detail.trainName, detail.release.name),
            zone: detail.release.zone,
            span: usualSpan(detail) ?? undefined,
          }}
          environments={environments}
          onDone={() => setBooking(false)}
          onClose={() => setBooking(false)}
        />
      )}
    </>
  );
}
