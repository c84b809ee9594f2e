import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { MONTHS, WEEKDAYS } from '../../../../shared/domain/calendar/time-words.ts';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { WeekdayToggles } from '../../../ui/weekday-toggles.tsx';
import type { WhenDraft } from './when-draft.ts';

const nths = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: '-1', label: 'last' },
];

const weekdays = WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }));

const months = MONTHS.map((label, at) => ({ value: String(at + 1), label }));

const units = {
  daily: 'days',
  weekly: 'weeks on',
  'monthly-weekday': 'months on the',
  'monthly-day': 'months on day',
  yearly: 'years on day',
} as const;

export interface RecurrenceProps {
  readonly draft: WhenDraft;
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<WhenDraft>) => void;
}

function Sized({ width, children }: { width: number; children: ReactNode }) {
  return <Box sx={{ width }}>{children}</Box>;
}

function MonthDay({ draft, onChange }: RecurrenceProps) {
  return (
    <Sized width={72}>
      <TextInput
        label=""
        type="number"
        value={draft.monthDay}
        onChange={(monthDay) => onChange({ monthDay })}
        slotProps={{ htmlInput: { 'aria-label': 'Day of the month', min: -31, max: 31 } }}
      />
    </Sized>
  );
}

function Parts(props: RecurrenceProps & { readonly mode: keyof typeof units }) {
  const { draft, mode, onChange } = props;
  if (mode === 'daily') return null;
  if (mode === 'weekly') {
    return (
      <WeekdayToggles
        label="Days of the week"
        value={draft.weekdays}
        onChange={(days) => onChange({ weekdays: days })}
      />
    );
  }
  if (mode === 'monthly-weekday') {
    return (
      <>
        <Sized width={104}>
          <SelectInput
            hideLabel
            label="Which of the month"
            value={draft.nth}
            choices={nths}
            onChange={(nth) => onChange({ nth })}
          />
        </Sized>
        <Sized width={132}>
          <SelectInput
            hideLabel
            label="Weekday"
            value={draft.weekday}
            choices={weekdays}
            onChange={(weekday) => onChange({ weekday })}
          />
        </Sized>
      </>
    );
  }
  return (
    <>
      <MonthDay {...props} />
      {mode === 'yearly' && (
        <>
          <span>of</span>
          <Sized width={128}>
            <SelectInput
              hideLabel
              label="Month"
              value={draft.month}
              choices={months}
              onChange={(month) => onChange({ month })}
            />
          </Sized>
        </>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        −1 is the last day
      </Typography>
    </>
  );
}

/** How often something recurs: by choices, or by a rule as it stands. */
export function RecurrenceInput(props: RecurrenceProps) {
  const { draft, problem, onChange } = props;
  const { mode } = draft;
  if (mode === 'once' || mode === 'cron') return null;
  if (mode === 'rrule') {
    return (
      <TextInput
        label="Rule"
        value={draft.rrule}
        onChange={(rrule) => onChange({ rrule })}
        error={problem}
        placeholder="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        hint="An RFC 5545 recurrence rule over the days on which it starts."
      />
    );
  }
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <span>Every</span>
        <Sized width={64}>
          <TextInput
            label=""
            type="number"
            value={draft.interval}
            onChange={(interval) => onChange({ interval })}
            slotProps={{ htmlInput: { 'aria-label': `Number of ${units[mode].split(' ')[0]}`, min: 1, max: 99 } }}
          />
        </Sized>
        <span>{units[mode]}</span>
        <Parts {...props} mode={mode} />
      </Box>
      {problem !== undefined && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          {problem}
        </Typography>
      )}
    </>
  );
}
