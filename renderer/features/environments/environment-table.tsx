import Box from '@mui/material/Box';
import type { Booking } from '../../../shared/model/environment.ts';
import type { Utilisation } from '../../../shared/model/environment-use.ts';
import { formatNumber } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { size } from '../../ui/tokens.ts';
import { useDensity } from '../../ui/use-look.ts';
import type { TreeRow } from './tree.ts';
import { kindWords, percentText, sharingWords, waitText } from './view-model.ts';

const MOST_ROWS = 100;

export interface EnvironmentTableProps {
  readonly rows: readonly TreeRow[];
  readonly bookings: readonly Booking[];
  readonly use: Utilisation | undefined;
  readonly narrow: boolean;
  readonly selectedKey: string | null;
  readonly onOpen: (row: TreeRow) => void;
}

/** The facts of the picture as a table. */
export function EnvironmentTable({ rows, bookings, use, narrow, ...table }: EnvironmentTableProps) {
  const density = useDensity();
  const useOf = new Map(use?.environments.map((one) => [one.environmentId, one]));
  const counts = Map.groupBy(bookings, ({ environmentId }) => environmentId);
  const of = ({ environment }: TreeRow) => useOf.get(environment.id);
  const end = { align: 'end' as const };
  const columns: readonly Column<TreeRow>[] = [
    {
      key: 'name',
      header: 'Name',
      width: 'minmax(136px, 1.6fr)',
      render: ({ environment, depth }) => (
        <Box component="span" title={environment.name} sx={{ pl: depth * 3.5, fontWeight: 560 }}>
          {depth > 0 && <span aria-hidden>└ </span>}
          {environment.name}
          {environment.archived && (
            <Box component="span" sx={{ fontWeight: 420, color: 'text.secondary' }}>
              {' '}
              archived
            </Box>
          )}
        </Box>
      ),
    },
    { key: 'kind', header: 'Kind', width: '120px', render: ({ environment }) => kindWords[environment.kind] },
    ...(narrow
      ? []
      : [
          {
            key: 'region',
            header: 'Region',
            width: 'minmax(80px, 0.6fr)',
            render: ({ environment }: TreeRow) => environment.region ?? '',
          },
          {
            key: 'sharing',
            header: 'Sharing',
            width: '96px',
            render: ({ environment }: TreeRow) => sharingWords[environment.sharing],
          },
          {
            key: 'also',
            header: 'Also stands on',
            width: 'minmax(90px, 0.8fr)',
            render: ({ alsoOn }: TreeRow) => alsoOn.join(', '),
          },
        ]),
    {
      key: 'capacity',
      header: 'Units',
      width: '56px',
      ...end,
      render: ({ environment }) => formatNumber(environment.capacity),
    },
    {
      key: 'bookings',
      header: 'Bookings',
      width: '72px',
      ...end,
      render: ({ environment }) => formatNumber(counts.get(environment.id)?.length ?? 0),
    },
    { key: 'used', header: 'Used', width: '56px', ...end, render: (row) => percentText(of(row)?.share ?? null) },
    {
      key: 'wait',
      header: 'Longest wait',
      width: '96px',
      ...end,
      render: (row) => {
        const use = of(row);
        return use === undefined ? '' : waitText(use.waiting);
      },
    },
  ];
  // As high as its rows, so that the page alone scrolls; more of them than this would be too many to draw at once.
  const height = 34 + Math.min(rows.length, MOST_ROWS) * size.row[density];
  return (
    <Box sx={{ height, display: 'flex', flexDirection: 'column' }}>
      <DataTable
        {...table}
        label="Environments"
        rows={rows}
        columns={columns}
        rowKey={({ environment }) => environment.id}
      />
    </Box>
  );
}
