import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { answerOf } from '../../lib/answer.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatCount, formatDay } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageBody } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import type { BookingSeed } from './booking-draft.ts';
import { BookingPanel } from './booking-panel.tsx';
import { EnvironmentPanel } from './environment-panel.tsx';
import { EnvironmentTable } from './environment-table.tsx';
import { Legend } from './legend.tsx';
import { Picture } from './picture.tsx';
import { bookingsQuery, clashesQuery, utilisationQuery } from './queries.ts';
import { rangeAround, rangeOf, rangeText } from './range.ts';
import { RangeBar } from './range-bar.tsx';
import type { EnvironmentSearch } from './search.ts';
import { SwapsPanel } from './swaps-panel.tsx';
import { environmentTree } from './tree.ts';
import { clashingBookings, percentText } from './view-model.ts';

const NO_BOOKINGS: readonly Booking[] = [];

/** Where the next booking is, as a link says it. */
function nextText(next: Day, today: Day): string {
  const days = daysBetween(today, next);
  return days > 0 ? `Next booking in ${formatCount(days, 'day')}` : `Next booking on ${formatDay(next)}`;
}

export interface BookingsViewProps {
  readonly environments: readonly Environment[];
  readonly search: EnvironmentSearch;
  readonly readOnly: boolean;
  readonly onSearch: (changes: Partial<EnvironmentSearch>) => void;
  readonly onBook: (seed: BookingSeed) => void;
  readonly onEdit: (id: EnvironmentId) => void;
  readonly onChange: (booking: Booking) => void;
}

/** The picture of who has what, the ways out of what clashes, the table, and beside them what is open. */
export function BookingsView(props: BookingsViewProps) {
  const { environments, search, readOnly, onSearch, onBook, onEdit, onChange } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const now = useNow();
  const own = useOwnZone();
  const { workspace } = useZones();
  const today = dayIn(now, workspace);
  const range = useMemo(
    () => rangeOf({ range: search.range, from: search.from, to: search.to }, today),
    [search.range, search.from, search.to, today],
  );
  const booked = answerOf(useQuery({ ...bookingsQuery(range), placeholderData: (kept) => kept }));
  const used = answerOf(useQuery({ ...utilisationQuery(range), placeholderData: (kept) => kept }));
  const clashes = answerOf(useQuery(clashesQuery()));
  const bookings = 'data' in booked ? booked.data.bookings : NO_BOOKINGS;
  const leftOut = 'data' in booked ? booked.data.leftOut : 0;
  const next = 'data' in booked && booked.data.next !== null ? dayIn(booked.data.next, workspace) : null;
  const use = 'data' in used ? used.data : undefined;
  const conflicts = useMemo(() => ('data' in clashes ? clashes.data.conflicts : []), [clashes]);
  const clashing = useMemo(() => clashingBookings(conflicts), [conflicts]);
  const shown = useMemo(
    () => environmentTree(environments.filter(({ archived }) => !archived || search.archived === true)),
    [environments, search.archived],
  );
  const open = environments.find(({ id }) => id === search.id);
  const hasPanel = search.booking !== undefined || open !== undefined;
  useSheetFacts(
    useMemo(
      () => ({
        about: [rangeText(range), ...(search.archived === true ? ['archived ones too'] : [])],
        filters: [],
        legend: <Legend />,
      }),
      [range, search.archived],
    ),
  );
  const isBare = booked.kind === 'here' && bookings.length === 0;
  const overall = use === undefined ? '' : `, ${percentText(use.overall.share) || '0%'} used`;

  return (
    <>
      <RangeBar
        range={range}
        archived={search.archived === true}
        hasArchived={environments.some(({ archived }) => archived)}
        onChange={onSearch}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <PageBody ref={setScroller} sx={{ minWidth: 0 }}>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
            <AnswerTrouble answer={booked} padding={0} />
            <AnswerTrouble answer={used} padding={0} />
            <AnswerTrouble answer={clashes} padding={0} />
            {leftOut > 0 && (
              <Notice tone="warning">
                {formatCount(leftOut, 'booking')} of these days {leftOut === 1 ? 'is' : 'are'} not drawn: choose a
                shorter time.
              </Notice>
            )}
            <Panel
              title="Who has what"
              beside={
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {isBare ? 'Nothing is booked in this time.' : `${formatCount(bookings.length, 'booking')}${overall}`}
                </Typography>
              }
              actions={
                isBare &&
                next !== null && (
                  <Button onClick={() => onSearch(rangeAround(range, next))}>{nextText(next, today)}</Button>
                )
              }
              flush
            >
              {booked.kind === 'loading' ? (
                <BlockSkeleton height={240} />
              ) : (
                <Picture
                  rows={shown}
                  bookings={bookings}
                  clashing={clashing}
                  use={use}
                  range={range}
                  zone={own}
                  now={now}
                  openId={search.id}
                  openBooking={search.booking}
                  scroller={scroller}
                  narrow={hasPanel}
                  onOpenEnvironment={(id) => onSearch({ id, booking: undefined })}
                  onOpenBooking={(booking) => onSearch({ booking: booking.id })}
                />
              )}
              <Box sx={{ px: 4, py: 2 }}>
                <Legend />
              </Box>
            </Panel>
            <SwapsPanel environments={environments} readOnly={readOnly} />
            <Panel title="Environments" flush>
              <EnvironmentTable
                rows={shown}
                bookings={bookings}
                use={use}
                narrow={hasPanel}
                selectedKey={search.id ?? null}
                onOpen={({ environment }) => onSearch({ id: environment.id, booking: undefined })}
              />
            </Panel>
          </Box>
        </PageBody>
        {search.booking !== undefined && (
          <BookingPanel
            key={search.booking}
            // The core says so where there is no such booking.
            id={search.booking as BookingId}
            environments={environments}
            conflicts={conflicts}
            readOnly={readOnly}
            onEdit={onChange}
            onClose={() => onSearch({ booking: undefined })}
          />
        )}
        {search.booking === undefined && open !== undefined && (
          <EnvironmentPanel
            key={open.id}
            environment={open}
            environments={environments}
            bookings={bookings}
            use={use}
            range={range}
            readOnly={readOnly}
            onBook={() => onBook({ environmentId: open.id })}
            onEdit={() => onEdit(open.id)}
            onClose={() => onSearch({ id: undefined })}
          />
        )}
      </Box>
    </>
  );
}
