import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ScopeItem } from '../../../shared/model/scope-item.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatDay } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { siblingsQuery, trainsQuery } from './queries.ts';
import { bumpTargets, reasonProblem } from './view-model.ts';

/** Moves an item to another release, the next of the same train unless another is chosen. */
export function BumpDialog({ item, release, onClose }: { item: ScopeItem; release: Release; onClose: () => void }) {
  const [trainId, setTrainId] = useState<TrainId>(release.trainId);
  const [chosen, setChosen] = useState<ReleaseId | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const trains = answerOf(useQuery(trainsQuery()));
  const releases = answerOf(useQuery(siblingsQuery(trainId)));
  const targets = bumpTargets(listOf(releases), release);
  const to = targets.find(({ id }) => id === chosen)?.id ?? targets[0]?.id ?? null;
  const noTarget =
    releases.kind === 'loading'
      ? 'Reading the releases…'
      : 'This train has no later release that has not departed. Generate some first.';
  const bump = useCommand(orpc.releases.bump, { showsFailure: true });

  async function submit(): Promise<void> {
    setTried(true);
    if (to === null || reasonProblem(reason) !== null) return;
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
      <AnswerTrouble answer={trains} padding={0} />
      <SelectInput
        label="Train"
        value={trainId}
        choices={listOf(trains)
          .filter(({ train }) => !train.archived)
          .map(({ train }) => ({ value: train.id, label: train.name }))}
        onChange={setTrainId}
      />
      <AnswerTrouble answer={releases} padding={0} />
      <SelectInput
        label="Release"
        value={to ?? ''}
        disabled={to === null}
        choices={targets.map((target) => ({ value: target.id, label: `${target.name} · ${formatDay(target.day)}` }))}
        onChange={(id) => setChosen(id === '' ? null : (id as ReleaseId))} // one of the choices
        hint={to === null && releases.kind !== 'failed' ? noTarget : undefined}
      />
      <TextInput
        label="Why is it bumped?"
        lines={2}
        value={reason}
        onChange={setReason}
        error={tried ? reasonProblem(reason) : null}
        required
        hint={`“${item.title}” boards the other release; after its scope cut-off it boards late. The reason stays in the journal.`}
      />
    </FormDialog>
  );
}
