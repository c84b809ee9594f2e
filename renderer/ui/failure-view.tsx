import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { placeForPeople, type UiFailure } from '../lib/failures.ts';
import { Notice } from './notice.tsx';

/** A failure where its result would stand: what, where, what to do now. */
export function FailureView({ failure, onRetry }: { failure: UiFailure; onRetry?: (() => void) | undefined }) {
  const place = placeForPeople(failure);
  return (
    <Notice
      tone="danger"
      action={
        onRetry !== undefined && (
          <Button variant="outlined" onClick={onRetry} sx={{ flexShrink: 0 }}>
            Try again
          </Button>
        )
      }
    >
      <Typography variant="subtitle2">{failure.message}</Typography>
      {place !== null && <Typography variant="body2">At: {place}</Typography>}
      {failure.remedy !== null && <Typography sx={{ mt: 0.5 }}>{failure.remedy}</Typography>}
    </Notice>
  );
}
