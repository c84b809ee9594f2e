import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { type ReactNode, useId } from 'react';
import { useTouch } from './touched.ts';

export interface TextFieldRowProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with the value, for people; null where nothing is. */
  readonly error?: string | null | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'number' | 'url' | 'email' | undefined;
  readonly lines?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly slotProps?: TextFieldProps['slotProps'];
}

/** A labelled text input: the label above, a hint or what is wrong below. */
export function TextInput(props: TextFieldRowProps) {
  const { label, value, onChange, hint, error, lines, slotProps, ...rest } = props;
  return (
    <TextField
      {...rest}
      {...(slotProps === undefined ? {} : { slotProps })}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error !== null && error !== undefined}
      helperText={error ?? hint}
      multiline={lines !== undefined && lines > 1}
      {...(lines !== undefined && lines > 1 ? { minRows: lines, maxRows: lines * 3 } : {})}
      autoComplete="off"
    />
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

export interface SelectInputProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** The label is read out but not drawn (filters, table cells). */
  readonly hideLabel?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A labelled choice of one. */
export function SelectInput<V extends string>(props: SelectInputProps<V>) {
  const { label, value, choices, onChange, hint, disabled = false, hideLabel = false, autoFocus } = props;
  const touch = useTouch();
  return (
    <TextField
      select
      label={hideLabel ? undefined : label}
      value={value}
      disabled={disabled}
      autoFocus={autoFocus ?? false}
      // MUI hands back one of the values below.
      onChange={(event) => {
        touch();
        onChange(event.target.value as V);
      }}
      helperText={hint}
      slotProps={{ select: { displayEmpty: true, ...(hideLabel ? { 'aria-label': label } : {}) } }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** A group of inputs under one label. */
export function FieldGroup({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <FormControl component="fieldset" fullWidth aria-describedby={hint === undefined ? undefined : id}>
      <FormLabel
        component="legend"
        sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 560, color: 'text.primary', mb: 1 }}
      >
        {label}
      </FormLabel>
      {children}
      {hint !== undefined && <FormHelperText id={id}>{hint}</FormHelperText>}
    </FormControl>
  );
}
