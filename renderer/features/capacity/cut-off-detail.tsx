import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { ClassLeadTimes, CutOff } from '../../../shared/model/forecast.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { rowsText } from './choose.ts';
import { cutOffText, samplesText } from './cut-off-model.ts';
import type { OnSearch } from './search.ts';

export interface CutOffDetailProps {
  readonly cutOff: CutOff;
  readonly lead: ClassLeadTimes | undefined;
  readonly today: Day;
  readonly weeks: number;
  readonly onSearch: OnSearch;
}

/** One cut-off in full: on every reader's clock, what lies between it and the release, what it rests on. */
export function CutOffDetail({ cutOff, lead, today, weeks, onSearch }: CutOffDetailProps) {
  const { readings, steps, itemClass } = cutOff;
  const rows = rowsText({ from: addDays(today, -7 * weeks), to: addDays(today, -1), type: itemClass });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))', gap: 6, mt: 2 }}>
      <Box component="section" aria-label="On every clock">
        <Typography variant="h3" sx={{ mb: 2 }}>
          {cutOffText(cutOff)}
        </Typography>
        <Facts facts={readings.map(({ zone, text }) => [zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, text])} />
      </Box>
      <Box component="section" aria-label="What lies between">
        <Typography variant="h3" sx={{ mb: 2 }}>
          What lies between
        </Typography>
        <Box component="ol" sx={{ m: 0, pl: 5 }}>
          {steps.map(({ name, workingDays, begins, ends }) => (
            <li key={name}>
              {name}: {formatCount(workingDays, 'working day')}, {formatDay(begins, 'medium')} to{' '}
              {formatDay(ends, 'medium')}
            </li>
          ))}
        </Box>
        {lead !== undefined && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
            {samplesText(lead)}
          </Typography>
        )}
        <Button size="small" variant="outlined" sx={{ mt: 2 }} onClick={() => onSearch({ rows })}>
          Items behind it
        </Button>
      </Box>
    </Box>
  );
}
