import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ScopeItem } from '../../../shared/model/scope-item.ts';
import { orpc } from '../../lib/client.ts';
import { formatDay } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { siblingsQuery, trainsQuery } from './queries.ts';
import { bumpTargets } from './view-model.ts';

/** Moves an item to another release, the next of the same train unless another is chosen. */
export function BumpDialog({ item, release, onClose }: { item: ScopeItem; release: Release; onClose: () => void }) {
  const [trainId, setTrainId] = useState<TrainId>(release.trainId);
  const [chosen, setChosen] = useState<ReleaseId | null>(null);
  const [reason, setReason] = useState('');
  const trains = useQuery(trainsQuery()).data ?? [];
  const releases = useQuery(siblingsQuery(trainId)).data ?? [];
  const targets = bumpTargets(releases, release);
  const to = targets.find(({ id }) => id === chosen)?.id ?? targets[0]?.id ?? null;
  const bump = useCommand(orpc.releases.bump, { showsFailure: true });

  async function submit(): Promise<void> {
    if (to === null) return;
    if ((await bump.run({ id: item.id, to, reason: reason.trim() })) !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="xs"
      title="Bump to another release"
      submit="Bump"
      busy={bump.busy}
      ready={to !== null}
      failure={bump.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectInput
        label="Train"
        value={trainId}
        choices={trains
          .filter(({ train }) => !train.archived)
          .map(({ train }) => ({ value: train.id, label: train.name }))}
        onChange={setTrainId}
      />
      <SelectInput
        label="Release"
        value={to ?? ''}
        disabled={to === null}
        choices={targets.map((target) => ({ value: target.id, label: `${target.name} · ${formatDay(target.day)}` }))}
        onChange={(id) => setChosen(id === '' ? null : (id as ReleaseId))} // one of the choices
        hint={to === null ? 'This train has no later release that has not departed. Generate some first.' : undefined}
      />
      <TextInput
        label="Why is it bumped?"
        lines={2}
        value={reason}
        onChange={setReason}
        hint={`“${item.title}” boards the other release; after its scope cut-off it boards late.`}
      />
    </FormDialog>
  );
}
