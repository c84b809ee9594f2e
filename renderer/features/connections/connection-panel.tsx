import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import StopRounded from '@mui/icons-material/StopRounded';
import SyncRounded from '@mui/icons-material/SyncRounded';

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { SyncProgress } from '../../../shared/contract/sync.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { client, orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { formatCount, formatNumber } from '../../lib/format.ts';
import { notify } from '../../lib/toasts.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { healthLook } from '../../ui/status-looks.ts';
import { DroppedRows } from './dropped-rows.tsx';
import { failureOfRun } from './run-failure.ts';
import { RunHistory } from './run-history.tsx';
import { TestResult } from './test-result.tsx';
import { kindLabel, nextRunText, progressText, rowsByKind, scheduleText, totalRows } from './view-model.ts';

function Heading({ children }: { children: string }) {
  return (
    <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
      {children}
    </Typography>
  );
}

function Rows({ rows }: { rows: Readonly<Record<string, number>> }) {
  const kinds = rowsByKind(rows);
  if (kinds.length === 0) return <Typography sx={{ color: 'text.secondary' }}>No facts yet.</Typography>;
  return (
    <Facts
      facts={kinds.map(([kind, count]) => [
        kindLabel(kind),
        <Box key={kind} component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatNumber(count)}
        </Box>,
      ])}
    />
  );
}

function Remap({ id, disabled }: { id: ConnectionId; disabled: boolean }) {
  const remap = useMutation({
    mutationFn: () => client.sync.remap({ connectionId: id }),
    onSuccess: ({ pages, facts, dropped }) => {
      const left = dropped === 0 ? '' : `; ${formatCount(dropped, 'row')} could not be read`;
      notify.done(`Read ${formatCount(facts, 'fact')} again out of ${formatCount(pages, 'kept answer')}${left}.`);
    },
    onError: (error) => notify.failed(toFailure(error)),
  });
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" disabled={disabled} loading={remap.isPending} onClick={() => remap.mutate()}>
        Read the kept answers again
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        Without a network, by the rules as they are now.
      </Typography>
    </Box>
  );
}

function Progress({ progress }: { progress: SyncProgress }) {
  const now = useNow();
  const { text, percent } = progressText(progress, now);
  return (
    <Box role="status" sx={{ mb: 3 }}>
      <LinearProgress
        aria-label="Sync"
        {...(percent === null ? {} : { variant: 'determinate' as const, value: percent })}
      />
      <Typography variant="body2" sx={{ mt: 1.5, color: 'text.secondary', minHeight: 32 }}>
        {text}
      </Typography>
    </Box>
  );
}

function LastSuccess({ at }: { at: Instant | null }) {
  return at === null ? 'never' : <AgeBadge at={at} what="Last synced" />;
}

