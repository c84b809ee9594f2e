import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
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
      <TextField
        type="date"
        value={at}
        fullWidth={false}
        onChange={(event) => {
          const day = Day.safeParse(event.target.value);
          if (day.success) onGo(day.data);
        }}
        slotProps={{ htmlInput: { 'aria-label': 'Go to day' } }}
        sx={{ width: 138 }}
      />
    </Box>
  );
}
