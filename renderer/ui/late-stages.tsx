import Box from '@mui/material/Box';
import { Notice } from './notice.tsx';

/** What comes too late among the stages of a train, or the milestones of a release; nothing where nothing does. */
export function LateStages({ late }: { late: readonly string[] }) {
  if (late.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Notice tone="warning">{late.join(' ')} Move it, or the time of departure.</Notice>
    </Box>
  );
}
