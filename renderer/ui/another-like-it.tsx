import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { FormDialogProps } from './form-dialog.tsx';

/** The wish for another one like the one just added. */
export interface AnotherLikeIt {
  /** Whether another one is wanted: the form stays open for it. */
  readonly wanted: boolean;
  /** Begins the form for the next one: nothing is typed in it yet, and the focus is on its first field. */
  readonly begin: (added: string) => void;
  /** What the dialog is given. */
  readonly form: Pick<FormDialogProps, 'aside' | 'cancel' | 'round'>;
}

/**
 * Adding several alike in a row: a box to tick at the foot of the form, which says what the next one keeps of the one
 * just added (“kind, region and capacity”). Once one was added, the form is left by “Done”.
 */
export function useAnotherLikeIt(kept: string): AnotherLikeIt {
  const [wanted, setWanted] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const last = added.at(-1);
  return {
    wanted,
    begin: (name) => setAdded((known) => [...known, name]),
    form: {
      round: added.length,
      cancel: last === undefined ? 'Cancel' : 'Done',
      aside: (
        <Box sx={{ minWidth: 0 }}>
          <FormControlLabel
            control={
              <Checkbox
                checked={wanted}
                onChange={(event) => {
                  // It is no part of what is typed: leaving the form loses nothing by it.
                  event.stopPropagation();
                  setWanted(event.target.checked);
                }}
              />
            }
            label="Then another like it"
          />
          {last !== undefined && (
            <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
              “{last}” is added. Kept from it: {kept}.
            </Typography>
          )}
        </Box>
      ),
    },
  };
}
