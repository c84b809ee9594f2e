import AddRounded from '@mui/icons-material/AddRounded';
import DepartureBoardOutlined from '@mui/icons-material/DepartureBoardOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths } from '../../../shared/domain/calendar/days.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { type Answer, answerOf, listOf } from '../../lib/answer.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatDay, formatDaysFrom, formatPlannedTime } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { releaseLooks } from '../../ui/status-looks.ts';
import { size } from '../../ui/tokens.ts';
import { useDensity } from '../../ui/use-look.ts';
import { previewQuery } from './queries.ts';
import { notGeneratedText } from './view-model.ts';

export interface ReleasesPanelProps {
  readonly train: Train;
  readonly ahead: readonly Release[];
  readonly behind: readonly Release[];
  /** How the list stands that both were parted from. */
  readonly answer: Answer<readonly Release[]>;
  readonly readOnly: boolean;
  readonly onGenerate: () => void;
  readonly onAdd: () => void;
}

/** Rows shown without scrolling. */
const ROWS = 9;

function NoReleases({
  train,
  behind,
  readOnly,
  onGenerate,
  onAdd,
}: ReleasesPanelProps & { behind: readonly Release[] }) {
  return (
    <EmptyState
      small
      icon={<DepartureBoardOutlined />}
      title={behind.length === 0 ? 'No release yet' : 'No release ahead'}
      actions={
        readOnly ? undefined : (
          <>
            {train.cadence !== null && (
              <Button variant="contained" onClick={onGenerate}>
                Generate releases
              </Button>
            )}
            <Button variant="outlined" onClick={onAdd}>
              Add one by hand
            </Button>
          </>
        )
      }
    >
      {train.cadence === null
        ? 'This train is dated by hand: add a release, and its milestones are placed by the stages.'
        : 'The cadence names the days; generating makes a release of each, with its milestones. Each can then be moved by itself.'}
    </EmptyState>
  );
}

function columnsOf(now: Instant, display: ReturnType<typeof useZones>['display']): readonly Column<Release>[] {
  return [
    {
      key: 'name',
      header: 'Release',
      width: 'minmax(112px, 1.7fr)',
      render: (release) => (
        <Box component="span" sx={{ fontWeight: 560 }}>
          {release.name}
        </Box>
      ),
    },
    { key: 'day', header: 'Day', width: '120px', render: (release) => formatDay(release.day) },
    {
      key: 'in',
      header: '',
      width: '80px',
      render: (release) => formatDaysFrom(release.day, dayIn(now, release.zone)),
    },
    {
      key: 'at',
      header: 'Departs',
      width: 'minmax(80px, 1fr)',
      render: (release) => formatPlannedTime(release.departsAt, release.zone, display),
    },
    {
      key: 'state',
      header: 'State',
      width: '104px',
      render: (release) => <StatusText look={releaseLooks[release.state]} />,
    },
  ];
}

/** The days that the cadence names after the last release that exists. */
function CadenceAhead({ train, last }: { train: Train; last: Day | null }) {
  const today = dayIn(useNow(), train.zone);
  const from = last === null || last < today ? today : last;
  const preview = answerOf(useQuery(previewQuery(train.id, from, addMonths(from, 12), train.cadence !== null)));
  if (train.cadence === null) return null;
  if (preview.kind === 'failed') return <AnswerTrouble answer={preview} />;
  const text = notGeneratedText(listOf(preview));
  if (text === '') return null;
  return (
    <Typography variant="body2" sx={{ px: 4, py: 2.5, color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>
      {text}
    </Typography>
  );
}

/** The releases of a train: ahead and behind. */
export function ReleasesPanel(props: ReleasesPanelProps) {
  const { ahead, behind, answer, readOnly, onAdd } = props;
  const navigate = useNavigate();
  const now = useNow();
  const { display } = useZones();
  const density = useDensity();
  const [side, setSide] = useState<'ahead' | 'behind'>('ahead');
  const rows = side === 'ahead' ? ahead : behind;
  const loading = answer.kind === 'loading';
  const isRead = 'data' in answer;
  const height = 33 + size.row[density] * Math.min(ROWS, Math.max(rows.length, loading ? 6 : 1));
  return (
    <Panel
      title="Releases"
      flush
      beside={
        <Tabs value={side} onChange={(_, next: 'ahead' | 'behind') => setSide(next)} aria-label="Which releases">
          <Tab value="ahead" label={isRead ? `Ahead ${ahead.length}` : 'Ahead'} />
          <Tab value="behind" label={isRead ? `Behind ${behind.length}` : 'Behind'} />
        </Tabs>
      }
      actions={
        <Button startIcon={<AddRounded />} disabled={readOnly} onClick={onAdd}>
          Add by hand
        </Button>
      }
    >
      <AnswerTrouble answer={answer} />
      {rows.length === 0 && isRead && side === 'ahead' && <NoReleases {...props} behind={behind} />}
      {answer.kind !== 'failed' && !(rows.length === 0 && isRead && side === 'ahead') && (
        <Box sx={{ height, display: 'flex' }}>
          <DataTable
            label={side === 'ahead' ? 'Releases ahead' : 'Releases behind'}
            rows={rows}
            rowKey={(release) => release.id}
            columns={columnsOf(now, display)}
            loading={loading}
            onOpen={(release) => void navigate({ to: '/releases/$id', params: { id: release.id } })}
            empty={<Box sx={{ p: 3, color: 'text.secondary' }}>No release has departed yet.</Box>}
          />
        </Box>
      )}
      {side === 'ahead' && isRead && <CadenceAhead train={props.train} last={ahead.at(-1)?.day ?? null} />}
    </Panel>
  );
}
