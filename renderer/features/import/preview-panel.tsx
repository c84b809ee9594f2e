import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, useState } from 'react';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import type { StatusLook } from '../../ui/status-looks.ts';
import { countStates, type PreviewRow, type RowState } from './view-model.ts';

const LOOKS: Readonly<Record<RowState | 'out', StatusLook>> = {
  new: { label: 'New', tone: 'success', icon: 'circle' },
  changed: { label: 'Changed', tone: 'info', icon: 'half' },
  same: { label: 'Same', tone: 'neutral', icon: 'check' },
  problem: { label: 'Problem', tone: 'danger', icon: 'alert' },
  out: { label: 'Left out', tone: 'neutral', icon: 'cross' },
};
const STATES = ['new', 'changed', 'same', 'problem'] as const;

function Cut({ text, quiet = false }: { text: string; quiet?: boolean }) {
  return (
    <Box
      component="span"
      title={text}
      sx={{ overflow: 'hidden', textOverflow: 'ellipsis', ...(quiet ? { color: 'text.secondary' } : {}) }}
    >
      {text}
    </Box>
  );
}

function columnsFor(leftOut: ReadonlySet<string>, named: PreviewPanelProps['named']): readonly Column<PreviewRow>[] {
  const train: Column<PreviewRow> = {
    key: 'train',
    header: 'Train',
    width: 'minmax(90px, 0.7fr)',
    render: (row) => <Cut text={row.train} />,
  };
  const day: Column<PreviewRow> = {
    key: 'day',
    header: 'Day',
    width: '128px',
    render: (row) => (row.day === null ? '' : formatDay(row.day)),
  };
  const isRelease = named === 'Release';
  return [
    {
      key: 'state',
      header: 'State',
      width: '104px',
      render: ({ state, uid }) => <StatusText look={LOOKS[uid !== null && leftOut.has(uid) ? 'out' : state]} />,
    },
    {
      key: 'line',
      header: 'Line',
      width: '64px',
      align: 'end',
      render: ({ line }) => (line === null ? '' : formatNumber(line)),
    },
    ...(isRelease ? [train] : []),
    { key: 'name', header: named, width: 'minmax(120px, 1fr)', render: ({ name }) => <Cut text={name} /> },
    ...(isRelease ? [day] : []),
    {
      key: 'says',
      header: 'What would happen',
      width: 'minmax(240px, 2.4fr)',
      render: ({ says }) => <Cut text={says} quiet />,
    },
  ];
}

/** The whole of a line, whose sentences the table cuts off. */
function LineDetail({ row, isOut }: { row: PreviewRow | undefined; isOut: boolean }) {
  if (row === undefined)
    return 'Enter or a click on a line leaves it out or takes it in again, and shows all of it here.';
  const place = row.line === null ? row.name : `Line ${formatNumber(row.line)}, ${row.name}`;
  return `${place}: ${isOut ? 'left out. ' : ''}${row.says}`;
}

export interface PreviewPanelProps {
  readonly rows: readonly PreviewRow[];
  /** What the names are of; releases have a train and a day besides. */
  readonly named: 'Release' | 'Name';
  readonly loading: boolean;
  readonly show: RowState | undefined;
  readonly leftOut: ReadonlySet<string>;
  readonly onShow: (show: RowState | undefined) => void;
  /** Takes a row in or out. */
  readonly onToggle: (uid: string) => void;
  /** Beside the filter. */
  readonly actions: ReactNode;
}

/** What importing would do, line by line; Enter or a click leaves a line out, and takes it in again. */
export function PreviewPanel({ rows, named, loading, show, leftOut, onShow, onToggle, actions }: PreviewPanelProps) {
  const counts = countStates(rows);
  const [opened, setOpened] = useState<string | null>(null);
  const detail = rows.find(({ key }) => key === opened);
  const shown = show === undefined ? rows : rows.filter(({ state }) => state === show);
  return (
    <Box sx={{ flex: 1, minHeight: 220, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 6, py: 2, flexWrap: 'wrap', flexShrink: 0 }}>
        <ToggleButtonGroup
          exclusive
          aria-label="Show lines"
          value={show ?? 'all'}
          onChange={(_event, value: RowState | 'all' | null) =>
            onShow(value === 'all' || value === null ? undefined : value)
          }
        >
          <ToggleButton value="all">All {formatNumber(rows.length)}</ToggleButton>
          {STATES.map((state) => (
            <ToggleButton key={state} value={state}>
              {LOOKS[state].label} {formatNumber(counts[state])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Box sx={{ flex: 1 }} />
        {actions}
      </Box>
      <Box
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', borderTop: 1, borderColor: 'divider' }}
      >
        <DataTable
          label="What importing would do"
          rows={shown}
          rowKey={({ key }) => key}
          columns={columnsFor(leftOut, named)}
          loading={loading}
          onOpen={({ key, uid }) => {
            setOpened(key);
            if (uid !== null) onToggle(uid);
          }}
          empty={
            <EmptyState small title="No lines to show">
              Say above what the columns are, or show all lines.
            </EmptyState>
          }
        />
      </Box>
      <Box
        role="status"
        sx={{
          px: 6,
          py: 2,
          maxHeight: 96,
          overflow: 'auto',
          flexShrink: 0,
          borderTop: 1,
          borderColor: 'divider',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        <LineDetail row={detail} isOut={detail !== undefined && detail.uid !== null && leftOut.has(detail.uid)} />
      </Box>
    </Box>
  );
}
