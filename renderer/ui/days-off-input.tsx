import TextField from '@mui/material/TextField';
import { startTransition, useState } from 'react';
import { daysOffProblem } from './days-off-draft.ts';

export interface DaysOffInputProps {
  readonly value: string;
  /** What is wrong with it, once somebody tried to save. */
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/**
 * Days off, one to a line, by the thousand: a tool may write them line by line, so the form around it follows when there
 * is time, and the field neither grows nor is measured. What is wrong is said as soon as the field is left.
 */
export function DaysOffInput({ value, problem, onChange }: DaysOffInputProps) {
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  const wrong = problem ?? (left ? daysOffProblem(value) : null);
  return (
    <TextField
      label="More days off"
      value={text}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        setLeft(false);
        startTransition(() => onChange(typed));
      }}
      onBlur={() => setLeft(true)}
      error={wrong !== null}
      helperText={wrong ?? 'One day to a line, such as 2026-12-24.'}
      placeholder="2026-12-24"
      multiline
      rows={3}
      autoComplete="off"
    />
  );
}
