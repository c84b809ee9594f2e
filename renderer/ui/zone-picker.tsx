import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import { useNow } from '../lib/use-now.ts';
import { isZone, knownZones, offsetText, zoneNamed } from '../lib/zones.ts';

export interface ZonePickerProps {
  readonly label: string;
  /** Empty for none. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  /** What an empty value means; without it a zone must be chosen. */
  readonly none?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Hands on every text as it is typed, for a form that refuses by itself what is no zone. */
  readonly free?: boolean | undefined;
}

/** A choice of an IANA time zone, found by any part of its name; a name that is none stays, and is called one. */
export function ZonePicker(props: ZonePickerProps) {
  const { label, value, onChange, hint, error, none, disabled = false, free = false } = props;
  const now = useNow();
  const [shown, setShown] = useState(value);
  const [typed, setTyped] = useState(value);
  const [left, setLeft] = useState(true);
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  const valid = isZone(value) ? value : '';
  const zones = useMemo(() => knownZones(valid), [valid]);
  const named = zoneNamed(typed);
  const unknown = left && typed.trim() !== '' && named === null;
  const wrong = error ?? (unknown ? `No time zone is called “${typed.trim()}”. Choose one of the list.` : null);

  function leave(): void {
    setLeft(true);
    const zone = typed.trim() === '' && none !== undefined ? '' : named;
    if (zone !== null && zone !== value) onChange(zone);
  }

  return (
    <Autocomplete
      options={zones}
      value={valid === '' ? null : valid}
      onChange={(_event, zone) => {
        setTyped(zone ?? '');
        onChange(zone ?? '');
      }}
      inputValue={typed}
      // What was typed is not taken back when the field is left: it is said to be wrong.
      onInputChange={(_event, text, why) => {
        if (why !== 'input') return;
        setTyped(text);
        setLeft(false);
        if (free) onChange(text.trim());
      }}
      onBlur={leave}
      clearOnBlur={false}
      disableClearable={none === undefined && value !== ''}
      disabled={disabled}
      autoHighlight
      filterOptions={(options, { inputValue }) => {
        const sought = inputValue.toLowerCase().replaceAll(' ', '_');
        return options.filter((zone) => zone.toLowerCase().includes(sought)).slice(0, 80);
      }}
      renderOption={({ key, ...props }, zone) => (
        <li key={key} {...props}>
          <span style={{ flex: 1 }}>{zone}</span>
          <span style={{ opacity: 0.75, fontVariantNumeric: 'tabular-nums' }}>{offsetText(zone, now)}</span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={none ?? 'Europe/Berlin'}
          error={wrong !== null}
          helperText={wrong ?? hint}
        />
      )}
    />
  );
}
