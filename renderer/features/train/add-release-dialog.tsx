import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { dayIn } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { suggestedName } from './view-model.ts';

/** Adds one release on a day of one's own choice. */
export function AddReleaseDialog({ train, onClose }: { train: Train; onClose: () => void }) {
  const navigate = useNavigate();
  const [day, setDay] = useState<string>(addDays(dayIn(useNow(), train.zone), 14));
  const [typed, setTyped] = useState<string | null>(null);
  const add = useCommand(orpc.releases.add, { showsFailure: true });
  const parsed = Day.safeParse(day);
  const name = typed ?? (parsed.success ? suggestedName(train, parsed.data) : '');

  async function submit(): Promise<void> {
    if (!parsed.success) return;
    const added = await add.run({ trainId: train.id, name: name.trim(), day: parsed.data });
    if (added === null) return;
    onClose();
    void navigate({ to: '/releases/$id', params: { id: added.id }, ignoreBlocker: true });
  }

  return (
    <FormDialog
      open
      width="xs"
      title={`Add a release of ${train.name}`}
      submit="Add release"
      busy={add.busy}
      ready={parsed.success && name.trim() !== ''}
      failure={add.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Release day"
        type="date"
        value={day}
        onChange={setDay}
        autoFocus
        error={parsed.success ? null : 'Choose a day.'}
        hint="Its milestones are placed by the train's stages."
      />
      <TextInput label="Name" value={name} onChange={setTyped} error={name.trim() === '' ? 'Give it a name.' : null} />
    </FormDialog>
  );
}
