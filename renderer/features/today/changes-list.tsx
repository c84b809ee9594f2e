import ArrowForwardRounded from '@mui/icons-material/ArrowForwardRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Today } from '../../../shared/contract/today.ts';
import { useAge } from '../../lib/display-zone.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';

function Decision({ decision }: { decision: Today['decisions'][number] }) {
  const age = useAge();
  return (
    <Box component="li" sx={{ px: 4, py: 1.25 }}>
      <RouterLink
        to="/journal"
        search={{ entry: decision.seq }}
        sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}
      >
        {decision.summary}
      </RouterLink>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {decision.actor}, {age(decision.at)}
      </Typography>
    </Box>
  );
}

function TicketMove({ move }: { move: Today['ticketsMoved'][number] }) {
  const age = useAge();
  return (
    <Box component="li" sx={{ px: 4, py: 1.25 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 560, whiteSpace: 'nowrap' }}>
          {move.key}
        </Typography>
        <Typography component="span" noWrap title={move.title} sx={{ flex: 1 }}>
          {move.title}
        </Typography>
        {move.simulated && <SimulatedChip short />}
      </Box>
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}
      >
        {move.fromStatus ?? 'Created'}
        <ArrowForwardRounded titleAccess="became" sx={{ fontSize: 12 }} />
        {move.toStatus}, {age(move.at)}, aboard {move.releaseName}
      </Typography>
    </Box>
  );
}

/** What people decided since the last visit. */
export function DecisionList({ decisions }: { decisions: Today['decisions'] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {decisions.map((decision) => (
        <Decision key={decision.seq} decision={decision} />
      ))}
    </Box>
  );
}

/** Which tickets aboard moved since the last visit. */
export function TicketMoveList({ moves }: { moves: Today['ticketsMoved'] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {moves.map((move) => (
        <TicketMove key={`${move.releaseId} ${move.key} ${move.at} ${move.toStatus}`} move={move} />
      ))}
    </Box>
  );
}
