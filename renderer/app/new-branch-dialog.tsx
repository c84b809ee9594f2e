import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../lib/client.ts';
import { toFailure } from '../lib/failures.ts';
import { useBranch, useGoToBranch } from '../lib/use-branch.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextInput } from '../ui/form-field.tsx';
import { showOverlay } from './overlays.ts';

/** Asks for the name of a new branch, forks the plan and goes there. */
export function NewBranchDialog() {
  const [name, setName] = useState('');
  const goTo = useGoToBranch();
  const inBranch = useBranch() !== null;
  const mutation = useMutation({ mutationFn: (wanted: string) => client.branches.create({ name: wanted }) });

  async function create(): Promise<void> {
    const made = await mutation.mutateAsync(name.trim()).catch(() => null); // shown in the form
    if (made === null) return;
    showOverlay('none');
    await goTo(made.id);
  }

  return (
    <FormDialog
      open
      title="New what-if branch"
      submit="Create and go there"
      busy={mutation.isPending}
      ready={name.trim() !== ''}
      failure={mutation.error === null ? null : toFailure(mutation.error)}
      onSubmit={() => void create()}
      onClose={() => showOverlay('none')}
    >
      <Typography sx={{ color: 'text.secondary' }}>
        A branch is a copy of the plan{inBranch ? ' (not of the branch that you are in)' : ''}. Change anything in it:
        the plan stays as it is until you merge the branch, and it is gone without a trace if you discard it.
      </Typography>
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        required
        placeholder="Cards a week later"
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
    </FormDialog>
  );
}
