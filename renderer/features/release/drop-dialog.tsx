import { useState } from 'react';
import type { Release } from '../../../shared/model/release.ts';
import type { ScopeItem } from '../../../shared/model/scope-item.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { reasonProblem } from './view-model.ts';

/** Takes an item off its release, with the reason. */
export function DropDialog({ item, release, onClose }: { item: ScopeItem; release: Release; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const drop = useCommand(orpc.releases.drop, { showsFailure: true });
  async function submit(): Promise<void> {
    setTried(true);
    if (reasonProblem(reason) !== null) return;
    if ((await drop.run({ id: item.id, reason: reason.trim() })) !== null) onClose();
  }
  return (
    <FormDialog
      open
      width="xs"
      title={`Drop from ${release.name}`}
      submit="Drop"
      busy={drop.busy}
      failure={drop.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Why is it dropped?"
        lines={3}
        value={reason}
        onChange={setReason}
        error={tried ? reasonProblem(reason) : null}
        required
        autoFocus
        hint={`“${item.title}” is then aboard no release. The reason stays in the journal.`}
      />
    </FormDialog>
  );
}
