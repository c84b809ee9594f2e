import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { endAlong } from '../../../lib/end-along.ts';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import { ClockInput } from './clock-input.tsx';
import type { RuleProblems } from './read-rule.ts';
import { RecurrenceInput } from './recurrence-input.tsx';
import { rruleOf, type WhenDraft, type WhenMode } from './when-draft.ts';

const modes = [
  { value: 'once', label: 'Once' },
  { value: 'daily', label: 'Every so many days' },
  { value: 'weekly', label: 'Every so many weeks' },
  { value: 'monthly-weekday', label: 'Every so many months, on a weekday' },
  { value: 'monthly-day', label: 'Every so many months, on a day' },
  { value: 'yearly', label: 'Every so many years, on a day' },
  { value: 'rrule', label: 'By a rule (RFC 5545)' },
  { value: 'cron', label: 'By cron, from one time to another' },
] as const satisfies ReadonlyArray<{ value: WhenMode; label: string }>;

export interface WhenSectionProps {
  readonly draft: WhenDraft;
  readonly problems: RuleProblems;
  readonly onChange: (changes: Partial<WhenDraft>) => void;
}

function Once({ draft, problems, onChange }: WhenSectionProps) {
  const once = { start: draft.startLocal, end: draft.endLocal };
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <TimeInput
          label="Starts"
          value={draft.startLocal}
          onChange={(startLocal) => onChange({ startLocal, endLocal: endAlong(once, startLocal) })}
          error={problems['holds.start'] ?? null}
        />
        <TimeInput
          label="Ends"
          value={draft.endLocal}
          onChange={(endLocal) => onChange({ endLocal })}
          error={problems['holds.end'] ?? null}
        />
      </Box>
      <ClockInput
        label="Its times are those of"
        value={draft.clock}
        onChange={(clock) => onChange({ clock })}
        error={problems['holds.clock']}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={draft.endClock !== null}
            onChange={(event) => onChange({ endClock: event.target.checked ? draft.clock : null })}
          />
        }
        label="It ends on another clock than it starts"
      />
      {draft.endClock !== null && (
        <ClockInput
          label="Its end is read on"
          value={draft.endClock}
          onChange={(endClock) => onChange({ endClock })}
          error={problems['holds.endClock']}
        />
      )}
    </>
  );
}

function Cron({ draft, problems, onChange }: WhenSectionProps) {
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <TextInput
          label="From each"
          value={draft.cronStart}
          onChange={(cronStart) => onChange({ cronStart })}
          error={problems['holds.start']}
          placeholder="0 18 * * FRI"
          hint="Minute, hour, day, month, weekday."
        />
        <TextInput
          label="To the next"
          value={draft.cronEnd}
          onChange={(cronEnd) => onChange({ cronEnd })}
          error={problems['holds.end']}
          placeholder="0 6 * * MON"
        />
      </Box>
      <ClockInput
        label="Its times are those of"
        value={{ ...draft.clock, by: 'zone' }}
        onChange={(clock) => onChange({ clock: { ...clock, by: 'zone' } })}
        error={problems['holds.clock']}
      />
    </>
  );
}

const LATER_DAYS = Array.from({ length: 15 }, (_, days) => days);

function laterChoices(value: string) {
  const days = LATER_DAYS.includes(Number(value)) ? LATER_DAYS : [...LATER_DAYS, Number(value)];
  const words = (later: number) => ['the same day', 'the next day'][later] ?? `${later} days later`;
  return days.map((later) => ({ value: String(later), label: words(later) }));
}

function Exceptions({ draft, problems, onChange }: WhenSectionProps) {
  const hasAny = draft.except !== '' || draft.also !== '';
  const [open, setOpen] = useState(hasAny);
  const wrong = problems['holds.except'] !== undefined || problems['holds.also'] !== undefined;
  if (!open && !wrong) {
    return (
      <Box sx={{ ml: -2 }}>
        <Button onClick={() => setOpen(true)}>Days that are different</Button>
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
      <TextInput
        label="Not on these days"
        value={draft.except}
        onChange={(except) => onChange({ except })}
        error={problems['holds.except']}
        lines={2}
        placeholder="2026-12-24"
        hint="One to a line: the day that it would start."
      />
      <TextInput
        label="On these days too"
        value={draft.also}
        onChange={(also) => onChange({ also })}
        error={problems['holds.also']}
        lines={2}
        placeholder="2026-12-31"
      />
    </Box>
  );
}

function Recurring(props: WhenSectionProps) {
  const { draft, problems, onChange } = props;
  return (
    <>
      <RecurrenceInput draft={draft} problem={problems['holds.rrule']} onChange={onChange} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '112px 112px 1fr', gap: 4, alignItems: 'start' }}>
        <TextInput
          label="From"
          type="time"
          value={draft.startTime}
          onChange={(startTime) => onChange({ startTime })}
          error={problems['holds.startTime']}
        />
        <TextInput
          label="To"
          type="time"
          value={draft.endTime}
          onChange={(endTime) => onChange({ endTime })}
          error={problems['holds.endTime']}
        />
        <SelectInput
          label="Of"
          value={draft.endDayOffset}
          choices={laterChoices(draft.endDayOffset)}
          onChange={(endDayOffset) => onChange({ endDayOffset })}
          hint={problems['holds.endDayOffset']}
        />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <TextInput
          label="Counted from"
          type="date"
          value={draft.from}
          onChange={(from) => onChange({ from })}
          error={problems['holds.from']}
        />
        {draft.mode !== 'rrule' && (
          <TextInput
            label="Last starts on (may be empty)"
            type="date"
            value={draft.until}
            onChange={(until) => onChange({ until })}
            error={problems['holds.until']}
          />
        )}
      </Box>
      <ClockInput
        label="Its times are those of"
        value={draft.clock}
        onChange={(clock) => onChange({ clock })}
        error={problems['holds.clock']}
      />
      <Exceptions {...props} />
    </>
  );
}

/** When a rule holds: once, again and again, or by cron; and whose clock says so. */
export function WhenSection(props: WhenSectionProps) {
  const { draft, onChange } = props;
  return (
    <>
      <SelectInput
        label="When"
        value={draft.mode}
        choices={modes}
        // The builder's rule is what the free one begins with.
        onChange={(mode) => onChange(mode === 'rrule' ? { mode, rrule: rruleOf(draft) } : { mode })}
      />
      {draft.mode === 'once' && <Once {...props} />}
      {draft.mode === 'cron' && <Cron {...props} />}
      {draft.mode !== 'once' && draft.mode !== 'cron' && <Recurring {...props} />}
    </>
  );
}
