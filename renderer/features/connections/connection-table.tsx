import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { type Column, DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { healthLook } from '../../ui/status-looks.ts';
import { nextRunText, type ProgressById, progressText, totalRows } from './view-model.ts';

type Props = Pick<DataTableProps<ConnectionHealth>, 'loading' | 'selectedKey' | 'onOpen' | 'empty'> & {
  readonly healths: readonly ConnectionHealth[];
  readonly progress: ProgressById;
  readonly narrow: boolean;
};

function State({ health, progress }: { health: ConnectionHealth; progress: SyncProgress | undefined }) {
  const now = useNow();
  if (progress === undefined) return <StatusText look={healthLook(health)} />;
  const { text, percent } = progressText(progress, now);
  return (
    <Box sx={{ pr: 2 }}>
      <Box
        component="span"
        title={text}
        sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', fontSize: 12, lineHeight: '16px' }}
      >
        {text}
      </Box>
      <LinearProgress
        aria-label={text}
        {...(percent === null ? {} : { variant: 'determinate' as const, value: percent })}
      />
    </Box>
  );
}

function Name({ health }: { health: ConnectionHealth }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center', maxWidth: '100%' }}>
      <Box
        component="span"
        title={health.connection.name}
        sx={{ fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {health.connection.name}
      </Box>
      {health.simulated && <SimulatedChip short />}
    </Box>
  );
}

/** The connections, by name. */
export function ConnectionTable({ healths, progress, narrow, ...table }: Props) {
  const now = useNow();
  const zone = useOwnZone();
  const columns: readonly Column<ConnectionHealth>[] = [
    { key: 'name', header: 'Name', width: 'minmax(140px, 1.2fr)', render: (health) => <Name health={health} /> },
    {
      key: 'state',
      header: 'State',
      width: 'minmax(130px, 1fr)',
      render: (health) => <State health={health} progress={progress.get(health.connection.id)} />,
    },
    {
      key: 'last',
      header: 'Last success',
      width: '112px',
      render: ({ lastSuccessAt }) =>
        lastSuccessAt === null ? 'never' : <AgeBadge at={lastSuccessAt} what="Last synced" />,
    },
    ...(narrow
      ? []
      : [
          {
            key: 'next',
            header: 'Next sync',
            width: '140px',
            render: (health: ConnectionHealth) => nextRunText(health, now, zone),
          },
          {
            key: 'rows',
            header: 'Facts',
            width: '88px',
            align: 'end' as const,
            render: (health: ConnectionHealth) => formatNumber(totalRows(health.rows)),
          },
          {
            key: 'dropped',
            header: 'Dropped',
            width: '80px',
            align: 'end' as const,
            render: (health: ConnectionHealth) => formatNumber(health.lastRun?.droppedCount ?? 0),
          },
          {
            key: 'scopes',
            header: 'Reads',
            width: 'minmax(120px, 1fr)',
            render: ({ connection }: ConnectionHealth) => (
              <Box component="span" title={connection.scopes.join(', ')} sx={{ color: 'text.secondary' }}>
                {connection.scopes.join(', ')}
              </Box>
            ),
          },
        ]),
  ];
  return (
    <DataTable
      {...table}
      label="Connections"
      rows={healths}
      columns={columns}
      rowKey={(health) => health.connection.id}
    />
  );
}
