import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';

export interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null | undefined;
  readonly hint?: ReactNode;
  readonly autoFocus?: boolean | undefined;
  /** The label is read out but not drawn (in a table). */
  readonly hideLabel?: boolean | undefined;
}

/** A day and a time of the day, on the clock that the label or the form names. */
export function TimeInput(props: TimeInputProps) {
  const { label, value, onChange, error = null, hint, autoFocus = false, hideLabel = false } = props;
  return (
    <TextField
      type="datetime-local"
      label={hideLabel ? undefined : label}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 16))}
      autoFocus={autoFocus}
      error={error !== null}
      helperText={error ?? hint}
      slotProps={{ htmlInput: { 'aria-label': hideLabel ? label : undefined, step: 60 } }}
    />
  );
}
