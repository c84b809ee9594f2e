import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import type { UiFailure } from '../lib/failures.ts';
import { FailureView } from './failure-view.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what happens: `Move release`. */
  readonly submit: string;
  readonly busy?: boolean | undefined;
  /** Whether what was typed can be sent. */
  readonly ready?: boolean | undefined;
  /** Why the last attempt failed. */
  readonly failure?: UiFailure | null | undefined;
  readonly width?: 'xs' | 'sm' | 'md' | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A few fields and one verb: Enter sends, Escape closes, a failure is shown where it was typed. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    children,
    submit,
    busy = false,
    ready = true,
    failure = null,
    width = 'xs',
    onSubmit,
    onClose,
  } = props;
  const id = useId();
  return (
    <Dialog open onClose={onClose} maxWidth={width} fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Box
          component="form"
          id={`${id}-form`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !busy) onSubmit();
          }}
          sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}
        >
          {children}
          {failure !== null && <FailureView failure={failure} />}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={`${id}-form`} variant="contained" loading={busy} disabled={!ready}>
          {submit}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
