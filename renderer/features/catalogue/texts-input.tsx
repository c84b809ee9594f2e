import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTouch } from '../../ui/touched.ts';

export interface TextsInputProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  /** What others wrote already, offered. */
  readonly known: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (texts: readonly string[]) => void;
}

/** Some short texts of one's own, such as skills; Enter, or leaving the field, adds what was typed. */
export function TextsInput({ label, hint, value, known, error, onChange }: TextsInputProps) {
  const touch = useTouch();
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={[...known]}
      value={[...value]}
      onChange={(_event, texts) => {
        touch();
        onChange(texts);
      }}
      renderInput={(params) => (
        <TextField {...params} label={label} error={error !== undefined} helperText={error ?? hint} />
      )}
    />
  );
}
