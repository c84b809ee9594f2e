import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { FoundWorkItem } from '../../../shared/contract/work-items.ts';
import { statusText } from '../../../shared/domain/work-items/ending.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { type Column, DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { ticketLook } from '../../ui/status-looks.ts';
import { size } from '../../ui/tokens.ts';

type Props = Pick<
  DataTableProps<FoundWorkItem>,
  'rows' | 'loading' | 'onReach' | 'onOpen' | 'selectedKey' | 'empty'
> & {
  readonly narrow: boolean;
};

function quiet(text: string) {
  return (
    <Box component="span" title={text} sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  );
}

function Title({ item }: { item: FoundWorkItem }) {
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
      <Box component="span" title={item.title} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {item.title}
      </Box>
      {item.simulated && <SimulatedChip short />}
    </Box>
  );
}

/** The work items found, as the core orders them. */
export function WorkItemTable({ narrow, ...table }: Props) {
  const small = useMediaQuery(`(max-width: ${size.railBreakpoint - 1}px)`, { noSsr: true });
  const assignee: Column<FoundWorkItem> = {
    key: 'assignee',
    header: 'Assignee',
    width: '120px',
    render: (item) => quiet(item.assignee ?? ''),
  };
  const columns: readonly Column<FoundWorkItem>[] = [
    {
      key: 'key',
      header: 'Key',
      width: narrow || small ? '96px' : '150px',
      render: (item) => (
        <Box component="span" title={item.key} sx={{ fontWeight: 560, fontVariantNumeric: 'tabular-nums' }}>
          {item.key}
        </Box>
      ),
    },
    { key: 'title', header: 'Title', width: 'minmax(0, 1fr)', render: (item) => <Title item={item} /> },
    {
      key: 'status',
      header: 'Status',
      width: narrow ? '124px' : '150px',
      render: (item) => <StatusText look={ticketLook(item)} text={statusText(item)} />,
    },
    ...(narrow
      ? []
      : [
          ...(small ? [] : [assignee]),
          {
            key: 'version',
            header: 'Version',
            width: '120px',
            render: (item: FoundWorkItem) => quiet(item.versions.join(', ')),
          },
        ]),
    {
      key: 'updated',
      header: 'Updated',
      width: narrow ? '84px' : '100px',
      render: (item) => <AgeBadge at={item.updatedAt} what="Updated" plain />,
    },
  ];
  return <DataTable {...table} label="Work items" columns={columns} rowKey={(item) => item.id} />;
}
