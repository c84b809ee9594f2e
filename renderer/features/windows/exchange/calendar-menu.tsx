import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';

export interface CalendarMenuProps {
  readonly readOnly: boolean;
  readonly onImport: () => void;
  readonly onExport: () => void;
}

/** Calendar files, in and out. */
export function CalendarMenu({ readOnly, onImport, onExport }: CalendarMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (act: () => void) => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ArrowDropDownRounded />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Calendar file
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled={readOnly} onClick={() => choose(onImport)}>
          Import a calendar
        </MenuItem>
        <MenuItem onClick={() => choose(onExport)}>Export a calendar</MenuItem>
      </Menu>
    </>
  );
}
