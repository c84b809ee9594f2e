import UndoRounded from '@mui/icons-material/UndoRounded';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { JournalLine } from '../../../shared/contract/journal.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { formatInstant } from '../../lib/format.ts';
import { type Column, DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { monoFamily } from '../../ui/tokens.ts';
import { isUndone } from './view-model.ts';

type Props = Pick<DataTableProps<JournalLine>, 'rows' | 'loading' | 'onReach' | 'onOpen' | 'selectedKey' | 'empty'> & {
  /** Beside an open panel there is room for less. */
  readonly narrow: boolean;
};

function Summary({ entry, undone }: { entry: JournalLine; undone: boolean }) {
  return (
    <Box
      component="span"
      title={entry.summary}
      sx={undone ? { textDecoration: 'line-through', color: 'text.secondary' } : {}}
    >
      {entry.reverts !== null && (
        <UndoRounded titleAccess="Takes back:" sx={{ fontSize: 14, mr: 1, verticalAlign: '-2px' }} />
      )}
      {entry.summary}
    </Box>
  );
}

/** The journal's entries, newest first. */
export function JournalTable({ narrow, ...table }: Props) {
  const zone = useOwnZone();
  const bySeq = useMemo(() => new Map(table.rows.map((entry) => [entry.seq, entry])), [table.rows]);
  const columns: readonly Column<JournalLine>[] = [
    {
      key: 'seq',
      header: 'No.',
      width: '52px',
      render: (entry) => (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {entry.seq}
        </Box>
      ),
    },
    {
      key: 'at',
      header: 'When',
      width: narrow ? '100px' : '168px',
      render: (entry) => (
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }} title={formatInstant(entry.at, zone)}>
          {formatInstant(entry.at, zone, narrow ? 'short' : 'long')}
        </Box>
      ),
    },
    {
      key: 'summary',
      header: 'What was decided',
      width: 'minmax(0, 1fr)',
      render: (entry) => <Summary entry={entry} undone={isUndone(entry, bySeq)} />,
    },
    {
      key: 'actor',
      header: 'Who',
      width: narrow ? '80px' : '140px',
      render: (entry) => <span title={entry.actor}>{entry.actor}</span>,
    },
    ...(narrow
      ? []
      : [
          {
            key: 'command',
            header: 'Command',
            width: '176px',
            render: (entry: JournalLine) => (
              <Box
                component="span"
                title={entry.command}
                sx={{ fontFamily: monoFamily, fontSize: 12, color: 'text.secondary' }}
              >
                {entry.command}
              </Box>
            ),
          },
        ]),
  ];
  return <DataTable {...table} label="Journal entries" columns={columns} rowKey={(entry) => String(entry.seq)} />;
}
