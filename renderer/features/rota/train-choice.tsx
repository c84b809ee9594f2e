import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import type { Train } from '../../../shared/model/train.ts';

export interface TrainChoiceProps {
  readonly trains: readonly Train[];
  /** Undefined for all. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
}

/** Chooses whose releases are staffed. */
export function TrainChoice({ trains, chosen, onChange }: TrainChoiceProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const on = trains.filter(({ id }) => chosen === undefined || chosen.includes(id));
  const [only] = on;

  function toggle(id: string): void {
    const next = trains.map((train) => train.id).filter((one) => (one === id) !== on.some((train) => train.id === one));
    onChange(next.length === trains.length ? undefined : next);
  }

  return (
    <>
      <Button
        variant="outlined"
        startIcon={<AltRouteRounded />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: 220 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {chosen === undefined && 'All trains'}
          {chosen !== undefined && (on.length === 1 ? only?.name : `${on.length} of ${trains.length} trains`)}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': 'Trains to staff', sx: { width: 280, maxHeight: 420, mt: 1 } },
        }}
      >
        <Box sx={{ p: 2, display: 'flex', flexDirection: 'column' }}>
          {trains.map((train) => (
            <FormControlLabel
              key={train.id}
              label={train.name}
              control={<Checkbox checked={on.includes(train)} onChange={() => toggle(train.id)} />}
              sx={{ ml: 0, mr: 0 }}
            />
          ))}
          <Box sx={{ pt: 1 }}>
            <Button disabled={chosen === undefined} onClick={() => onChange(undefined)}>
              All of them
            </Button>
          </Box>
        </Box>
      </Popover>
    </>
  );
}
