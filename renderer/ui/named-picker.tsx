import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTouch } from './touched.ts';

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface NamedPickerProps<Id extends string> {
  readonly label: string;
  readonly help: string;
  /** What to say where there is nothing to choose. */
  readonly none: string;
  readonly options: readonly Named<Id>[];
  /** Why the options could not be read; null where they could. */
  readonly failure: string | null;
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
}

/** A choice of several things by their names; one that is gone stays, and is called so. */
export function NamedPicker<Id extends string>(props: NamedPickerProps<Id>) {
  const { label, help, none, options, failure, value, onChange } = props;
  const touch = useTouch();
  const unknown = failure === null ? 'removed' : 'not read';
  const nameOf = (id: Id) => options.find((option) => option.id === id)?.name ?? unknown;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      onKeyDown={(event) => {
        // Ctrl+Enter saves the form; it does not choose, or give up, what the open list points at.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.defaultMuiPrevented = true;
      }}
      options={options.map(({ id }) => id)}
      value={[...value]}
      onChange={(_event, ids) => {
        touch();
        onChange(ids);
      }}
      getOptionLabel={nameOf}
      getOptionKey={(id) => id}
      noOptionsText={none}
      renderInput={(params) => (
        <TextField {...params} label={label} error={failure !== null} helperText={failure ?? help} />
      )}
    />
  );
}
