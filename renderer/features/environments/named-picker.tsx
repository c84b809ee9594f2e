import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTouch } from '../../ui/touched.ts';

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface NamedPickerProps<Id extends string> {
  readonly label: string;
  readonly hint: string;
  /** What stands where there is nothing to choose. */
  readonly none: string;
  readonly options: readonly Named<Id>[];
  /** Why the options could not be read; null where they could. */
  readonly failure?: string | null | undefined;
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
}

/** A choice of several by their names. */
export function NamedPicker<Id extends string>(props: NamedPickerProps<Id>) {
  const { label, hint, none, options, failure = null, value, onChange } = props;
  const touch = useTouch();
  const nameOf = (id: Id) =>
    options.find((option) => option.id === id)?.name ?? (failure === null ? 'removed' : 'not read');
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options.map(({ id }) => id)}
      value={[...value]}
      onChange={(_event, ids) => {
        touch();
        onChange(ids);
      }}
      getOptionLabel={nameOf}
      noOptionsText={none}
      renderInput={(params) => (
        <TextField {...params} label={label} error={failure !== null} helperText={failure ?? hint} />
      )}
    />
  );
}
