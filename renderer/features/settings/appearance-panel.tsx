import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Settings } from '../../../shared/contract/workspace.ts';
import { FieldGroup } from '../../ui/form-field.tsx';
import { Panel } from '../../ui/panel.tsx';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

export interface SettingsPanelProps {
  readonly settings: Settings;
  readonly onSave: (changes: Partial<Settings>) => void;
}

function Toggle<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: ReadonlyArray<{ readonly value: V; readonly label: string }>;
  readonly onChange: (value: V) => void;
}) {
  return (
    <FieldGroup label={props.label}>
      <ToggleButtonGroup
        exclusive
        aria-label={props.label}
        value={props.value}
        onChange={(_event, value: V | null) => value !== null && props.onChange(value)}
      >
        {props.choices.map((choice) => (
          <ToggleButton key={choice.value} value={choice.value}>
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FieldGroup>
  );
}

/** How everything looks, and which keys work. */
export function AppearancePanel({ settings, onSave }: SettingsPanelProps) {
  return (
    <Panel title="Appearance and keyboard">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Toggle label="Theme" value={settings.theme} choices={themes} onChange={(theme) => onSave({ theme })} />
        <Toggle label="Rows" value={settings.density} choices={densities} onChange={(density) => onSave({ density })} />
        <Box>
          <FormControlLabel
            control={
              <Switch
                checked={settings.singleKeys ?? true}
                onChange={(_event, singleKeys) => onSave({ singleKeys })}
                slotProps={{ input: { 'aria-describedby': 'single-keys-hint' } }}
              />
            }
            label="Single-key shortcuts"
          />
          <FormHelperText id="single-keys-hint">
            Keys such as ? and G then T. Turn them off where speech input or a screen reader types for you; those with
            Ctrl or Command always work.
          </FormHelperText>
        </Box>
      </Box>
    </Panel>
  );
}
