import AddRounded from '@mui/icons-material/AddRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import PlaylistAddRounded from '@mui/icons-material/PlaylistAddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Train } from '../../../shared/model/train.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { toFailure } from '../../lib/failures.ts';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton, RouterLink } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { AddReleaseDialog } from './add-release-dialog.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { releasesQuery, trainQuery } from './queries.ts';
import { ReleasesPanel } from './releases-panel.tsx';
import { StagesPanel } from './stages-panel.tsx';
import { TrainMenu } from './train-menu.tsx';
import { cadenceText, exampleDay, partReleases } from './view-model.ts';

type OpenDialog = 'generate' | 'add' | null;

function TrainBody({ train, open }: { train: Train; open: (dialog: OpenDialog) => void }) {
  const now = useNow();
  const readOnly = useReadOnly();
  const releases = answerOf(useQuery(releasesQuery(train.id)));
  const parted = partReleases(listOf(releases), now);
  const example = exampleDay(train, parted.ahead[0]?.day ?? null, dayIn(now, train.zone));
  return (
    <Box
      sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1.7fr) minmax(320px, 1fr)' } }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
        <StagesPanel train={train} day={example} isRelease={parted.ahead[0] !== undefined} />
        <ReleasesPanel
          train={train}
          ahead={parted.ahead}
          behind={parted.behind}
          answer={releases}
          readOnly={readOnly}
          onGenerate={() => open('generate')}
          onAdd={() => open('add')}
        />
        <DeliveriesPanel projects={train.projects} />
        <HistoryPanel id={train.id} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <PlanPanel train={train} />
      </Box>
    </Box>
  );
}

/** One train: its plan in words, its stages, its releases, and what its projects delivered lately. */
export function TrainPage({ id }: { id: TrainId }) {
  const { data: train, error, refetch } = useQuery(trainQuery(id));
  const releases = useQuery({ ...releasesQuery(id), enabled: train !== undefined });
  const last = releases.data?.at(-1)?.day ?? null;
  const readOnly = useReadOnly();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const canGenerate = train !== undefined && train.cadence !== null && !readOnly;

  useActions([
    {
      name: 'train.generate',
      label: 'Generate releases',
      group: 'Train',
      words: 'cadence create',
      enabled: canGenerate,
      run: () => setDialog('generate'),
    },
    {
      name: 'train.addRelease',
      label: 'Add a release by hand',
      group: 'Train',
      enabled: train !== undefined && !readOnly,
      run: () => setDialog('add'),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title={train?.name ?? 'Train'}
        breadcrumbs={[
          <RouterLink key="trains" to="/trains">
            Trains
          </RouterLink>,
        ]}
        beside={
          train?.archived === true && (
            <ChipShape tone="warning">
              <span>Put aside</span>
            </ChipShape>
          )
        }
        description={train === undefined ? ' ' : cadenceText(train)}
        actions={
          train !== undefined && (
            <>
              {train.cadence === null ? (
                <Button
                  variant="contained"
                  startIcon={<AddRounded />}
                  disabled={readOnly}
                  onClick={() => setDialog('add')}
                >
                  Add release
                </Button>
              ) : (
                <Button
                  variant="contained"
                  startIcon={<PlaylistAddRounded />}
                  disabled={!canGenerate}
                  onClick={() => setDialog('generate')}
                >
                  Generate releases
                </Button>
              )}
              <RouterButton
                variant="outlined"
                startIcon={<EditOutlined />}
                to="/trains/$id/edit"
                params={{ id: train.id }}
              >
                Edit
              </RouterButton>
              <TrainMenu train={train} readOnly={readOnly} />
            </>
          )
        }
      />
      <PageBody>
        {error !== null && <FailureView failure={toFailure(error)} onRetry={() => void refetch()} />}
        {train === undefined && error === null && (
          <Panel title="Stages">
            <BlockSkeleton height={180} />
          </Panel>
        )}
        {train !== undefined && <TrainBody train={train} open={setDialog} />}
      </PageBody>
      {train !== undefined && dialog === 'generate' && (
        <GenerateDialog train={train} last={last} onClose={() => setDialog(null)} />
      )}
      {train !== undefined && dialog === 'add' && <AddReleaseDialog train={train} onClose={() => setDialog(null)} />}
    </Page>
  );
}
