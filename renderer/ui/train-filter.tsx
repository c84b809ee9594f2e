import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import type { Train } from '../../shared/model/train.ts';
import { SearchField } from './search-field.tsx';
import { toggleTrain } from './toggle-train.ts';

/** With so many trains a field helps to find one. */
const SEARCH_FROM = 9;

export interface TrainFilterProps {
  /** What the choice is for: `Trains shown`. */
  readonly label: string;
  readonly trains: readonly Train[];
  /** Undefined for all. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
}

function chosenWords(trains: readonly Train[], chosen: readonly string[] | undefined): string {
  if (chosen === undefined) return 'All trains';
  const only = chosen.length === 1 ? trains.find(({ id }) => id === chosen[0]) : undefined;
  return only?.name ?? `${chosen.length} of ${trains.length} trains`;
}

/** Chooses some of the trains, or all. */
export function TrainFilter({ label, trains, chosen, onChange }: TrainFilterProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const all = trains.map(({ id }) => id);
  const shown = trains.filter((train) => train.name.toLowerCase().includes(text.toLowerCase()));
  const isOn = (id: string) => chosen === undefined || chosen.includes(id);
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
          {chosenWords(trains, chosen)}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': label, sx: { width: 280, maxHeight: 420, mt: 1 } },
        }}
      >
        {trains.length >= SEARCH_FROM && (
          <Box sx={{ p: 2, pb: 0 }}>
            <SearchField label="Find a train" value={text} onChange={setText} width="100%" />
          </Box>
        )}
        <Box sx={{ p: 2, display: 'flex', flexDirection: 'column' }}>
          {shown.map((train) => (
            <FormControlLabel
              key={train.id}
              label={train.name}
              control={
                <Checkbox checked={isOn(train.id)} onChange={() => onChange(toggleTrain(all, chosen, train.id))} />
              }
              sx={{ ml: 0, mr: 0 }}
            />
          ))}
          <Box sx={{ display: 'flex', gap: 2, pt: 1 }}>
            <Button disabled={chosen === undefined} onClick={() => onChange(undefined)}>
              Show all
            </Button>
          </Box>
        </Box>
      </Popover>
    </>
  );
}
