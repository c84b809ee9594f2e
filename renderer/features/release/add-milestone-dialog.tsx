import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import type { Release } from '../../../shared/model/release.ts';
import { MilestoneKind } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { endAlong } from '../../lib/end-along.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { LocalTimeInput } from './local-time-input.tsx';
import { checkLocal, checkSpan, placeHint, tooLong } from './view-model.ts';

const kinds = MilestoneKind.options.map((kind) => ({ value: kind, label: lookOf(kind).label }));

/** Adds a milestone that is special to this release. */
export function AddMilestoneDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const [kind, setKind] = useState<MilestoneKind>('custom');
  const [typed, setTyped] = useState<string | null>(null);
  const [start, setStart] = useState(`${release.day}T09:00`);
  const [isSpan, setIsSpan] = useState(false);
  const [end, setEnd] = useState(`${release.day}T17:00`);
  const add = useCommand(orpc.releases.addMilestone, { showsFailure: true });
  const [tried, setTried] = useState(false);
  // The other kinds say what they are; one of one's own has only its name.
  const name = typed ?? (kind === 'custom' ? '' : lookOf(kind).label);
  const startCheck = checkLocal(start, release.zone);
  const endCheck = isSpan ? checkLocal(end, release.zone) : null;
  const span = checkSpan(startCheck, endCheck);

  async function submit(): Promise<void> {
    setTried(true);
    if (startCheck.value === null || name.trim() === '') return;
    const endLocal = endCheck === null ? null : endCheck.value;
    const { id: releaseId } = release;
    const added = await add.run({ releaseId, kind, name: name.trim(), startLocal: startCheck.value, endLocal });
    if (added !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="xs"
      title={`Add a milestone to ${release.name}`}
      submit="Add milestone"
      busy={add.busy}
      ready={span.ready}
      failure={add.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectInput label="Kind" value={kind} choices={kinds} onChange={setKind} hint={lookOf(kind).meaning} />
      <TextInput
        label="Name"
        value={name}
        onChange={setTyped}
        error={(tried || typed !== null) && name.trim() === '' ? 'Give it a name.' : tooLong(name, 80)}
        placeholder="Sign-off by the bank"
        required
      />
      <LocalTimeInput
        label={`Starts (${release.zone})`}
        value={start}
        onChange={(moved) => {
          setStart(moved);
          setEnd(endAlong({ start, end }, moved));
        }}
        check={startCheck}
        hint={placeHint(kind, startCheck, release)}
      />
      <FormControlLabel
        control={<Checkbox checked={isSpan} onChange={(event) => setIsSpan(event.target.checked)} />}
        label="It lasts until"
      />
      {endCheck !== null && (
        <LocalTimeInput
          label={`Ends (${release.zone})`}
          value={end}
          onChange={setEnd}
          check={endCheck}
          error={span.error}
        />
      )}
    </FormDialog>
  );
}
