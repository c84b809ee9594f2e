import Box from '@mui/material/Box';
import { useState } from 'react';
import { type Environment, EnvironmentKind, QueueDiscipline, Sharing } from '../../../shared/model/environment.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { formBaseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useAnotherLikeIt } from '../../ui/another-like-it.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { NamedPicker } from '../../ui/named-picker.tsx';
import {
  type EnvironmentDraft,
  environmentDraftOf,
  environmentPlanOf,
  newEnvironmentDraft,
  parentChoices,
  readEnvironment,
} from './environment-draft.ts';
import { disciplineWords, kindWords, sharingHints, sharingWords } from './view-model.ts';

const kinds = EnvironmentKind.options.map((value) => ({ value, label: kindWords[value] }));
const sharings = Sharing.options.map((value) => ({ value, label: sharingWords[value] }));
const disciplines = QueueDiscipline.options.map((value) => ({ value, label: disciplineWords[value] }));

export interface EnvironmentDialogProps {
  /** The environment to change; null adds one. */
  readonly environment: Environment | null;
  readonly environments: readonly Environment[];
  readonly onDone: (id: EnvironmentId) => void;
  readonly onClose: () => void;
}

/** Adds environments, or changes one. */
export function EnvironmentDialog({ environment, environments, onDone, onClose }: EnvironmentDialogProps) {
  const [begun] = useState(environment);
  const [draft, setDraft] = useState<EnvironmentDraft>(() =>
    environment === null ? newEnvironmentDraft : environmentDraftOf(environment),
  );
  const [tried, setTried] = useState(false);
  const another = useAnotherLikeIt('kind, region, sharing, capacity and who comes first');
  const add = useCommand(orpc.environments.add, { showsFailure: true });
  const update = useCommand(orpc.environments.update, { showsFailure: true });
  const { plan, problems } = readEnvironment(draft);
  const shown = tried ? problems : {};
  const change = (changes: Partial<EnvironmentDraft>) => setDraft((known) => ({ ...known, ...changes }));

  async function save(): Promise<void> {
    setTried(true);
    if (plan === null) return;
    if (begun === null) {
      const added = await add.run(plan);
      if (added === null) return;
      if (!another.wanted) return onDone(added.id);
      change({ name: '', parents: [], notes: '' });
      setTried(false);
      another.begin(plan.name);
      return;
    }
    const ends = {
      begun: environmentPlanOf(begun),
      now: environmentPlanOf(environment ?? begun),
      failure: update.failure,
    };
    if ((await update.run({ id: begun.id, plan, base: formBaseOf(ends, plan) })) !== null) onDone(begun.id);
  }

  return (
    <FormDialog
      open
      width="sm"
      title={begun === null ? 'Add an environment' : `Edit ${begun.name}`}
      submit={begun === null ? 'Add environment' : 'Save'}
      busy={add.busy || update.busy}
      failure={add.failure ?? update.failure}
      {...(begun === null ? another.form : {})}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(name) => change({ name })}
        error={shown['name']}
        placeholder="UAT"
        autoFocus
        required
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <SelectInput label="Kind" value={draft.kind} choices={kinds} onChange={(kind) => change({ kind })} />
        <TextInput
          label="Region"
          value={draft.region}
          onChange={(region) => change({ region })}
          error={shown['region']}
          hint="Optional, as you name it: eu-west."
        />
        <SelectInput
          label="Sharing"
          value={draft.sharing}
          choices={sharings}
          hint={sharingHints[draft.sharing]}
          onChange={(sharing) => change({ sharing })}
        />
        <TextInput
          label="Capacity"
          type="number"
          value={draft.capacity}
          onChange={(capacity) => change({ capacity })}
          error={shown['capacity']}
          hint="Units to share out: seats, instances."
        />
        <SelectInput
          label="Who comes first"
          value={draft.discipline}
          choices={disciplines}
          hint="In which order those who wait get it."
          onChange={(discipline) => change({ discipline })}
        />
      </Box>
      <NamedPicker
        label="Stands on"
        hint="While one of these is booked by somebody alone, this one cannot be used."
        none="There is no other environment."
        options={parentChoices(environments, environment)}
        value={draft.parents}
        onChange={(parents) => change({ parents })}
      />
      <TextInput
        label="Notes"
        value={draft.notes}
        onChange={(notes) => change({ notes })}
        lines={2}
        error={shown['notes']}
      />
    </FormDialog>
  );
}
