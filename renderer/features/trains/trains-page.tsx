import AddRounded from '@mui/icons-material/AddRounded';
import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import { describeCadence } from '../../../shared/domain/calendar/describe-cadence.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { dayIn, formatDay, formatDaysFrom, formatNumber } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { trainsQuery } from './queries.ts';

function Name({ summary: { train } }: { summary: TrainSummary }) {
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box component="span" title={train.name} sx={{ fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {train.name}
      </Box>
      {train.archived && (
        <ChipShape tone="neutral">
          <Inventory2Outlined aria-hidden sx={{ fontSize: 12 }} />
          <span>Put aside</span>
        </ChipShape>
      )}
    </Box>
  );
}

function Next({ summary: { train, next } }: { summary: TrainSummary }) {
  const today = dayIn(useNow(), train.zone);
  if (next === null) return <Quiet text="none planned" />;
  return (
    <span title={`${next.name}, ${formatDay(next.day)}`}>
      {next.name} <Quiet text={`${formatDay(next.day, 'medium')}, ${formatDaysFrom(next.day, today)}`} />
    </span>
  );
}

function Quiet({ text }: { text: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }} title={text}>
      {text}
    </Box>
  );
}

const columns: readonly Column<TrainSummary>[] = [
  { key: 'name', header: 'Train', width: 'minmax(130px, 1fr)', render: (summary) => <Name summary={summary} /> },
  {
    key: 'next',
    header: 'Next departure',
    width: 'minmax(200px, 1.6fr)',
    render: (summary) => <Next summary={summary} />,
  },
  {
    key: 'cadence',
    header: 'Cadence',
    width: 'minmax(120px, 1.6fr)',
    render: ({ train }) => <Quiet text={train.cadence === null ? 'dated by hand' : describeCadence(train.cadence)} />,
  },
  { key: 'owner', header: 'Owner', width: 'minmax(80px, 0.6fr)', render: ({ train }) => <Quiet text={train.owner} /> },
  { key: 'zone', header: 'Zone', width: '130px', render: ({ train }) => <Quiet text={train.zone} /> },
  {
    key: 'releases',
    header: 'Releases',
    width: '72px',
    align: 'end',
    render: ({ releaseCount }) => formatNumber(releaseCount),
  },
];

function NewTrainButton() {
  const readOnly = useReadOnly();
  return (
    <RouterButton to="/trains/new" variant="contained" startIcon={<AddRounded />} disabled={readOnly}>
      New train
    </RouterButton>
  );
}

/** Every train with its next departure. */
export function TrainsPage() {
  const navigate = useNavigate();
  const answer = answerOf(useQuery(trainsQuery()));
  const trains = listOf(answer);
  const [withArchived, setWithArchived] = useState(false);
  const archived = trains.filter(({ train }) => train.archived).length;
  const rows = trains.filter(({ train }) => withArchived || !train.archived);
  return (
    <Page>
      <PageHeader
        title="Trains"
        description="A train is a recurring plan: how often it departs, which milestones come before, what it ships."
        actions={
          <>
            {archived > 0 && (
              <FormControlLabel
                control={<Switch checked={withArchived} onChange={(_event, on) => setWithArchived(on)} />}
                label={`Show ${archived} put aside`}
              />
            )}
            <NewTrainButton />
          </>
        }
      />
      <PageBody fill>
        <AnswerTrouble answer={answer} />
        <DataTable
          label="Trains"
          rows={rows}
          rowKey={({ train }) => train.id}
          columns={columns}
          loading={answer.kind === 'loading'}
          onOpen={({ train }) => void navigate({ to: '/trains/$id', params: { id: train.id } })}
          empty={
            'data' in answer && (
              <EmptyState icon={<AltRouteRounded />} title="No trains yet" actions={<NewTrainButton />}>
                Say how often you release and what has to happen before: scope cut-off, code freeze, go/no-go. Signalbox
                places every date over your working days and public holidays, and keeps them in step when a release
                moves.
              </EmptyState>
            )
          }
        />
      </PageBody>
    </Page>
  );
}
