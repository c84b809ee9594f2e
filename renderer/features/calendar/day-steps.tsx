import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { Day } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';

export interface DayStepsProps {
  readonly at: Day;
  readonly today: Day;
  /** What one step is, for people: `month`. */
  readonly unit: string;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onGo: (day: Day) => void;
}

/** A day as it is being typed: a year has four digits, so it goes there on Enter or when the field is left. */
function DayField({ at, onGo }: Pick<DayStepsProps, 'at' | 'onGo'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const day = Day.safeParse(typed);
    setTyped(null);
    if (day.success && day.data !== at) onGo(day.data);
  };
  return (
    <TextField
      type="date"
      value={typed ?? at}
      fullWidth={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
      slotProps={{ htmlInput: { 'aria-label': 'Go to day', min: '1000-01-01', max: '9998-12-31' } }}
      sx={{ width: 138 }}
    />
  );
}

/** Today, back, forward, and any day. */
export function DaySteps({ at, today, unit, onStep, onGo }: DayStepsProps) {
  useActions([
    { name: 'calendar.today', label: 'Go to today', group: 'Calendar', keys: 't', run: () => onGo(today) },
    { name: 'calendar.earlier', label: `Earlier (${unit})`, group: 'Calendar', keys: '[', run: () => onStep(-1) },
    { name: 'calendar.later', label: `Later (${unit})`, group: 'Calendar', keys: ']', run: () => onStep(1) },
  ]);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Button variant="outlined" onClick={() => onGo(today)}>
        Today
      </Button>
      <Tooltip title={`Previous ${unit}`}>
        <IconButton aria-label={`Previous ${unit}`} onClick={() => onStep(-1)}>
          <ChevronLeftRounded />
        </IconButton>
      </Tooltip>
      <Tooltip title={`Next ${unit}`}>
        <IconButton aria-label={`Next ${unit}`} onClick={() => onStep(1)}>
          <ChevronRightRounded />
        </IconButton>
      </Tooltip>
      <DayField at={at} onGo={onGo} />
    </Box>
  );
}
