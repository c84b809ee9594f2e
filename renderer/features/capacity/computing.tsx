import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { useDebounced } from '../../lib/use-debounced.ts';

/** Says that figures are being worked out, once that takes a moment; what is shown meanwhile is of the question before. */
export function Computing({ on }: { on: boolean }) {
  const settled = useDebounced(on, 400);
  return (
    <Box
      role="status"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary', fontSize: 12, minHeight: 16 }}
    >
      {on && settled && (
        <>
          <CircularProgress size={12} aria-hidden />
          Working it out
        </>
      )}
    </Box>
  );
}
