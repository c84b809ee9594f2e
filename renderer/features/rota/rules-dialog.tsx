import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { RosterTerms } from '../../../shared/model/roster.ts';
import { ClockTime } from '../../../shared/model/time.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FieldGroup, SelectInput, TextInput } from '../../ui/form-field.tsx';
import { WeekdayToggles } from '../../ui/weekday-toggles.tsx';
import type { RotaSearch } from './search.ts';

const pairings = [
  { value: 'prefer', label: 'Where that can be' },
  { value: 'strict', label: 'Always, rather leave a place open' },
] as const;

const askings = [
  { value: 'own', label: 'Only people of the train’s teams' },
  { value: 'any', label: 'Everybody' },
] as const;

/** A rule that the dialog can open at. */
export type RuleField = 'hours' | 'teams' | 'rest' | 'pairing' | 'skills';

export interface RulesDialogProps {
  /** The rule to begin at. */
  readonly at?: RuleField | undefined;
  readonly terms: RosterTerms;
  readonly skills: readonly string[];
  /** The skills that people have. */
  readonly known: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (changes: Partial<RotaSearch>) => void;
}

/** What the rota goes by: working hours, rest, pairing, what a lead must be able to do. */
export function RulesDialog({ at, terms, skills, known, onClose, onDone }: RulesDialogProps) {
  const [starts, setStarts] = useState<string>(terms.workingHours.from);
  const [ends, setEnds] = useState<string>(terms.workingHours.to);
  const [workdays, setWorkdays] = useState<readonly number[]>(terms.workdays);
  const [rest, setRest] = useState(String(terms.restReleases));
  const [pairing, setPairing] = useState(terms.pairing);
  const [teams, setTeams] = useState<'own' | 'any'>(terms.ownTeams ? 'own' : 'any');
  const [asked, setAsked] = useState<readonly string[]>(skills);
  const [tried, setTried] = useState(false);
  const restProblem = /^\d{1,2}$/.test(rest.trim()) && Number(rest) <= 20 ? null : 'A whole number from 0 to 20.';
  const hours = [ClockTime.safeParse(starts), ClockTime.safeParse(ends)] as const;

  function submit(): void {
    setTried(true);
    const [from, to] = hours;
    if (restProblem !== null || workdays.length === 0 || !from.success || !to.success) return;
    onDone({
      starts: from.data,
      ends: to.data,
      workdays: workdays.toSorted((one, other) => one - other),
      rest: Number(rest),
      pairing,
      teams: teams === 'own' ? undefined : teams,
      skills: asked.length === 0 ? undefined : [...asked],
    });
  }

  return (
    <FormDialog open title="Rules of the rota" submit="Use these rules" onSubmit={submit} onClose={onClose}>
      <FieldGroup
        label="A release departs in somebody’s working hours"
        hint="On their own clock and calendar. Hours that end before they begin go over midnight."
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: '120px 120px 1fr', gap: 3, alignItems: 'end' }}>
          <TextInput
            label="From"
            type="time"
            value={starts}
            onChange={setStarts}
            error={tried && !hours[0].success ? 'Choose a time.' : null}
          />
          <TextInput
            label="To"
            type="time"
            value={ends}
            onChange={setEnds}
            autoFocus={at === 'hours'}
            error={tried && !hours[1].success ? 'Choose a time.' : null}
          />
          <WeekdayToggles label="Days of the week" value={workdays} onChange={setWorkdays} />
        </Box>
      </FieldGroup>
      {tried && workdays.length === 0 && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          Choose at least one day of the week.
        </Typography>
      )}
      <SelectInput
        label="Who is asked"
        value={teams}
        choices={askings}
        onChange={setTeams}
        hint="A train without teams asks everybody."
        autoFocus={at === 'teams'}
      />
      <TextInput
        label="Releases of rest after a part"
        type="number"
        autoFocus={at === 'rest'}
        value={rest}
        onChange={setRest}
        error={tried ? restProblem : null}
        hint="1 for nobody twice in a row, 0 for no rest."
      />
      <SelectInput
        label="One who is familiar beside one who is new"
        value={pairing}
        choices={pairings}
        onChange={setPairing}
        autoFocus={at === 'pairing'}
        hint="A lead had a part before, a shadow has never led."
      />
      <Autocomplete
        multiple
        freeSolo
        autoSelect
        options={[...known]}
        value={[...asked]}
        onChange={(_event, next) =>
          setAsked([...new Set(next.map((text) => text.trim()).filter((text) => text !== ''))])
        }
        renderInput={(params) => (
          <TextField
            {...params}
            label="A lead must know"
            autoFocus={at === 'skills'}
            helperText="Skills as they stand with the people. A shadow learns: none is asked of them."
          />
        )}
      />
    </FormDialog>
  );
}
