import Box from '@mui/material/Box';
import { useLook } from '../../ui/use-look.ts';

function Mark({ side }: { side: 'plan' | 'branch' }) {
  const look = useLook();
  return (
    <Box component="svg" aria-hidden width={14} height={14} sx={{ flexShrink: 0 }}>
      {side === 'plan' ? (
        <circle cx={7} cy={7} r={5} fill={look.surface} stroke={look.textSoft} strokeWidth={2} />
      ) : (
        <circle cx={7} cy={7} r={6} fill={look.tones.accent.mark} />
      )}
    </Box>
  );
}

/** What ring and dot mean, in every drawing of the comparison. */
export function SideKey({ plan = 'The plan', branch }: { plan?: string; branch: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 4, fontSize: 12, color: 'text.secondary', minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexShrink: 0 }}>
        <Mark side="plan" /> {plan}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
        <Mark side="branch" />
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {branch}
        </Box>
      </Box>
    </Box>
  );
}
