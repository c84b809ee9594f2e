import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { UiFailure } from '../lib/failures.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FailureView } from './failure-view.tsx';
import { focusFirstProblem } from './focus-problem.ts';

export interface FormDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly submit: string;
  readonly busy?: boolean | undefined;
  /** Something was typed that closing would lose: it asks first. */
  readonly dirty?: boolean | undefined;
  /** Whether there is anything to submit. */
  readonly ready?: boolean | undefined;
  readonly failure?: UiFailure | null | undefined;
  readonly width?: DialogProps['maxWidth'] | undefined;
  /** At the foot, on the left. */
  readonly aside?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page: Enter submits, Escape leaves; a failure is shown in it, and nothing typed is lost. */
export function FormDialog(props: FormDialogProps) {
  const {
    open,
    title,
    submit,
    busy = false,
    dirty = false,
    ready = true,
    failure,
    width = 'sm',
    aside,
    onSubmit,
    onClose,
    children,
  } = props;
  const id = useId();
  const [asking, setAsking] = useState(false);

  function leave(): void {
    if (dirty) setAsking(true);
    else onClose();
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (busy || !ready) return;
    onSubmit();
    focusFirstProblem(event.currentTarget);
  }

  return (
    <Dialog
      open={open}
      // A click beside the form is a slip, not a decision to lose what was typed.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && leave()}
      maxWidth={width}
      fullWidth
      aria-labelledby={id}
    >
      <Box
        component="form"
        noValidate
        onSubmit={handleSubmit}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 3 }}>{children}</Box>
        </DialogContent>
        {failure !== null && failure !== undefined && (
          <Box sx={{ px: 5, pb: 3 }}>
            <FailureView failure={failure} />
          </Box>
        )}
        <DialogActions>
          {aside}
          <Box sx={{ flex: 1 }} />
          <Button variant="outlined" onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={!ready}>
            {submit}
          </Button>
        </DialogActions>
      </Box>
      <ConfirmDialog
        open={asking}
        title="Discard what you typed?"
        confirm="Discard"
        danger
        onConfirm={onClose}
        onClose={() => setAsking(false)}
      >
        It is not saved yet.
      </ConfirmDialog>
    </Dialog>
  );
}
