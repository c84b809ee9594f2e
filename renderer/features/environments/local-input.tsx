import TextField from '@mui/material/TextField';

export interface LocalInputProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A day and a time of a plan's own zone. */
export function LocalInput({ label, value, error, hint, onChange }: LocalInputProps) {
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 16))}
      error={error !== undefined}
      helperText={error ?? hint}
      slotProps={{ htmlInput: { step: 60 } }}
    />
  );
}
