import ViewStreamRounded from '@mui/icons-material/ViewStreamRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useActions } from '../../../lib/actions.ts';
import { groupNames, LaneGroup, toggleGroup } from './groups.ts';

const keysOf: Readonly<Record<LaneGroup, string>> = {
  rules: 'l f',
  trains: 'l t',
  environments: 'l e',
  teams: 'l p',
};

const meanings: Readonly<Record<LaneGroup, string>> = {
  rules: 'When deploying is allowed, forbidden, or worked on',
  trains: 'Departures and milestones',
  environments: 'Who has booked them',
  teams: 'Departures, who leads them, who is away',
};

export interface LanesMenuProps {
  readonly groups: readonly LaneGroup[];
  readonly onChange: (groups: readonly LaneGroup[] | undefined) => void;
}

/** Chooses which groups of lanes are shown; the last one stays. */
export function LanesMenu({ groups, onChange }: LanesMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const toggle = (group: LaneGroup) => onChange(toggleGroup(groups, group));
  const isLast = (group: LaneGroup) => groups.length === 1 && groups[0] === group;
  useActions(
    LaneGroup.options.map((group) => ({
      name: `calendar.lanes.${group}`,
      label: `${groups.includes(group) ? 'Hide' : 'Show'} the lanes of ${groupNames[group].toLowerCase()}`,
      group: 'Calendar' as const,
      keys: keysOf[group],
      enabled: !isLast(group),
      run: () => toggle(group),
    })),
  );
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ViewStreamRounded />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Lanes
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Lanes shown', sx: { width: 340, mt: 1, p: 3 } } }}
      >
        {LaneGroup.options.map((group) => (
          <FormControlLabel
            key={group}
            disabled={isLast(group)}
            control={<Checkbox checked={groups.includes(group)} onChange={() => toggle(group)} />}
            label={
              <Box component="span" sx={{ display: 'block', py: 1 }}>
                {groupNames[group]}
                <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                  {isLast(group) ? 'One group is always shown' : meanings[group]}
                </Typography>
              </Box>
            }
            sx={{ display: 'flex', ml: 0, mr: 0 }}
          />
        ))}
      </Popover>
    </>
  );
}
