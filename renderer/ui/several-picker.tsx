import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTouch } from './touched.ts';

export interface SeveralPickerProps<T> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands in the field where nothing is chosen. */
  readonly empty?: string | undefined;
  /** What to say where there is nothing to choose. */
  readonly none: string;
  readonly options: readonly T[];
  /** Why the options could not be read; null where they could. */
  readonly failure?: string | null | undefined;
  readonly value: readonly T[];
  readonly keyOf: (thing: T) => string;
  readonly labelOf: (thing: T) => string;
  readonly groupOf?: ((thing: T) => string) | undefined;
  readonly onChange: (value: T[]) => void;
}

/** A choice of several things from a list, found by typing. */
export function SeveralPicker<T>(props: SeveralPickerProps<T>) {
  const { label, hint, empty = '', none, options, failure = null, value, keyOf, labelOf, groupOf, onChange } = props;
  const touch = useTouch();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={[...value]}
      onChange={(_event, chosen) => {
        touch();
        onChange(chosen);
      }}
      onKeyDown={(event) => {
        // Ctrl+Enter saves the form; it does not choose, or give up, what the open list points at.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.defaultMuiPrevented = true;
      }}
      getOptionLabel={labelOf}
      getOptionKey={keyOf}
      {...(groupOf === undefined ? {} : { groupBy: groupOf })}
      isOptionEqualToValue={(one, other) => keyOf(one) === keyOf(other)}
      noOptionsText={none}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={value.length === 0 ? empty : ''}
          error={failure !== null}
          helperText={failure ?? hint}
        />
      )}
    />
  );
}
