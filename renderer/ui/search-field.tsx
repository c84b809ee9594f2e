import CloseRounded from '@mui/icons-material/CloseRounded';
import SearchRounded from '@mui/icons-material/SearchRounded';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { Ref } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number | string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A field that filters a list while one types; Escape empties it. */
export function SearchField({ label, value, onChange, width = 280, inputRef }: SearchFieldProps) {
  return (
    <OutlinedInput
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        onChange('');
      }}
      placeholder={label}
      {...(inputRef === undefined ? {} : { inputRef })}
      slotProps={{ input: { 'aria-label': label, type: 'text', spellCheck: false, autoComplete: 'off' } }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0 }}>
          <SearchRounded aria-hidden sx={{ fontSize: 16 }} />
        </InputAdornment>
      }
      endAdornment={
        value === '' ? null : (
          <IconButton aria-label="Clear" onClick={() => onChange('')} sx={{ width: 22, height: 22, mr: -2 }}>
            <CloseRounded sx={{ fontSize: '14px !important' }} />
          </IconButton>
        )
      }
      sx={{ width, flexShrink: 1 }}
    />
  );
}
