import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { comingOccurrences } from '../../../shared/domain/freezes/occurrences.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { When } from '../../../shared/model/schedule-rule.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { ownTimes, readersTimes } from '../../lib/clock-words.ts';
import { useAge, useOwnZone } from '../../lib/display-zone.tsx';
import { formatCount } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Notice } from '../../ui/notice.tsx';
import { clockChanges } from './clock-changes.ts';

const SHOWN = 5;
const SHOWN_CHANGES = 3;
const DAYS_AHEAD = 800;

interface ComingTime {
  readonly key: string;
  readonly own: string;
  readonly readers: string | null;
  readonly start: Instant;
}

interface ComingTimes {
  readonly times: readonly ComingTime[];
  readonly changes: readonly string[];
  readonly problem: string | null;
}

function comingTimes(holds: When, after: Instant, zone: Zone): ComingTimes {
  try {
    const found = comingOccurrences(holds, { after, count: SHOWN, days: DAYS_AHEAD });
    const times = found.map(({ key, span }) => ({
      key,
      own: ownTimes(span, holds),
      readers: readersTimes(span, holds, zone),
      start: span.start,
    }));
    return { times, changes: clockChanges(holds, after), problem: null };
  } catch (error) {
    if (error instanceof Failure) return { times: [], changes: [], problem: error.message };
    throw error;
  }
}

/** The next times that a rule holds, on its own clock and the reader's, and what changes of clocks do to it. */
export function Coming({ holds }: { holds: When }) {
  const age = useAge();
  const now = useNow();
  const zone = useOwnZone();
  // To the minute: the list is not made anew with each tick.
  const minute = (Math.floor(now / 60_000) * 60_000) as Instant; // a moment of the clock
  const { times, changes, problem } = useMemo(() => comingTimes(holds, minute, zone), [holds, minute, zone]);
  if (problem !== null) return <Notice tone="warning">{problem}</Notice>;
  return (
    <>
      {times.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>It does not hold again in the two years to come.</Typography>
      )}
      <Box component="ol" aria-label="The next times" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {times.map(({ key, own, readers, start }) => (
          <Box component="li" key={key} sx={{ py: 1 }}>
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {own}
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {readers !== null && `For you ${readers}; `}
              {start <= now ? 'holds now' : age(start)}
            </Typography>
          </Box>
        ))}
      </Box>
      {changes.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Notice tone="info">
            {changes.slice(0, SHOWN_CHANGES).map((change) => (
              <div key={change}>{change}</div>
            ))}
            {changes.length > SHOWN_CHANGES && (
              <div>
                And {formatCount(changes.length - SHOWN_CHANGES, 'more time', 'more times')} that clocks change.
              </div>
            )}
          </Notice>
        </Box>
      )}
    </>
  );
}
