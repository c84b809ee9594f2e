import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import Switch from '@mui/material/Switch';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { Day } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { type DayRange, type RangeKind, rangeBeside, rangeText } from './range.ts';
import type { EnvironmentSearch } from './search.ts';

const kinds = [
  { kind: 'month', label: 'Month', keys: 'v m' },
  { kind: 'quarter', label: 'Quarter', keys: 'v q' },
  { kind: 'days', label: 'Days', keys: 'v y' },
] as const;

export interface RangeBarProps {
  readonly range: DayRange;
  readonly archived: boolean;
  /** Whether there is an archived environment at all. */
  readonly hasArchived: boolean;
  readonly onChange: (changes: Partial<EnvironmentSearch>) => void;
}

function DayInput(props: { label: string; value: Day; onChange: (day: Day) => void }) {
  const { label, value, onChange } = props;
  return (
    <OutlinedInput
      type="date"
      defaultValue={value}
      key={value}
      onBlur={(event) => {
        const day = Day.safeParse(event.target.value);
        if (day.success && day.data !== value) onChange(day.data);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLElement) event.target.blur();
      }}
      slotProps={{ input: { 'aria-label': label } }}
      sx={{ width: 140 }}
    />
  );
}

/** Which days are looked at. */
export function RangeBar({ range, archived, hasArchived, onChange }: RangeBarProps) {
  const choose = (kind: RangeKind) =>
    onChange(
      kind === 'days'
        ? { range: kind, from: range.from, to: range.to }
        : { range: kind, from: range.from, to: undefined },
    );
  const go = (by: -1 | 1) => onChange(rangeBeside(range, by));
  const today = () =>
    onChange({ range: range.kind === 'days' ? 'quarter' : range.kind, from: undefined, to: undefined });
  useActions([
    ...kinds.map(({ kind, label, keys }) => ({
      name: `environments.range.${kind}`,
      label: kind === 'days' ? 'Choose the days shown' : `Show a ${label.toLowerCase()}`,
      group: 'Environments' as const,
      keys,
      run: () => choose(kind),
    })),
    {
      name: 'environments.earlier',
      label: 'Go to the time before',
      group: 'Environments',
      keys: '[',
      run: () => go(-1),
    },
    { name: 'environments.later', label: 'Go to the time after', group: 'Environments', keys: ']', run: () => go(1) },
    { name: 'environments.today', label: 'Go to today', group: 'Environments', keys: 't', run: today },
  ]);
  return (
    <Toolbar>
      <ToggleButtonGroup
        exclusive
        aria-label="Time shown"
        value={range.kind}
        onChange={(_, next: RangeKind | null) => {
          if (next !== null) choose(next);
        }}
      >
        {kinds.map(({ kind, label }) => (
          <ToggleButton key={kind} value={kind}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <IconButton aria-label="The time before" onClick={() => go(-1)}>
        <ChevronLeftRounded />
      </IconButton>
      <IconButton aria-label="The time after" onClick={() => go(1)}>
        <ChevronRightRounded />
      </IconButton>
      <Button variant="outlined" onClick={today}>
        Today
      </Button>
      {range.kind === 'days' ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <DayInput
            label="First day"
            value={range.from}
            onChange={(from) => onChange({ range: 'days', from, to: range.to })}
          />
          to
          <DayInput
            label="Last day"
            value={range.to}
            onChange={(to) => onChange({ range: 'days', from: range.from, to })}
          />
        </Box>
      ) : (
        <Typography aria-live="polite" sx={{ fontWeight: 560 }}>
          {rangeText(range)}
        </Typography>
      )}
      <Box sx={{ flex: 1 }} />
      {hasArchived && (
        <FormControlLabel
          control={
            <Switch
              checked={archived}
              onChange={(event) => onChange({ archived: event.target.checked ? true : undefined })}
            />
          }
          label="Archived too"
        />
      )}
    </Toolbar>
  );
}
