import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { UiFailure } from '../lib/failures.ts';
import { radius } from './tokens.ts';
import { useLook } from './use-look.ts';

/** A failure where its result would stand: what, where, what to do now. */
export function FailureView({ failure, onRetry }: { failure: UiFailure; onRetry?: (() => void) | undefined }) {
  const { tones } = useLook();
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 2,
        p: 3,
        borderRadius: `${radius.control}px`,
        background: tones.danger.soft,
        color: tones.danger.text,
      }}
    >
      <ErrorOutlineRounded aria-hidden sx={{ fontSize: 18, mt: '1px', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        <Typography variant="subtitle2">{failure.message}</Typography>
        {failure.where !== null && <Typography variant="body2">At: {failure.where}</Typography>}
        {failure.remedy !== null && <Typography sx={{ mt: 0.5 }}>{failure.remedy}</Typography>}
      </Box>
      {onRetry !== undefined && (
        <Button variant="outlined" onClick={onRetry} sx={{ flexShrink: 0 }}>
          Try again
        </Button>
      )}
    </Box>
  );
}
