import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Release, ReleaseState } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { releaseLooks } from '../../ui/status-looks.ts';
import { stateQuestion } from './view-model.ts';

function StateMenu({ release, readOnly }: { release: Release; readOnly: boolean }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<{ readonly state: ReleaseState; readonly question: string } | null>(null);
  const update = useCommand(orpc.releases.update);
  const now = useNow();

  function choose(state: ReleaseState): void {
    setAnchor(null);
    if (state === release.state) return;
    const question = stateQuestion(release, state, now);
    if (question === null) void update.run({ id: release.id, state });
    else setAsking({ state, question });
  }

  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ArrowDropDownRounded />}
        aria-haspopup="menu"
        disabled={readOnly}
        loading={update.busy}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Set state
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {ReleaseState.options.map((state) => (
          <MenuItem key={state} selected={state === release.state} onClick={() => choose(state)}>
            <StatusText look={releaseLooks[state]} />
          </MenuItem>
        ))}
      </Menu>
      {asking !== null && (
        <ConfirmDialog
          open
          title={`Has ${release.name} departed already?`}
          confirm="Mark as departed"
          busy={update.busy}
          onConfirm={() => {
            void update.run({ id: release.id, state: asking.state }).then(() => setAsking(null));
          }}
          onClose={() => setAsking(null)}
        >
          {asking.question}
        </ConfirmDialog>
      )}
    </>
  );
}

function RenameDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const [begun] = useState(release);
  const [name, setName] = useState(release.name);
  const update = useCommand(orpc.releases.update, { showsFailure: true });
  const trimmed = name.trim();
  async function submit(): Promise<void> {
    const base = { name: baseOf({ begun, now: release, failure: update.failure }).name };
    if ((await update.run({ id: release.id, name: trimmed, base })) !== null) onClose();
  }
  return (
    <FormDialog
      open
      width="xs"
      title={`Rename ${release.name}`}
      submit="Rename"
      busy={update.busy}
      ready={trimmed !== '' && trimmed !== begun.name}
      failure={update.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        error={trimmed === '' ? 'Give it a name.' : null}
      />
    </FormDialog>
  );
}

/** What is done to a release as a whole: its state, its name, its removal. */
export function ReleaseMenu(props: {
  readonly release: Release;
  readonly readOnly: boolean;
  /** Asks for its first legal slot. */
  readonly onLegal: () => void;
}) {
  const { release, readOnly, onLegal } = props;
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const remove = useCommand(orpc.releases.remove);

  async function removeRelease(): Promise<void> {
    const removed = await remove.run({ id: release.id });
    setAsking(null);
    if (removed !== null) void navigate({ to: '/trains/$id', params: { id: release.trainId } });
  }

  function choose(act: () => void): void {
    setAnchor(null);
    act();
  }

  return (
    <>
      <StateMenu release={release} readOnly={readOnly} />
      <Tooltip title="More">
        <IconButton aria-label="More" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <MoreHorizRounded />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => choose(() => void navigate({ to: '/calendar', search: { at: release.day } }))}>
          Show on the calendar
        </MenuItem>
        <MenuItem onClick={() => choose(onLegal)}>First legal slot…</MenuItem>
        <MenuItem disabled={readOnly} onClick={() => choose(() => setAsking('rename'))}>
          Rename…
        </MenuItem>
        <MenuItem disabled={readOnly} onClick={() => choose(() => setAsking('remove'))}>
          Remove…
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameDialog release={release} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === 'remove'}
        title={`Remove ${release.name}?`}
        confirm="Remove release"
        danger
        busy={remove.busy}
        onConfirm={() => void removeRelease()}
        onClose={() => setAsking(null)}
      >
        Its milestones and its scope go with it. Undo brings all of it back. A release that will not depart is better
        cancelled: then its history stays in sight.
      </ConfirmDialog>
    </>
  );
}