export interface ConnectionPanelProps {
  readonly health: ConnectionHealth;
  readonly progress: SyncProgress | undefined;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

interface SyncButtonProps {
  readonly id: ConnectionId;
  readonly running: boolean;
  readonly readOnly: boolean;
}

function SyncButton({ id, running, readOnly }: SyncButtonProps) {
  const attempt = useAttempt();
  if (running) {
    return (
      <Button
        variant="outlined"
        startIcon={<StopRounded />}
        onClick={() => void attempt(() => client.sync.cancel({ connectionId: id }))}
      >
        Cancel the sync
      </Button>
    );
  }
  return (
    <Button
      variant="contained"
      startIcon={<SyncRounded />}
      disabled={readOnly}
      onClick={() => void attempt(() => client.sync.start({ connectionId: id }))}
    >
      Sync now
    </Button>
  );
}

interface RemoveDialogProps {
  readonly health: ConnectionHealth;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before a connection is removed, and whether its token goes too: a copy of the workspace may need it. */
function RemoveDialog({ health, open, onClose, onRemoved }: RemoveDialogProps) {
  const { id, name, auth } = health.connection;
  const [forget, setForget] = useState(false);
  const attempt = useAttempt();
  const remove = useCommand(orpc.connections.remove);
  async function confirm(): Promise<void> {
    const done = await remove.run({ id });
    if (done !== null && forget) await attempt(() => client.connections.forgetSecret({ id }));
    onClose();
    if (done !== null) onRemoved();
  }
  return (
    <ConfirmDialog
      open={open}
      title={`Remove ${name}?`}
      confirm="Remove connection"
      danger
      busy={remove.busy}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      Its {formatNumber(totalRows(health.rows))} facts stay until the next clean-up, and undo brings the connection
      back. Releases keep their scope items, but these no longer show a live state.
      {health.hasSecret && auth !== 'none' && (
        <FormControlLabel
          sx={{ mt: 2 }}
          control={<Checkbox checked={forget} onChange={(_event, checked) => setForget(checked)} />}
          label="Forget its token too. Copies of this workspace on this machine then need it again."
        />
      )}
    </ConfirmDialog>
  );
}

function Actions({ health, progress, readOnly, onEdit, onClose }: ConnectionPanelProps) {
  const { id } = health.connection;
  const [asking, setAsking] = useState(false);
  const running = health.state === 'running' || progress !== undefined;
  return (
    <>
      {!health.simulated && <SyncButton id={id} running={running} readOnly={readOnly} />}
      {!health.simulated && (
        <Button variant="outlined" startIcon={<EditOutlined />} disabled={readOnly} onClick={onEdit}>
          Edit
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Tooltip title="Remove the connection">
        <span>
          <IconButton aria-label="Remove the connection" disabled={readOnly} onClick={() => setAsking(true)}>
            <DeleteOutlineRounded />
          </IconButton>
        </span>
      </Tooltip>
      <RemoveDialog health={health} open={asking} onClose={() => setAsking(false)} onRemoved={onClose} />
    </>
  );
}

/** One connection: how it is, what it holds, what went wrong, what it did lately. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { health, progress, onClose } = props;
  const now = useNow();
  const zone = useOwnZone();
  const { connection, lastRun } = health;
  const failure = lastRun === null || progress !== undefined ? null : failureOfRun(lastRun);
  return (
    <SidePanel
      title={connection.name}
      kicker={health.simulated ? 'Made up for the sample' : connection.baseUrl}
      onClose={onClose}
      actions={<Actions {...props} />}
    >
      {progress !== undefined && <Progress progress={progress} />}
      {failure !== null && (
        <Box sx={{ mb: 3 }}>
          <FailureView failure={failure} />
        </Box>
      )}
      {!health.hasSecret && (
        <Box sx={{ mb: 3 }}>
          <Notice tone="warning">There is no token for this connection on this machine. Edit it and paste one.</Notice>
        </Box>
      )}
      <Facts
        facts={[
          ['State', <StatusChip key="state" look={healthLook(health)} />],
          ['Last success', health.simulated ? null : <LastSuccess key="age" at={health.lastSuccessAt} />],
          ['Schedule', health.simulated ? null : scheduleText(connection.everyMinutes)],
          ['Next sync', health.simulated ? null : nextRunText(health, now, zone)],
          ['Reads', connection.scopes.join(', ')],
        ]}
      />
      <Heading>Facts held</Heading>
      <Rows rows={health.rows} />
      {!health.simulated && <Remap id={connection.id} disabled={props.readOnly || progress !== undefined} />}
      {lastRun !== null && lastRun.droppedCount > 0 && (
        <>
          <Heading>Rows that could not be read</Heading>
          <DroppedRows run={lastRun} />
        </>
      )}
      {!health.simulated && (
        <>
          <Heading>Test</Heading>
          <TestResult
            label="Test the connection"
            test={(signal) => client.connections.test({ id: connection.id }, { signal })}
          />
          <Heading>Latest syncs</Heading>
          <RunHistory connectionId={connection.id} />
        </>
      )}
    </SidePanel>
  );
}
