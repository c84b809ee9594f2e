import EventNoteRounded from '@mui/icons-material/EventNoteRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { useZones } from '../../../lib/display-zone.tsx';
import { formatDay, formatDaysFrom, formatInstant, formatTime, zoneName } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MilestoneGlyph } from '../../../ui/milestone-glyph.tsx';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { StatusText } from '../../../ui/status-chip.tsx';
import { releaseLooks } from '../../../ui/status-looks.ts';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { DaySteps } from '../day-steps.tsx';
import { Legend } from '../legend.tsx';
import type { PaneProps } from '../pane.ts';
import { Pennant } from '../pennant.tsx';
import { planItems } from '../plan-items.ts';
import { TrainFilter } from '../train-filter.tsx';
import { type AgendaRow, agendaRows } from './agenda-model.ts';

/** Days that the list begins with, and that it grows by when its end comes near. */
const PAGE_DAYS = 120;
/** Four years: never more half-years than are kept at once. */
const MOST_DAYS = 1_440;

function DayText({ row, today }: { row: AgendaRow; today: Day }) {
  if (!row.firstOfDay) return null;
  return (
    <Box component="span" sx={{ fontWeight: 600 }}>
      {formatDay(row.day)}
      <Box
        component="span"
        sx={{ color: row.day === today ? 'primary.main' : 'text.secondary', fontWeight: 420, ml: 2 }}
      >
        {formatDaysFrom(row.day, today)}
      </Box>
    </Box>
  );
}

function What({ row }: { row: AgendaRow }) {
  const { item, edge } = row;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      {item.kind === null ? <Pennant state={item.state} size={14} /> : <MilestoneGlyph kind={item.kind} />}
      <Box component="span" sx={{ fontWeight: item.kind === null ? 600 : 420 }}>
        {item.kind === null ? 'Departs' : item.label}
        {edge === 'begins' && ' begins'}
        {edge === 'ends' && ' ends'}
      </Box>
      {item.kind !== null && lookOf(item.kind).label !== item.label && (
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {lookOf(item.kind).label}
        </Typography>
      )}
    </Box>
  );
}

/** The calendar as a list of days. */
export function AgendaPane({ plan, lanes, trains, windows, search, at, today, onChange, onShow }: PaneProps) {
  const navigate = useNavigate();
  const { display } = useZones();
  const now = useNow();
  const [days, setDays] = useState(PAGE_DAYS);
  const to = addDays(at, days);
  useEffect(() => onShow(at, to), [onShow, at, to]);
  const rows = useMemo(() => agendaRows(planItems(lanes), at, to), [lanes, at, to]);
  const covered = (windows.at(-1)?.to ?? at) >= to && !plan.partial;
  // A page without rows has no end that could come near: the next one follows by itself.
  const lastPage = addDays(at, days - PAGE_DAYS);
  const isBare = covered && plan.failure === null && !rows.some((row) => row.day > lastPage);
  useEffect(() => {
    // It may be as bare once more without the plan having been read in between.
    if (isBare) setDays(Math.min(MOST_DAYS, days + PAGE_DAYS));
  }, [isBare, days]);
  const more = useCallback(() => {
    if (covered) setDays((known) => Math.min(MOST_DAYS, known + PAGE_DAYS));
  }, [covered]);

  const columns: readonly Column<AgendaRow>[] = [
    { key: 'day', header: 'Day', width: 'minmax(190px, 0.9fr)', render: (row) => <DayText row={row} today={today} /> },
    {
      key: 'time',
      header: 'Time',
      width: '92px',
      render: ({ at: moment, item }) => `${formatTime(moment, item.zone)} ${zoneName(item.zone, moment)}`,
    },
    ...(display === null
      ? []
      : [
          {
            key: 'display',
            header: zoneName(display, now),
            width: '120px',
            render: ({ at: moment }: AgendaRow) => formatInstant(moment, display, 'short'),
          },
        ]),
    { key: 'what', header: 'What', width: 'minmax(180px, 1.4fr)', render: (row) => <What row={row} /> },
    { key: 'release', header: 'Release', width: 'minmax(140px, 1.2fr)', render: ({ item }) => item.releaseName },
    { key: 'train', header: 'Train', width: 'minmax(110px, 0.8fr)', render: ({ item }) => item.trainName },
    {
      key: 'state',
      header: 'State',
      width: '110px',
      render: ({ item }) => <StatusText look={releaseLooks[item.state]} />,
    },
  ];

  return (
    <>
      <Toolbar>
        <DaySteps
          at={at}
          today={today}
          unit="week"
          onGo={(day) => onChange({ at: day })}
          onStep={(direction) => onChange({ at: addDays(at, direction * 7) })}
        />
        <Box sx={{ flex: 1 }} />
        <TrainFilter
          trains={trains}
          chosen={search.trains}
          onChange={(chosen) => onChange({ trains: chosen && [...chosen] })}
        />
        <Legend
          marks={false}
          hidden={search.hidden ?? []}
          onChange={(hidden) => onChange({ hidden: hidden && [...hidden] })}
        />
      </Toolbar>
      <DataTable
        label="Agenda"
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        loading={plan.loading}
        onOpen={({ item }) => void navigate({ to: '/releases/$id', params: { id: item.releaseId } })}
        onNearEnd={more}
        empty={
          <EmptyState icon={<EventNoteRounded />} title="Nothing is planned here">
            No release departs and no milestone falls between {formatDay(at)} and {formatDay(to)}. Go to another day,
            show more trains, or let a train create its releases: open it and choose “Generate releases”.
          </EmptyState>
        }
      />
    </>
  );
}
