import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';

export interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null | undefined;
  readonly hint?: ReactNode;
}

/** A day and a time of the day, on the clock that the label or the form names. */
export function TimeInput({ label, value, onChange, error = null, hint }: TimeInputProps) {
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 16))}
      error={error !== null}
      helperText={error ?? hint}
      slotProps={{ htmlInput: { step: 60 } }}
    />
  );
}
