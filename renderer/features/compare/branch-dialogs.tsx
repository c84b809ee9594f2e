import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Branch } from '../../../shared/contract/branches.ts';
import { client } from '../../lib/client.ts';
import { toFailure } from '../../lib/failures.ts';
import { formatCount } from '../../lib/format.ts';
import { notify } from '../../lib/toasts.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { useBranch, useGoToBranch } from '../../lib/use-branch.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';

/** Gives a branch another name. */
export function RenameDialog({ branch, onClose }: { branch: Branch; onClose: () => void }) {
  const [name, setName] = useState(branch.name);
  const mutation = useMutation({
    mutationFn: (wanted: string) => client.branches.rename({ id: branch.id, name: wanted }),
  });
  return (
    <FormDialog
      open
      title="Rename the branch"
      submit="Rename"
      busy={mutation.isPending}
      ready={name.trim() !== ''}
      failure={mutation.error === null ? null : toFailure(mutation.error)}
      onSubmit={() => mutation.mutate(name.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        required
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
    </FormDialog>
  );
}

/** Asks before a branch is thrown away, and leads back to the plan where the page is in it. */
export function DiscardDialog({ branch, onClose }: { branch: Branch; onClose: () => void }) {
  const here = useBranch();
  const goTo = useGoToBranch();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);

  async function discard(): Promise<void> {
    setBusy(true);
    if (here === branch.id && !(await goTo(null))) return onClose();
    const done = await attempt(() => client.branches.discard({ id: branch.id }));
    if (done !== null) notify.info(`Branch “${branch.name}” was discarded. The plan is as it was.`);
    setBusy(false);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={`Discard branch “${branch.name}”?`}
      confirm="Discard"
      keep="Keep it"
      danger
      busy={busy}
      onConfirm={() => void discard()}
      onClose={onClose}
    >
      {branch.decisions === 0
        ? 'Nothing was decided in it.'
        : `${formatCount(branch.decisions, 'decision')} made in it are gone for good, unless they were merged.`}{' '}
      The plan stays as it is. This cannot be undone.
    </ConfirmDialog>
  );
}
