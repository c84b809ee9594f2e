import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { ReleaseDetail } from '../../../shared/contract/releases.ts';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatPlanned } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { ConflictDetail } from '../../ui/conflict-detail.tsx';
import { ConflictList } from '../../ui/conflict-list.tsx';
import { conflictLabel } from '../../ui/conflict-looks.ts';
import { partWaived, sidesText } from '../../ui/conflict-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Deployed, deploymentsOf, spanOf } from '../../ui/first-legal.ts';
import { LegalReasons } from '../../ui/legal-reasons.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';

function Judged({ deployed }: { deployed: Deployed }) {
  const { display } = useZones();
  const { releaseId, start, zone, name } = deployed;
  const answer = answerOf(
    useQuery(
      orpc.scheduleRules.judge.queryOptions({
        input: { to: { by: 'release', id: releaseId }, span: spanOf(deployed) },
      }),
    ),
  );
  return (
    <Box sx={{ pb: 2 }}>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {name}, {formatPlanned(start, zone, display)}
      </Typography>
      <AnswerView answer={answer} loading={<LinearProgress aria-label="Judging the deployment" />}>
        {({ targets }) => <LegalReasons targets={targets} zone={zone} />}
      </AnswerView>
    </Box>
  );
}

export interface ConflictsTabProps {
  readonly detail: ReleaseDetail;
  readonly answer: Answer<{ readonly conflicts: readonly WaivableConflict[] }>;
  /** The key of the conflict whose panel is open. */
  readonly open: string | undefined;
  readonly readOnly: boolean;
  readonly onOpen: (key: string | undefined) => void;
  readonly onLegal: () => void;
}

/** Whether the release may be deployed when it is planned, and what it cannot hold together with. */
export function ConflictsTab({ detail, answer, open, readOnly, onOpen, onLegal }: ConflictsTabProps) {
  const zone = useOwnZone();
  const deployments = deploymentsOf(detail.release, detail.milestones);
  const all = 'data' in answer ? answer.data.conflicts : [];
  const parted = partWaived(all);
  const entry = all.find(({ conflict }) => conflict.key === open);
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 5, display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Panel
          title="Is it allowed?"
          actions={
            <Button variant="outlined" startIcon={<EventAvailableOutlined />} onClick={onLegal}>
              First legal slot
            </Button>
          }
        >
          {deployments.map((deployed) => (
            <Judged key={deployed.id} deployed={deployed} />
          ))}
        </Panel>
        <Panel title="Conflicts" flush>
          <AnswerView answer={answer} loading={<LinearProgress aria-label="Looking for conflicts" />}>
            {() =>
              parted.open.length === 0 ? (
                <EmptyState small icon={<VerifiedOutlined />} title="It clashes with nothing that counts">
                  Environments, freezes, services, people and dependencies were looked at.
                </EmptyState>
              ) : (
                <ConflictList label="Conflicts" entries={parted.open} selected={open} onOpen={onOpen} />
              )
            }
          </AnswerView>
        </Panel>
        {parted.waived.length > 0 && (
          <Panel title="Waived" flush>
            <ConflictList label="Waived conflicts" entries={parted.waived} selected={open} onOpen={onOpen} />
          </Panel>
        )}
      </Box>
      {entry !== undefined && (
        <SidePanel
          title={sidesText(entry.conflict)}
          kicker={conflictLabel(entry.conflict.kind)}
          actions={
            <RouterButton
              to="/calendar"
              search={{ at: dayIn(entry.conflict.at.start, zone), conflicts: true, conflict: entry.conflict.key }}
              variant="outlined"
            >
              Show on the calendar
            </RouterButton>
          }
          onClose={() => onOpen(undefined)}
        >
          <ConflictDetail
            key={entry.conflict.key}
            entry={entry}
            readOnly={readOnly}
            onResolved={() => onOpen(undefined)}
          />
        </SidePanel>
      )}
    </Box>
  );
}
