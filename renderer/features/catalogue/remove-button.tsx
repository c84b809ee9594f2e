import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Of what names a thing, this many are listed. */
const MOST = 8;

function StillNamed({ name, namedBy, onClose }: { name: string; namedBy: readonly string[]; onClose: () => void }) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{`${name} cannot be removed yet`}</DialogTitle>
      <DialogContent>
        It is still named. Change that first:
        <ul style={{ margin: '8px 0 0', paddingLeft: 18 }}>
          {namedBy.slice(0, MOST).map((one) => (
            <li key={one}>{one}</li>
          ))}
          {namedBy.length > MOST && <li>{`and ${namedBy.length - MOST} more`}</li>}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

export interface RemoveButtonProps {
  readonly name: string;
  /** What kind of thing it is: `team`. */
  readonly noun: string;
  /** What is known to name it, each in words; then it cannot be removed. */
  readonly namedBy: readonly string[];
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly children: ReactNode;
  readonly onRemove: () => Promise<void>;
}

/** Removes a thing after asking; where something names it, it says what, and does not. */
export function RemoveButton({ name, noun, namedBy, readOnly, busy, children, onRemove }: RemoveButtonProps) {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button color="error" disabled={readOnly} onClick={() => setAsking(true)}>
        Remove
      </Button>
      {asking && namedBy.length > 0 && <StillNamed name={name} namedBy={namedBy} onClose={close} />}
      <ConfirmDialog
        open={asking && namedBy.length === 0}
        title={`Remove ${name}?`}
        confirm={`Remove ${noun}`}
        danger
        busy={busy}
        onConfirm={() => void onRemove().then(close)}
        onClose={close}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
