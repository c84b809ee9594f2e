import LocalShippingOutlined from '@mui/icons-material/LocalShippingOutlined';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LinkedProject } from '../../../shared/model/train.ts';
import { toFailure } from '../../lib/failures.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { AgeText } from '../../ui/age-text.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { size } from '../../ui/tokens.ts';
import { useDensity } from '../../ui/use-look.ts';
import { type DeliveryRow, deliveryRows } from './deliveries.ts';
import { deliveriesQuery } from './queries.ts';

const ROWS = 8;
const tabs = [
  { name: 'pullRequests', label: 'Pull requests' },
  { name: 'deployments', label: 'Deployments' },
  { name: 'releaseTags', label: 'Release tags' },
] as const;
type TabName = (typeof tabs)[number]['name'];

const columns: readonly Column<DeliveryRow>[] = [
  {
    key: 'what',
    header: 'What',
    width: 'minmax(180px, 2fr)',
    render: (row) => <ExternalLink href={row.url}>{row.title}</ExternalLink>,
  },
  { key: 'project', header: 'Project', width: 'minmax(110px, 1fr)', render: (row) => row.projectKey },
  { key: 'state', header: 'State', width: '104px', render: (row) => <StatusText look={row.look} text={row.state} /> },
  { key: 'when', header: 'When', width: '96px', render: (row) => <AgeText at={row.at} what={row.happened} /> },
  {
    key: 'fetched',
    header: 'Fetched',
    width: '108px',
    render: (row) => (row.simulated ? <SimulatedChip /> : <AgeBadge at={row.fetchedAt} />),
  },
];

function NothingLinked() {
  return (
    <EmptyState small icon={<LocalShippingOutlined />} title="No project is linked">
      Link the repositories and projects that this train ships: their latest pull requests, deployments and release tags
      then stand here, each with its age. Edit the train to link some.
    </EmptyState>
  );
}

/** What a train's linked projects delivered lately. */
export function DeliveriesPanel({ projects }: { projects: readonly LinkedProject[] }) {
  const density = useDensity();
  const [tab, setTab] = useState<TabName>('pullRequests');
  const { data, error, isPending, refetch } = useQuery({ ...deliveriesQuery(projects), enabled: projects.length > 0 });
  const rows = data === undefined ? [] : deliveryRows(data)[tab];
  const height = 33 + size.row[density] * Math.min(ROWS, Math.max(rows.length, isPending ? 6 : 2));
  if (projects.length === 0) {
    return (
      <Panel title="Delivered lately">
        <NothingLinked />
      </Panel>
    );
  }
  return (
    <Panel
      title="Delivered lately"
      flush
      beside={
        <Tabs value={tab} onChange={(_, next: TabName) => setTab(next)} aria-label="Kind of delivery">
          {tabs.map(({ name, label }) => (
            <Tab key={name} value={name} label={data === undefined ? label : `${label} ${data[name].length}`} />
          ))}
        </Tabs>
      }
    >
      {error !== null ? (
        <Box sx={{ p: 4 }}>
          <FailureView failure={toFailure(error)} onRetry={() => void refetch()} />
        </Box>
      ) : (
        <Box sx={{ height, display: 'flex' }}>
          <DataTable
            label={tabs.find(({ name }) => name === tab)?.label ?? ''}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            loading={isPending}
            empty={<Box sx={{ p: 3, color: 'text.secondary' }}>None was synced for the linked projects.</Box>}
          />
        </Box>
      )}
    </Panel>
  );
}
