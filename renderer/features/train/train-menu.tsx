import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** What is done to a train rarely: show it on the calendar, copy it, put it aside, remove it. */
export function TrainMenu({ train, readOnly }: { train: Train; readOnly: boolean }) {
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState(false);
  const archive = useCommand(orpc.trains.archive);
  const remove = useCommand(orpc.trains.remove);
  const close = () => setAnchor(null);

  async function removeTrain(): Promise<void> {
    const removed = await remove.run({ id: train.id });
    setAsking(false);
    if (removed !== null) void navigate({ to: '/trains' });
  }

  return (
    <>
      <Tooltip title="More">
        <IconButton aria-label="More" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <MoreHorizRounded />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem
          onClick={() => {
            close();
            void navigate({ to: '/calendar', search: { trains: [train.id] } });
          }}
        >
          Show on the calendar
        </MenuItem>
        <MenuItem
          disabled={readOnly}
          onClick={() => {
            close();
            void navigate({ to: '/trains/new', search: { like: train.id } });
          }}
        >
          Copy this train
        </MenuItem>
        <MenuItem
          disabled={readOnly}
          onClick={() => {
            close();
            void archive.run({ id: train.id, archived: !train.archived });
          }}
        >
          {train.archived ? 'Bring back' : 'Put aside'}
        </MenuItem>
        <MenuItem
          disabled={readOnly}
          onClick={() => {
            close();
            setAsking(true);
          }}
        >
          Remove…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        title={`Remove ${train.name}?`}
        confirm="Remove train"
        danger
        busy={remove.busy}
        onConfirm={() => void removeTrain()}
        onClose={() => setAsking(false)}
      >
        Its releases go with it, with their milestones and scope. Undo brings all of it back. To only hide it, put it
        aside.
      </ConfirmDialog>
    </>
  );
}
