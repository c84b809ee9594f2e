import Box from '@mui/material/Box';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { useTouch } from '../../../ui/touched.ts';
import { ZonePicker } from '../../../ui/zone-picker.tsx';
import type { ClockDraft } from './when-draft.ts';

const clocks = [
  { value: 'zone', label: 'A time zone' },
  { value: 'offset', label: 'A distance from UTC' },
  { value: 'aoe', label: 'Anywhere on Earth (AoE)' },
] as const;

const hints = {
  zone: 'Its times follow the clocks there, through their changes too.',
  offset: 'The same distance all year: no change of clocks.',
  aoe: 'UTC-12, where a day ends last: it is over when it is over everywhere.',
} as const;

export interface ClockInputProps {
  readonly label: string;
  readonly value: ClockDraft;
  readonly onChange: (clock: ClockDraft) => void;
  readonly error: string | undefined;
}

/** Whose clock the times of a rule are read on. */
export function ClockInput({ label, value, onChange, error }: ClockInputProps) {
  const touch = useTouch();
  const set = (changes: Partial<ClockDraft>) => {
    touch();
    onChange({ ...value, ...changes });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
      <SelectInput
        label={label}
        value={value.by}
        choices={clocks}
        onChange={(by) => set({ by })}
        hint={hints[value.by]}
      />
      {value.by === 'zone' && (
        <ZonePicker label="Zone" value={value.zone} onChange={(zone) => set({ zone })} error={error} free />
      )}
      {value.by === 'offset' && (
        <TextInput
          label="Distance from UTC"
          value={value.offset}
          onChange={(offset) => set({ offset })}
          error={error}
          placeholder="+05:30"
        />
      )}
    </Box>
  );
}
