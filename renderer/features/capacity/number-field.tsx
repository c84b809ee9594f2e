import Box from '@mui/material/Box';
import { useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from '../../lib/use-debounced.ts';
import { TextInput } from '../../ui/form-field.tsx';
import { numberProblem, readNumber } from './number-text.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Fractions are taken too. */
  readonly fractions?: boolean | undefined;
  readonly width?: number | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number that is taken as soon as it is right; what is wrong stays as it was typed, and is said. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, fractions = false, width = 132, hint, onChange } = props;
  const [typed, setTyped] = useState(String(value));
  const range = { least, most, fractions };
  // What the address says, where it was changed from elsewhere.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (readNumber(typed, range) !== value) setTyped(String(value));
  }
  const settled = useDebounced(typed, 250);
  const take = useEffectEvent((text: string) => {
    const read = readNumber(text, range);
    if (read !== null && read !== value) onChange(read);
  });
  useEffect(() => take(settled), [settled]);
  return (
    <Box sx={{ width }}>
      <TextInput
        label={label}
        value={typed}
        onChange={setTyped}
        error={numberProblem(typed, range)}
        hint={hint}
        slotProps={{ htmlInput: { inputMode: fractions ? 'decimal' : 'numeric' } }}
      />
    </Box>
  );
}
