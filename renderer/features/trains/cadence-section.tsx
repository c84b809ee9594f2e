import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { validateRrule } from '../../../shared/domain/calendar/rrule.ts';
import { WEEKDAYS } from '../../../shared/domain/calendar/time-words.ts';
import { sentence } from '../../../shared/domain/text/sentence.ts';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekdayToggles } from '../../ui/weekday-toggles.tsx';
import { type CadenceDraft, type CadenceMode, rruleOf } from './cadence-draft.ts';
import type { SectionProps } from './section.ts';
import { departingAt } from './stage-draft.ts';

const modes = [
  { value: 'weeks', label: 'Every so many weeks' },
  { value: 'months-weekday', label: 'Every so many months, on a weekday' },
  { value: 'months-day', label: 'Every so many months, on a day' },
  { value: 'custom', label: 'By a rule (RFC 5545)' },
  { value: 'by-hand', label: 'Releases are dated by hand' },
] as const satisfies ReadonlyArray<{ value: CadenceMode; label: string }>;

const nths = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: '-1', label: 'last' },
] as const;

const dayOffChoices = [
  { value: 'next-working-day', label: 'Move to the next working day' },
  { value: 'previous-working-day', label: 'Move to the working day before' },
  { value: 'keep', label: 'Depart all the same' },
] as const;

const weekdays = WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }));

interface EditorProps {
  readonly cadence: CadenceDraft;
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<CadenceDraft>) => void;
}

function Row({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>{children}</Box>;
}

function Interval({ cadence, unit, onChange }: EditorProps & { unit: string }) {
  return (
    <>
      <span>Every</span>
      <Box sx={{ width: 64 }}>
        <TextInput
          label=""
          type="number"
          value={cadence.interval}
          onChange={(interval) => onChange({ interval })}
          slotProps={{ htmlInput: { 'aria-label': `Number of ${unit}`, min: 1, max: 99 } }}
        />
      </Box>
      <span>{unit} on</span>
    </>
  );
}

/** A rule as text; what is wrong with it is said as soon as the field is left. */
function WrittenRule({ cadence, problem, onChange }: EditorProps) {
  const [left, setLeft] = useState(false);
  const own = left && cadence.rrule.trim() !== '' ? validateRrule(cadence.rrule) : null;
  return (
    <Box onBlur={() => setLeft(true)}>
      <TextInput
        label="Rule"
        value={cadence.rrule}
        onChange={(rrule) => {
          setLeft(false);
          onChange({ rrule });
        }}
        error={problem ?? (own === null ? null : sentence(own))}
        placeholder="FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2"
        hint="An RFC 5545 recurrence rule over days."
      />
    </Box>
  );
}

function Rule(props: EditorProps) {
  const { cadence, onChange } = props;
  switch (cadence.mode) {
    case 'by-hand':
      return (
        <Typography sx={{ color: 'text.secondary' }}>You add each release yourself, on its train’s page.</Typography>
      );
    case 'weeks':
      return (
        <Row>
          <Interval {...props} unit="weeks" />
          <WeekdayToggles
            label="Days of the week"
            value={cadence.weekdays}
            onChange={(days) => onChange({ weekdays: days })}
          />
        </Row>
      );
    case 'months-weekday':
      return (
        <Row>
          <Interval {...props} unit="months" />
          <span>the</span>
          <Box sx={{ width: 104 }}>
            <SelectInput
              hideLabel
              label="Which of the month"
              value={String(cadence.nth)}
              choices={nths}
              onChange={(nth) => onChange({ nth: Number(nth) })}
            />
          </Box>
          <Box sx={{ width: 132 }}>
            <SelectInput
              hideLabel
              label="Weekday"
              value={String(cadence.weekday)}
              choices={weekdays}
              onChange={(weekday) => onChange({ weekday: Number(weekday) })}
            />
          </Box>
        </Row>
      );
    case 'months-day':
      return (
        <Row>
          <Interval {...props} unit="months" />
          <span>day</span>
          <Box sx={{ width: 72 }}>
            <TextInput
              label=""
              type="number"
              value={cadence.monthDay}
              onChange={(monthDay) => onChange({ monthDay })}
              slotProps={{ htmlInput: { 'aria-label': 'Day of the month', min: -1, max: 31 } }}
            />
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            −1 is the last day
          </Typography>
        </Row>
      );
    case 'custom':
      return <WrittenRule {...props} />;
  }
}

/** How often the train departs, from when, at what time. */
export function CadenceSection({ draft, problems, onChange }: SectionProps) {
  const { cadence } = draft;
  const set = (changes: Partial<CadenceDraft>) => onChange({ cadence: { ...cadence, ...changes } });
  const ruleProblem = problems['cadence.rrule'];
  return (
    <Panel title="Cadence">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <SelectInput
          label="Departs"
          value={cadence.mode}
          choices={modes}
          // The builder's rule is what the free one begins with.
          onChange={(mode) =>
            set(mode === 'custom' && cadence.mode !== 'by-hand' ? { mode, rrule: rruleOf(cadence) } : { mode })
          }
        />
        <Rule cadence={cadence} problem={ruleProblem} onChange={set} />
        {ruleProblem !== undefined && cadence.mode !== 'custom' && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
            {ruleProblem}
          </Typography>
        )}
        {cadence.mode !== 'by-hand' && (
          <Box sx={{ display: 'grid', gridTemplateColumns: '150px 122px 1fr', gap: 4 }}>
            <TextInput
              label="Counted from"
              type="date"
              value={cadence.from}
              onChange={(from) => set({ from })}
              error={problems['cadence.from']}
            />
            <TextInput
              label="At"
              type="time"
              value={cadence.departureTime}
              onChange={(departureTime) =>
                onChange({
                  cadence: { ...cadence, departureTime },
                  stages: draft.stages.map((stage) => departingAt(stage, departureTime)),
                })
              }
              error={problems['cadence.departureTime']}
            />
            <SelectInput
              label="On a day off"
              value={cadence.onDayOff}
              choices={dayOffChoices}
              onChange={(onDayOff) => set({ onDayOff })}
            />
          </Box>
        )}
        <TextInput
          label="Releases are called"
          value={draft.releaseName}
          onChange={(releaseName) => onChange({ releaseName })}
          error={problems.releaseName}
          hint="{year}, {week}, {month}, {day} and {n} (a running number) are filled in."
        />
      </Box>
    </Panel>
  );
}
