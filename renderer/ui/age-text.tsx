import Tooltip from '@mui/material/Tooltip';
import type { Instant } from '../../shared/model/time.ts';
import { useAge, useInstantText } from '../lib/display-zone.tsx';

/** How long ago something happened; for how fresh a fact is, see `AgeBadge`. */
export function AgeText({ at, what }: { at: Instant; what: string }) {
  const age = useAge();
  const whole = useInstantText(at);
  return (
    <Tooltip title={`${what} ${whole}`}>
      <span>{age(at)}</span>
    </Tooltip>
  );
}
