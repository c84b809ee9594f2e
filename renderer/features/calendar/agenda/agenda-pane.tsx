import EventNoteRounded from '@mui/icons-material/EventNoteRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { useOwnZone, useZones } from '../../../lib/display-zone.tsx';
import { formatDay, formatDaysFrom, formatInstant, formatTime, zoneName } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { StatusText } from '../../../ui/status-chip.tsx';
import { releaseLooks } from '../../../ui/status-looks.ts';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { TrainFilter } from '../../../ui/train-filter.tsx';
import { DaySteps } from '../day-steps.tsx';
import { ItemGlyph } from '../item-glyph.tsx';
import { LanesMenu } from '../lanes/lanes-menu.tsx';
import { Legend } from '../legend.tsx';
import type { PaneProps } from '../pane.ts';
import { isDeparture, type PlanItem } from '../plan-items.ts';
import { entryLooks } from '../timeline/entry-looks.ts';
import { useOpenItem } from '../use-open-item.ts';
import { useShown } from '../use-shown.ts';
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

/** What a line says of a span: where it begins and ends, or until when where both are on one day. */
function edgeWords({ item, edge }: AgendaRow): string {
  if (edge === 'begins') return ' begins';
  if (edge === 'ends') return ' ends';
  return item.entry === null || item.endAt === null ? '' : ` until ${formatTime(item.endAt, item.zone)}`;
}

/** What kind of thing an item is, where its name does not say so. */
function kindWord({ kind, label, entry }: PlanItem): string | null {
  if (entry !== null) return entry.look === 'departure' ? null : entryLooks[entry.look].label;
  return kind === null || lookOf(kind).label === label ? null : lookOf(kind).label;
}

function What({ row }: { row: AgendaRow }) {
  const { item } = row;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <ItemGlyph item={item} size={14} />
      <Box component="span" sx={{ fontWeight: isDeparture(item) ? 600 : 420 }}>
        {isDeparture(item) ? 'Departs' : item.label}
        {edgeWords(row)}
      </Box>
      {kindWord(item) !== null && (
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {kindWord(item)}
        </Typography>
      )}
    </Box>
  );
}

/** The calendar as a list of days. */
export function AgendaPane(props: PaneProps) {
  const { plan, lanes, trains, extras, windows, search, at, today, onChange, onShow } = props;
  const open = useOpenItem();
  const zone = useOwnZone();
  const { display } = useZones();
  const now = useNow();
  const [days, setDays] = useState(PAGE_DAYS);
  const to = addDays(at, days);
  useEffect(() => onShow(at, to), [onShow, at, to]);
  const shown = useShown({ lanes, extras: extras.known, zone });
  const rows = useMemo(() => agendaRows(shown, at, to), [shown, at, to]);
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
    { key: 'train', header: 'Train or place', width: 'minmax(110px, 0.8fr)', render: ({ item }) => item.trainName },
    {
      key: 'state',
      header: 'State',
      width: '110px',
      render: ({ item }) => (item.entry === null ? <StatusText look={releaseLooks[item.state]} /> : null),
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
        <LanesMenu groups={extras.known.groups} onChange={(groups) => onChange({ lanes: groups && [...groups] })} />
        <TrainFilter
          label="Trains shown"
          trains={[...trains.values()]}
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
        onOpen={({ item }) => open(item)}
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
