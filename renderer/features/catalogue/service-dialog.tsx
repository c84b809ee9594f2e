import Box from '@mui/material/Box';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId, TeamId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { NamedPicker } from '../../ui/named-picker.tsx';
import { ProjectPicker } from '../../ui/project-picker.tsx';
import { readService, serviceDraftOf, servicePlanOf } from './drafts.ts';
import { TextsInput } from './texts-input.tsx';
import { useThingForm } from './use-thing-form.ts';
import { tierWords } from './view-model.ts';

const tiers = [
  { value: '1', label: tierWords(1) },
  { value: '2', label: tierWords(2) },
  { value: '3', label: tierWords(3) },
  { value: '4', label: tierWords(4) },
] as const;

export interface ServiceDialogProps {
  readonly catalogue: Catalogue;
  /** Null for a new one. */
  readonly service: Service | null;
  /** The team that a new one begins with; null for none. */
  readonly teamId: TeamId | null;
  /** A team was chosen. */
  readonly onTeam: (id: TeamId | null) => void;
  readonly onClose: () => void;
  readonly onDone: (id: ServiceId) => void;
}

/** Adds a service, or changes one. */
export function ServiceDialog({ catalogue, service, teamId, onTeam, onClose, onDone }: ServiceDialogProps) {
  const begunWith = catalogue.teams.find(({ id }) => id === teamId) ?? null;
  const { draft, problems, set, form } = useThingForm({
    now: service === null ? null : { id: service.id, plan: servicePlanOf(service) },
    begin: () => serviceDraftOf(service, begunWith),
    read: readService,
    add: useCommand(orpc.catalogue.addService, { showsFailure: true }),
    update: useCommand(orpc.catalogue.updateService, { showsFailure: true }),
    another: {
      kept: 'tier, team and regions',
      begin: (added) => ({ ...added, name: '', projects: [], dependsOn: [], notes: '' }),
    },
    onDone,
  });

  return (
    <FormDialog
      open
      title={service === null ? 'Add a service' : `Edit ${service.name}`}
      submit={service === null ? 'Add service' : 'Save'}
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
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <SelectInput label="Tier" value={draft.tier} choices={tiers} onChange={(tier) => set({ tier })} />
        <SelectInput
          label="Team"
          value={draft.teamId}
          choices={[
            { value: '', label: 'None' },
            ...catalogue.teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) => {
            onTeam(catalogue.teams.find(({ id }) => id === chosen)?.id ?? null);
            set({ teamId: chosen });
          }}
        />
      </Box>
      <NamedPicker
        label="Needs first"
        hint="The services that must be there first: a release of this one comes after theirs."
        none="There is no other service."
        options={catalogue.services.filter(({ id }) => id !== service?.id)}
        failure={null}
        value={draft.dependsOn}
        onChange={(dependsOn) => set({ dependsOn })}
      />
      <TextsInput
        label="Regions"
        hint="Where it runs, as you call it: freezes and windows of a region count for it. Enter adds one."
        value={draft.regions}
        known={[...new Set(catalogue.services.flatMap(({ regions }) => regions))].toSorted()}
        error={problems.regions}
        onChange={(regions) => set({ regions })}
      />
      <ProjectPicker
        label="Projects"
        hint="The repositories and projects whose tickets and deployments are this service’s."
        none="None"
        value={draft.projects}
        onChange={(projects) => set({ projects })}
      />
      <TextInput
        label="Notes"
        value={draft.notes}
        onChange={(notes) => set({ notes })}
        error={problems.notes}
        lines={2}
      />
    </FormDialog>
  );
}
