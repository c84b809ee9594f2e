import CloseRounded from '@mui/icons-material/CloseRounded';
import SearchRounded from '@mui/icons-material/SearchRounded';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type Ref, useState } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number | string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** The longest text that an address keeps. */
const LONGEST = 200;

/**
 * A field that filters a list while one types; Escape empties it. What is typed shows at once: the value may live in the
 * address, which follows later, and would put the caret at the end.
 */
export function SearchField({ label, value, onChange, width = 280, inputRef }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const change = (text: string) => {
    setTyped(text);
    onChange(text);
  };
  return (
    <OutlinedInput
      value={shown}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || shown === '') return;
        event.preventDefault();
        event.stopPropagation();
        change('');
      }}
      placeholder={label}
      {...(inputRef === undefined ? {} : { inputRef })}
      slotProps={{
        input: { 'aria-label': label, type: 'text', spellCheck: false, autoComplete: 'off', maxLength: LONGEST },
      }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0 }}>
          <SearchRounded aria-hidden sx={{ fontSize: 16 }} />
        </InputAdornment>
      }
      endAdornment={
        shown === '' ? null : (
          <IconButton aria-label="Clear" onClick={() => change('')} sx={{ width: 24, height: 24, mr: -2 }}>
            <CloseRounded sx={{ fontSize: '14px !important' }} />
          </IconButton>
        )
      }
      sx={{ width, flexShrink: 1 }}
    />
  );
}
