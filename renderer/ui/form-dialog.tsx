import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useCallback, useId, useState } from 'react';
import type { UiFailure } from '../lib/failures.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FailureView } from './failure-view.tsx';
import { focusFirstProblem } from './focus-problem.ts';
import { TouchedContext } from './touched.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';

export interface FormDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What is done; null where there is nothing to do, and the form is only closed. */
  readonly submit: string | null;
  readonly busy?: boolean | undefined;
  /** Something was chosen, besides what its fields tell of themselves, that closing would lose. */
  readonly dirty?: boolean | undefined;
  /** Whether there is anything to submit. */
  readonly ready?: boolean | undefined;
  readonly failure?: UiFailure | null | undefined;
  readonly width?: DialogProps['maxWidth'] | undefined;
  /** At the foot, on the left. */
  readonly aside?: ReactNode;
  /** What leaves the form. */
  readonly cancel?: string | undefined;
  /** Another number begins the form anew: nothing is typed in it yet, and its first field has the focus. */
  readonly round?: number | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form over the page: Enter submits, Escape leaves; a failure is shown in it. It sees by itself that something was
 * typed or chosen in it, and asks before that is lost, by closing it or by leaving the page.
 */
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
    cancel = submit === null ? 'Close' : 'Cancel',
    round = 0,
    onSubmit,
    onClose,
    children,
  } = props;
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [touchedRound, setTouchedRound] = useState<number | null>(null);
  const touch = useCallback(() => setTouchedRound(round), [round]);
  const unsaved = dirty || touchedRound === round;

  function leave(): void {
    if (unsaved) setAsking(true);
    else onClose();
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (busy || !ready || submit === null) return;
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
        key={round}
        component="form"
        noValidate
        onSubmit={handleSubmit}
        onChange={touch}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 3 }}>
            <TouchedContext value={touch}>{children}</TouchedContext>
          </Box>
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
            {cancel}
          </Button>
          {submit !== null && (
            <Button type="submit" variant="contained" loading={busy} disabled={!ready}>
              {submit}
            </Button>
          )}
        </DialogActions>
      </Box>
      <UnsavedGuard dirty={open && unsaved} />
      <ConfirmDialog
        open={asking}
        title="Discard what you typed?"
        confirm="Discard"
        keep="Keep typing"
        danger
        onConfirm={onClose}
        onClose={() => setAsking(false)}
      >
        It is not saved yet.
      </ConfirmDialog>
    </Dialog>
  );
}
