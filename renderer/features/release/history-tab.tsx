import HistoryRounded from '@mui/icons-material/HistoryRounded';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JournalLine } from '../../../shared/contract/journal.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { formatInstant } from '../../lib/format.ts';
import { AgeText } from '../../ui/age-text.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { historyQuery } from './queries.ts';

/** What was decided about the release, from the journal. */
export function HistoryTab({ id }: { id: ReleaseId }) {
  const navigate = useNavigate();
  const zone = useOwnZone();
  const { data, error, isPending, refetch } = useQuery(historyQuery(id));
  const columns: readonly Column<JournalLine>[] = [
    { key: 'at', header: 'When', width: '168px', render: (entry) => formatInstant(entry.at, zone) },
    { key: 'age', header: '', width: '96px', render: (entry) => <AgeText at={entry.at} what="Decided" /> },
    { key: 'actor', header: 'Who', width: '130px', render: (entry) => entry.actor },
    { key: 'what', header: 'What', width: 'minmax(200px, 1fr)', render: (entry) => entry.summary },
  ];
  if (error !== null) {
    return (
      <Box sx={{ p: 4 }}>
        <FailureView failure={toFailure(error)} onRetry={() => void refetch()} />
      </Box>
    );
  }
  return (
    <DataTable
      label="History of this release"
      rows={data ?? []}
      rowKey={(entry) => String(entry.seq)}
      columns={columns}
      loading={isPending}
      onOpen={(entry) => void navigate({ to: '/journal', search: { entry: entry.seq } })}
      empty={
        <EmptyState icon={<HistoryRounded />} title="Nothing was decided about it yet">
          Every move of the release or its milestones, and every item that boards or leaves, is written down here.
        </EmptyState>
      }
    />
  );
}
