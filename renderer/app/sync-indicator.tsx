import CloudOffRounded from '@mui/icons-material/CloudOffRounded';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useOwnZone } from '../lib/display-zone.tsx';
import { useBranch } from '../lib/use-branch.ts';
import { useNow } from '../lib/use-now.ts';
import { useOnline } from '../lib/use-online.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { useLook } from '../ui/use-look.ts';
import { summariseSync } from './sync-summary.ts';

/** How the syncs are, in one line; leads to the connections. */
export function SyncIndicator() {
  const { tones } = useLook();
  const now = useNow();
  const zone = useOwnZone();
  const online = useOnline();
  const navigate = useNavigate();
  const branch = useBranch();
  const answer = answerOf(useQuery(orpc.connections.list.queryOptions({ input: {} })));
  if (answer.kind === 'loading') return null;
  const { look, text } =
    answer.kind === 'failed'
      ? { look: { tone: 'danger', icon: 'cross' } as const, text: 'Syncs could not be read' }
      : summariseSync(answer.data, now, zone);
  const shows = branch === null ? 'Show the connections' : 'Syncs of the plan; this branch keeps the facts of its fork';
  const offline = 'Offline: schedules are paused, everything else works';
  return (
    <Tooltip title={online ? shows : offline}>
      <Button
        variant="text"
        color="inherit"
        onClick={() => void navigate({ to: '/connections' })}
        sx={{
          minWidth: 0,
          color: 'text.secondary',
          gap: 1.5,
          overflow: 'hidden',
          '& span': { overflow: 'hidden', textOverflow: 'ellipsis' },
        }}
      >
        {online ? (
          <StatusIcon name={look.icon} colour={tones[look.tone].mark} size={16} />
        ) : (
          <CloudOffRounded aria-hidden sx={{ color: tones.warning.mark }} />
        )}
        <span>{online ? text : `Offline, ${text.charAt(0).toLowerCase()}${text.slice(1)}`}</span>
      </Button>
    </Tooltip>
  );
}
