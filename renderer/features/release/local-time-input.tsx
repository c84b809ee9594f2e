import TextField from '@mui/material/TextField';
import type { LocalCheck } from './view-model.ts';

export interface LocalTimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly check: LocalCheck;
  /** Something wrong that the value alone does not show. */
  readonly error?: string | null | undefined;
  /** Something odd that the value alone does not show. */
  readonly hint?: string | null | undefined;
  readonly autoFocus?: boolean | undefined;
  /** The label is read out but not drawn (in a table). */
  readonly hideLabel?: boolean | undefined;
}

/** A day and a time of the plan's own zone. */
export function LocalTimeInput(props: LocalTimeInputProps) {
  const { label, value, onChange, check, error = null, hint = null, autoFocus = false, hideLabel = false } = props;
  const wrong = check.error ?? error;
  return (
    <TextField
      type="datetime-local"
      label={hideLabel ? undefined : label}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 16))}
      autoFocus={autoFocus}
      error={wrong !== null}
      helperText={wrong ?? ([check.hint, hint].filter((one) => one !== null).join(' ') || undefined)}
      slotProps={{ htmlInput: { 'aria-label': hideLabel ? label : undefined, step: 60 } }}
    />
  );
}
