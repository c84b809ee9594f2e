import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Absence, Person } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';
import { formBaseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { type AbsenceDraft, type AbsencePlan, readAbsence } from './drafts.ts';

function planOf({ id: _id, ...plan }: Absence): AbsencePlan {
  return plan;
}

export interface AbsenceDialogProps {
  readonly people: readonly Person[];
  /** Null for a new one. */
  readonly absence: Absence | null;
  /** Who a new one is of, where that is known. */
  readonly personId: PersonId | null;
  readonly today: Day;
  readonly onClose: () => void;
  /** It was added or changed. */
  readonly onDone: (absence: Pick<Absence, 'firstDay' | 'lastDay'>) => void;
}

/** Says that somebody is away, or changes or removes what was said. */
export function AbsenceDialog({ people, absence, personId, today, onClose, onDone }: AbsenceDialogProps) {
  const [begun] = useState(absence);
  const [draft, setDraft] = useState<AbsenceDraft>(
    begun ?? { personId: personId ?? '', firstDay: today, lastDay: today, reason: '' },
  );
  const [tried, setTried] = useState(false);
  const add = useCommand(orpc.catalogue.addAbsence, { showsFailure: true });
  const update = useCommand(orpc.catalogue.updateAbsence, { showsFailure: true });
  const remove = useCommand(orpc.catalogue.removeAbsence, { showsFailure: true });
  const read = readAbsence({
    personId: draft.personId,
    firstDay: draft.firstDay,
    lastDay: draft.lastDay,
    reason: draft.reason,
  });
  const problems = tried ? read.problems : {};
  const set = (changes: Partial<AbsenceDraft>) => setDraft((kept) => ({ ...kept, ...changes }));

  function change(plan: AbsencePlan) {
    if (begun === null) return add.run(plan);
    const edit = { begun: planOf(begun), now: planOf(absence ?? begun), failure: update.failure };
    return update.run({ ...plan, id: begun.id, base: formBaseOf(edit, plan) });
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (read.plan !== null && (await change(read.plan)) !== null) onDone(read.plan);
  }

  async function removeIt(): Promise<void> {
    if (begun !== null && (await remove.run({ id: begun.id })) !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="xs"
      title={begun === null ? 'Say who is away' : 'Change an absence'}
      submit={begun === null ? 'Add absence' : 'Save'}
      busy={add.busy || update.busy}
      failure={add.failure ?? update.failure ?? remove.failure}
      aside={
        begun !== null && (
          <Button color="error" loading={remove.busy} onClick={() => void removeIt()}>
            Remove absence
          </Button>
        )
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectInput
        label="Who"
        value={draft.personId}
        choices={[
          ...(draft.personId === '' ? [{ value: '', label: 'Choose somebody' }] : []),
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => set({ personId: id })}
      />
      {problems.personId !== undefined && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          {problems.personId}
        </Typography>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
        <TextInput
          label="First day"
          type="date"
          value={draft.firstDay}
          // A stay that begins later ends no sooner.
          onChange={(firstDay) => set(draft.lastDay < firstDay ? { firstDay, lastDay: firstDay } : { firstDay })}
          error={problems.firstDay}
          autoFocus
        />
        <TextInput
          label="Last day"
          type="date"
          value={draft.lastDay}
          onChange={(lastDay) => set({ lastDay })}
          error={problems.lastDay}
        />
      </Box>
      <TextInput
        label="Reason"
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        error={problems.reason}
        placeholder="Holidays"
      />
    </FormDialog>
  );
}
