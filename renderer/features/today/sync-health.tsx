import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { healthLook } from '../../ui/status-looks.ts';
import { type HealthNote, healthNote } from './view-model.ts';

function LastSynced({ at, held }: { at: Instant | null; held: string | null }) {
  if (at !== null) return <AgeBadge at={at} what="Last synced" />;
  return (
    <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
      {held}
    </Typography>
  );
}

/** What went wrong at the last sync, and what to do about it. */
function Trouble({ note }: { note: HealthNote }) {
  if (note.error === null) return null;
  return (
    <Typography variant="body2" sx={{ px: 4, pb: 1.5, overflowWrap: 'anywhere' }}>
      {note.error}{' '}
      {note.remedy !== null && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {note.remedy}
        </Box>
      )}
    </Typography>
  );
}

function HealthLine({ health }: { health: ConnectionHealth }) {
  const note = healthNote(health);
  return (
    <li>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', px: 4, minHeight: 32 }}>
        <RouterLink
          to="/connections"
          search={{ id: health.connection.id }}
          noWrap
          title={health.connection.name}
          sx={{ flex: 1, color: 'text.primary', minWidth: 0 }}
        >
          {health.connection.name}
        </RouterLink>
        {!health.simulated && <LastSynced at={health.lastSuccessAt} held={note.held} />}
        <Box sx={{ width: 104, flexShrink: 0 }}>
          <StatusText look={healthLook(health)} />
        </Box>
      </Box>
      <Trouble note={note} />
    </li>
  );
}

/** How each connection is: its state, how old its facts are, and what to do where it fails. */
export function SyncHealth({ healths }: { healths: readonly ConnectionHealth[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {healths.map((health) => (
        <HealthLine key={health.connection.id} health={health} />
      ))}
    </Box>
  );
}
