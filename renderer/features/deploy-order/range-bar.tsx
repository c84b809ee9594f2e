import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Day } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { type DayRange, rangeBeside } from './range.ts';
import type { DeployOrderSearch } from './search.ts';

/** A day as it is being typed: it is taken on Enter or when the field is left. */
function DayField({ label, value, onChange }: { label: string; value: Day; onChange: (day: Day) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const read = Day.safeParse(typed);
    setTyped(null);
    if (read.success && read.data !== value) onChange(read.data);
  };
  return (
    <TextField
      type="date"
      value={typed ?? value}
      fullWidth={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      slotProps={{ htmlInput: { 'aria-label': label } }}
      sx={{ width: 140 }}
    />
  );
}

/** Which days are looked at. */
export function RangeBar({
  range,
  onChange,
}: {
  range: DayRange;
  onChange: (changes: Pick<DeployOrderSearch, 'from' | 'until'>) => void;
}) {
  const go = (by: -1 | 1) => onChange(rangeBeside(range, by));
  const today = () => onChange({ from: undefined, until: undefined });
  useActions([
    { name: 'deployOrder.earlier', label: 'Go to the time before', group: 'View', keys: '[', run: () => go(-1) },
    { name: 'deployOrder.later', label: 'Go to the time after', group: 'View', keys: ']', run: () => go(1) },
    { name: 'deployOrder.today', label: 'A quarter from today', group: 'View', keys: 't', run: today },
  ]);
  return (
    <Toolbar role="search" aria-label="Days that are looked at">
      <IconButton aria-label="The time before" onClick={() => go(-1)}>
        <ChevronLeftRounded />
      </IconButton>
      <IconButton aria-label="The time after" onClick={() => go(1)}>
        <ChevronRightRounded />
      </IconButton>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <DayField label="First day" value={range.from} onChange={(from) => onChange({ ...range, from })} />
        to
        <DayField label="Last day" value={range.until} onChange={(until) => onChange({ ...range, until })} />
      </Box>
      <Button variant="outlined" onClick={today}>
        From today
      </Button>
    </Toolbar>
  );
}
