import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import Tooltip from '@mui/material/Tooltip';
import { ChipShape } from './status-chip.tsx';
import { useLook } from './use-look.ts';

/** Marks a fact that a simulator made: nothing of the kind happened. */
export function SimulatedChip({ short = false }: { short?: boolean }) {
  const { tones } = useLook();
  return (
    <Tooltip title="Simulated: made up for the sample, not reported by any provider.">
      <ChipShape tone="accent" aria-label="Simulated">
        <ScienceOutlined aria-hidden sx={{ fontSize: 13, color: tones.accent.mark }} />
        <span>{short ? 'Sim' : 'Simulated'}</span>
      </ChipShape>
    </Tooltip>
  );
}
