import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { AdherenceViewName } from './search.ts';

export interface ViewToggleProps {
  readonly view: AdherenceViewName;
  readonly onChange: (view: AdherenceViewName) => void;
}

/** Drawn, or as a table. */
export function ViewToggle({ view, onChange }: ViewToggleProps) {
  return (
    <ToggleButtonGroup
      exclusive
      aria-label="Show as"
      value={view}
      onChange={(_, next: AdherenceViewName | null) => onChange(next ?? view)}
    >
      <ToggleButton value="pictures">Pictures</ToggleButton>
      <ToggleButton value="table">Table</ToggleButton>
    </ToggleButtonGroup>
  );
}
