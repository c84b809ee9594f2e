import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { SyncRun } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { useAge, useInstantText } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { formatDuration } from '../../lib/format.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { runLooks } from '../../ui/status-looks.ts';
import { runsQuery } from './queries.ts';
import { runText, triggerLabels } from './view-model.ts';

function Run({ run }: { run: SyncRun }) {
  const age = useAge();
  const started = useInstantText(run.startedAt);
  const took = run.finishedAt === null ? '' : `, took ${formatDuration(run.finishedAt - run.startedAt)}`;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <StatusText look={runLooks[run.state]} />
        <Typography variant="body2" sx={{ color: 'text.secondary', lineHeight: '20px' }} title={started}>
          {age(run.startedAt)} {triggerLabels[run.trigger]}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {runText(run)}
        {took}
      </Typography>
      {run.errorMessage !== null && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {run.errorMessage}
        </Typography>
      )}
    </Box>
  );
}

/** The latest passes over a connection, newest first. */
export function RunHistory({ connectionId }: { connectionId: ConnectionId }) {
  const runs = useQuery(runsQuery(connectionId));
  if (runs.error !== null) return <FailureView failure={toFailure(runs.error)} onRetry={() => void runs.refetch()} />;
  if (runs.data === undefined) return <RowSkeletons rows={3} height={52} />;
  if (runs.data.length === 0)
    return <Typography sx={{ color: 'text.secondary' }}>It has not been synced yet.</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {runs.data.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </Box>
  );
}
