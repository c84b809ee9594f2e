import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Person, PersonPlan } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { type PersonDraft, personDraftOf, readPerson } from './drafts.ts';
import { TextsInput } from './texts-input.tsx';
import { useSave } from './use-save.ts';
import { leadsWords } from './view-model.ts';

const parts = [
  { value: 'lead', label: leadsWords.lead },
  { value: 'shadow', label: leadsWords.shadow },
  { value: 'no', label: leadsWords.no },
] as const;

function planOf({ id: _id, ...plan }: Person): PersonPlan {
  return plan;
}

export interface PersonDialogProps {
  readonly catalogue: Catalogue;
  /** Null for somebody new. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onDone: (id: PersonId) => void;
}

/** Adds somebody who has a part in releases, or changes what is known of them. */
export function PersonDialog({ catalogue, person, onClose, onDone }: PersonDialogProps) {
  const zone = useOwnZone();
  const [draft, setDraft] = useState<PersonDraft>(() => personDraftOf(person, zone));
  const [tried, setTried] = useState(false);
  const { busy, failure, save } = useSave(person === null ? null : { id: person.id, plan: planOf(person) }, {
    add: useCommand(orpc.catalogue.addPerson, { showsFailure: true }),
    update: useCommand(orpc.catalogue.updatePerson, { showsFailure: true }),
  });
  const read = readPerson(draft);
  const problems = tried ? read.problems : {};
  const set = (changes: Partial<PersonDraft>) => setDraft((kept) => ({ ...kept, ...changes }));

  function chooseTeam(teamId: string): void {
    const team = catalogue.teams.find(({ id }) => id === teamId);
    // Somebody new most likely works where their team does.
    set(person === null && team !== undefined ? { teamId, zone: team.zone } : { teamId });
  }

  async function submit(): Promise<void> {
    setTried(true);
    const id = read.plan === null ? null : await save(read.plan);
    if (id !== null) onDone(id);
  }

  return (
    <FormDialog
      open
      title={person === null ? 'Add a person' : `Edit ${person.name}`}
      submit={person === null ? 'Add person' : 'Save'}
      busy={busy}
      failure={failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(name) => set({ name })}
        error={problems.name}
        autoFocus
        required
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
        <SelectInput
          label="Team"
          value={draft.teamId}
          choices={[
            { value: '', label: 'None' },
            ...catalogue.teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={chooseTeam}
        />
        <ZonePicker
          label="Zone"
          value={draft.zone}
          onChange={(next) => set({ zone: next })}
          error={problems.zone}
          free
        />
      </Box>
      <SelectInput
        label="In the rota"
        value={draft.leads}
        choices={parts}
        onChange={(leads) => set({ leads })}
        hint="A release lead may shadow as well; a shadow learns beside one."
      />
      <TextsInput
        label="Skills"
        hint="What the rota can ask of a lead, as you call it. Enter adds one."
        value={draft.skills}
        known={[...new Set(catalogue.people.flatMap(({ skills }) => skills))].toSorted()}
        error={problems.skills}
        onChange={(skills) => set({ skills })}
      />
    </FormDialog>
  );
}
