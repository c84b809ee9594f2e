import HistoryRounded from '@mui/icons-material/HistoryRounded';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import type { Instant } from '../../shared/model/time.ts';
import { useAge, useInstantText } from '../lib/display-zone.tsx';
import { useNow } from '../lib/use-now.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { type } from './tokens.ts';

const Badge = styled('span', { shouldForwardProp: (name) => name !== 'freshness' })<{ freshness: Freshness }>(
  ({ theme, freshness }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 3,
    fontSize: type.small.size,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: freshness === 'fresh' ? theme.look.textFaint : theme.look.tones.warning.text,
    fontWeight: freshness === 'old' ? 600 : 420,
  }),
);

export interface AgeBadgeProps {
  readonly at: Instant;
  /** What happened then: `Fetched`, `Updated`. */
  readonly what?: string | undefined;
  /** An age that is no warning: when something was created, say. */
  readonly plain?: boolean | undefined;
}

/** How old a fact is; after a day it says so with a picture, after a week in bold. */
export function AgeBadge({ at, what = 'Fetched', plain = false }: AgeBadgeProps) {
  const age = useAge();
  const now = useNow();
  const whole = useInstantText(at);
  const freshness = plain ? 'fresh' : freshnessOf(at, now);
  return (
    <Tooltip title={`${what} ${whole}`}>
      <Badge freshness={freshness}>
        {freshness !== 'fresh' && <HistoryRounded aria-hidden sx={{ fontSize: 13 }} />}
        {age(at)}
      </Badge>
    </Tooltip>
  );
}
