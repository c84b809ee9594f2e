import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { healthLook } from '../../ui/status-looks.ts';

function LastSynced({ at }: { at: Instant | null }) {
  if (at !== null) return <AgeBadge at={at} what="Last synced" />;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      no facts yet
    </Typography>
  );
}

/** How each connection is: its state, and how old its facts are. */
export function SyncHealth({ healths }: { healths: readonly ConnectionHealth[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {healths.map((health) => (
        <Box
          component="li"
          key={health.connection.id}
          sx={{ display: 'flex', gap: 3, alignItems: 'center', px: 4, minHeight: 32 }}
        >
          <RouterLink
            to="/connections"
            search={{ id: health.connection.id }}
            noWrap
            title={health.connection.name}
            sx={{ flex: 1, color: 'text.primary', minWidth: 0 }}
          >
            {health.connection.name}
          </RouterLink>
          {!health.simulated && <LastSynced at={health.lastSuccessAt} />}
          <Box sx={{ width: 104 }}>
            <StatusText look={healthLook(health)} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
