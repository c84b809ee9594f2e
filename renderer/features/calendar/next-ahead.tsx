import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Day } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { formatDaysFrom } from '../../lib/format.ts';
import { notInPicture } from '../../ui/posed.ts';

export interface NextAheadProps {
  readonly next: { readonly day: Day; readonly title: string } | null;
  /** Nothing of any train is in sight. */
  readonly isBare: boolean;
  readonly today: Day;
  readonly onGo: (day: Day) => void;
}

/** Leads to the next departure: by a key at any time, and by a button where the calendar is blank. */
export function NextAhead({ next, isBare, today, onGo }: NextAheadProps) {
  const go = () => next !== null && onGo(next.day);
  useActions([
    {
      name: 'calendar.next',
      label: 'Go to the next departure',
      group: 'Calendar',
      keys: 'd',
      enabled: next !== null,
      run: go,
    },
  ]);
  if (next === null || !isBare) return null;
  return (
    <Box sx={{ position: 'relative', height: 0, ...notInPicture }}>
      <Box sx={{ position: 'absolute', bottom: 24, left: 208, right: 0, textAlign: 'center' }}>
        <Button variant="contained" title="Go to the next departure (D)" onClick={go}>
          Next: {next.title} {formatDaysFrom(next.day, today)}
        </Button>
      </Box>
    </Box>
  );
}
