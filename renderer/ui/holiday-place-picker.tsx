import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { answerOf, choicesFailure, listOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useTouch } from './touched.ts';

/** The countries and regions whose public holidays are known. */
function holidayPlacesQuery() {
  return orpc.calendar.holidayPlaces.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY });
}

export interface HolidayPlacePickerProps {
  /** `DE`, `DE-BY`; empty for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A choice of the country or region whose public holidays are days off. */
export function HolidayPlacePicker({ value, onChange }: HolidayPlacePickerProps) {
  const touch = useTouch();
  const answer = answerOf(useQuery(holidayPlacesQuery()));
  const known = listOf(answer);
  const failure = choicesFailure(answer);
  const chosen = value === '' ? null : (known.find((place) => place.code === value) ?? { code: value, name: value });
  return (
    <Autocomplete
      options={known}
      value={chosen}
      onChange={(_event, place) => {
        touch();
        onChange(place?.code ?? '');
      }}
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
