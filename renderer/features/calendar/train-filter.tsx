import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import type { Train } from '../../../shared/model/train.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { toggleTrain } from './plan-view.ts';

/** With so many trains a field helps to find one. */
const SEARCH_FROM = 9;

export interface TrainFilterProps {
  readonly trains: ReadonlyMap<string, Train>;
  /** The trains shown; undefined for all. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
}

/** Chooses which trains have a lane. */
export function TrainFilter({ trains, chosen, onChange }: TrainFilterProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const all = [...trains.keys()];
  const shown = [...trains.values()].filter((train) => train.name.toLowerCase().includes(text.toLowerCase()));
  const isOn = (id: string) => chosen === undefined || chosen.includes(id);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<AltRouteRounded />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {chosen === undefined ? 'All trains' : `${chosen.length} of ${all.length} trains`}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': 'Trains shown', sx: { width: 280, maxHeight: 420, mt: 1 } },
        }}
      >
        {trains.size >= SEARCH_FROM && (
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
