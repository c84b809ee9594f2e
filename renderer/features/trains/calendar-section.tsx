import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { answerOf, choicesFailure, listOf } from '../../lib/answer.ts';
import { FieldGroup } from '../../ui/form-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DaysOffInput } from './days-off-input.tsx';
import { holidayPlacesQuery } from './queries.ts';
import type { SectionProps } from './section.ts';
import { WeekdayToggles } from './weekday-toggles.tsx';

function HolidayPlacePicker({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const answer = answerOf(useQuery(holidayPlacesQuery()));
  const known = listOf(answer);
  const failure = choicesFailure(answer);
  const chosen = value === '' ? null : (known.find((place) => place.code === value) ?? { code: value, name: value });
  return (
    <Autocomplete
      options={known}
      value={chosen}
      onChange={(_event, place) => onChange(place?.code ?? '')}
      getOptionLabel={(place) => place.name}
      isOptionEqualToValue={(one, other) => one.code === other.code}
      filterOptions={(places, { inputValue }) => {
        const sought = inputValue.toLowerCase();
        return places
          .filter((place) => place.name.toLowerCase().includes(sought) || place.code.toLowerCase().startsWith(sought))
          .slice(0, 60);
      }}
      renderOption={({ key, ...props }, place) => (
        <li key={key} {...props}>
          <Box component="span" sx={{ flex: 1 }}>
            {place.name}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {place.code}
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Public holidays of"
          placeholder="None"
          error={failure !== null}
          helperText={failure ?? 'A country, or a region with holidays of its own.'}
        />
      )}
    />
  );
}

/** Which days are worked: what working days are counted by. */
export function CalendarSection({ draft, problems, onChange }: SectionProps) {
  return (
    <Panel title="Working days">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <FieldGroup label="Worked">
          <WeekdayToggles
            label="Days of the week that are worked"
            value={draft.workdays}
            onChange={(workdays) => onChange({ workdays })}
          />
          {problems['calendar.workdays'] !== undefined && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
              {problems['calendar.workdays']}
            </Typography>
          )}
        </FieldGroup>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
          <HolidayPlacePicker value={draft.holidays} onChange={(holidays) => onChange({ holidays })} />
          <DaysOffInput
            value={draft.extraDaysOff}
            problem={problems['calendar.extraDaysOff']}
            onChange={(extraDaysOff) => onChange({ extraDaysOff })}
          />
        </Box>
      </Box>
    </Panel>
  );
}
