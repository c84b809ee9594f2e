import Box from '@mui/material/Box';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Person, PersonPlan } from '../../../shared/model/catalogue.ts';
import type { PersonId, TeamId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { personDraftOf, readPerson } from './drafts.ts';
import { TextsInput } from './texts-input.tsx';
import { useThingForm } from './use-thing-form.ts';
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
  /** The team that a new one begins with; null for none. */
  readonly teamId: TeamId | null;
  /** A team was chosen. */
  readonly onTeam: (id: TeamId | null) => void;
  readonly onClose: () => void;
  readonly onDone: (id: PersonId) => void;
}

/** Adds somebody who has a part in releases, or changes what is known of them. */
export function PersonDialog({ catalogue, person, teamId, onTeam, onClose, onDone }: PersonDialogProps) {
  const zone = useOwnZone();
  const begunWith = catalogue.teams.find(({ id }) => id === teamId) ?? null;
  const { draft, problems, set, form } = useThingForm({
    now: person === null ? null : { id: person.id, plan: planOf(person) },
    begin: () => personDraftOf(person, zone, begunWith),
    read: readPerson,
    add: useCommand(orpc.catalogue.addPerson, { showsFailure: true }),
    update: useCommand(orpc.catalogue.updatePerson, { showsFailure: true }),
    another: {
      kept: 'team, zone and turns in the rota',
      begin: (added) => ({ ...added, name: '', skills: [] }),
    },
    onDone,
  });

  function chooseTeam(chosen: string): void {
    const team = catalogue.teams.find(({ id }) => id === chosen);
    onTeam(team?.id ?? null);
    // Somebody new most likely works where their team does.
    set(person === null && team !== undefined ? { teamId: chosen, zone: team.zone } : { teamId: chosen });
  }

  return (
    <FormDialog
      open
      title={person === null ? 'Add a person' : `Edit ${person.name}`}
      submit={person === null ? 'Add person' : 'Save'}
      {...form}
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
