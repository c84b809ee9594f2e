import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import { useRef } from 'react';
import type { Zone } from '../../../shared/model/time.ts';
import { isZone } from '../../lib/zones.ts';
import { FieldGroup, SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { NumberField } from './number-field.tsx';
import type { AfterStep, CapacitySearch, OnSearch } from './search.ts';

const clocks = [
  { value: 'train', label: 'On the train’s clock' },
  { value: 'aoe', label: 'Anywhere on Earth (AoE)' },
] as const;

interface AfterProps {
  readonly after: readonly AfterStep[];
  readonly onChange: (after: readonly AfterStep[]) => void;
}

function After({ after, onChange }: AfterProps) {
  const adder = useRef<HTMLButtonElement>(null);
  const change = (at: number, changes: Partial<AfterStep>) =>
    onChange(after.map((step, index) => (index === at ? { ...step, ...changes } : step)));
  return (
    <FieldGroup label="Between done and the release" hint="Stages that follow, such as integration or acceptance.">
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
        {after.map((step, at) => (
          // Stages have no identity but their place.
          <Box key={`stage ${at + 1}`} sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
            <Box sx={{ width: 180 }}>
              <TextInput
                label={`Stage ${at + 1}`}
                value={step.name}
                onChange={(name) => change(at, { name: name.slice(0, 80) })}
              />
            </Box>
            <NumberField
              label="Working days"
              value={step.workingDays}
              least={0}
              most={200}
              width={104}
              onChange={(workingDays) => change(at, { workingDays })}
            />
            <IconButton
              aria-label={`Remove stage ${at + 1}`}
              sx={{ mt: '20px' }}
              onClick={() => {
                adder.current?.focus();
                onChange(after.filter((_, index) => index !== at));
              }}
            >
              <CloseRounded />
            </IconButton>
          </Box>
        ))}
        <Button
          ref={adder}
          variant="outlined"
          startIcon={<AddRounded />}
          disabled={after.length >= 20}
          onClick={() => onChange([...after, { name: `Stage ${after.length + 1}`, workingDays: 1 }])}
        >
          Add a stage
        </Button>
      </Box>
    </FieldGroup>
  );
}

interface SettingsProps {
  readonly search: CapacitySearch;
  /** The zones whose clocks are shown. */
  readonly zones: readonly Zone[];
  readonly onSearch: OnSearch;
}

/** What follows an item's being done, whose end of the day counts, and on which clocks it is read. */
export function CutOffSettings({ search, zones, onSearch }: SettingsProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))',
        gap: 6,
        borderTop: 1,
        borderColor: 'divider',
        pt: 4,
      }}
    >
      <After
        after={search.after ?? []}
        onChange={(after) => onSearch({ after: after.length === 0 ? undefined : [...after] })}
      />
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <SelectInput
          label="A day ends"
          value={search.clock ?? 'train'}
          choices={clocks}
          onChange={(clock) => onSearch({ clock: clock === 'train' ? undefined : clock })}
        />
        <ZonePicker
          label="Show on another clock"
          value=""
          none="Add a zone"
          onChange={(zone) => {
            if (isZone(zone) && !zones.includes(zone as Zone)) onSearch({ zones: [...zones, zone as Zone] });
          }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {zones.map((zone) => (
            <Chip
              key={zone}
              label={zone}
              {...(zones.length > 1 && { onDelete: () => onSearch({ zones: zones.filter((one) => one !== zone) }) })}
            />
          ))}
        </Box>
      </Box>
    </Box>
  );
}
