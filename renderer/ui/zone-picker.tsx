import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { useNow } from '../lib/use-now.ts';
import { knownZones, offsetText } from '../lib/zones.ts';

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
}

/** A choice of an IANA time zone, found by any part of its name. */
export function ZonePicker({ label, value, onChange, hint, error, none, disabled = false }: ZonePickerProps) {
  const now = useNow();
  const zones = useMemo(() => knownZones(value), [value]);
  return (
    <Autocomplete
      options={zones}
      value={value === '' ? null : value}
      onChange={(_event, zone) => onChange(zone ?? '')}
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
          error={error !== null && error !== undefined}
          helperText={error ?? hint}
        />
      )}
    />
  );
}
