import Tooltip from '@mui/material/Tooltip';
import type { Instant } from '../../shared/model/time.ts';
import { useInstantText } from '../lib/display-zone.tsx';
import { formatAge } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';

/** How long ago something happened; for how fresh a fact is, see `AgeBadge`. */
export function AgeText({ at, what }: { at: Instant; what: string }) {
  const now = useNow();
  const whole = useInstantText(at);
  return (
    <Tooltip title={`${what} ${whole}`}>
      <span>{formatAge(at, now)}</span>
    </Tooltip>
  );
}
