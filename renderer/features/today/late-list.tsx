import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Today } from '../../../shared/contract/today.ts';
import { formatDuration } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { useLook } from '../../ui/use-look.ts';

/** What is late, and since when. */
export function LateList({ late }: { late: Today['late'] }) {
  const { tones } = useLook();
  const now = useNow();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {late.map((one) => (
        <Box
          component="li"
          key={`${one.releaseId} ${one.reason}`}
          sx={{ display: 'flex', gap: 3, px: 4, py: 1.5, alignItems: 'flex-start' }}
        >
          <WarningAmberRounded aria-label="Late" sx={{ fontSize: 16, mt: '2px', color: tones.danger.mark }} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <RouterLink
              to="/releases/$id"
              params={{ id: one.releaseId }}
              sx={{ fontWeight: 600, color: 'text.primary' }}
            >
              {one.releaseName}
            </RouterLink>
            <Typography sx={{ color: 'text.secondary' }}>{one.text}</Typography>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', lineHeight: '20px' }}>
            for {formatDuration(now - one.since)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
