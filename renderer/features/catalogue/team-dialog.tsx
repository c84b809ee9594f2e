import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { DaysOffInput } from '../../ui/days-off-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FieldGroup, TextInput } from '../../ui/form-field.tsx';
import { HolidayPlacePicker } from '../../ui/holiday-place-picker.tsx';
import { ProjectPicker } from '../../ui/project-picker.tsx';
import { WeekdayToggles } from '../../ui/weekday-toggles.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { readTeam, teamDraftOf, teamPlanOf } from './drafts.ts';
import { useThingForm } from './use-thing-form.ts';

export interface TeamDialogProps {
  /** Null for a new one. */
  readonly team: Team | null;
  readonly onClose: () => void;
  readonly onDone: (id: TeamId) => void;
}

/** Adds a team, or changes one. */
export function TeamDialog({ team, onClose, onDone }: TeamDialogProps) {
  const zone = useOwnZone();
  const { draft, problems, set, form } = useThingForm({
    now: team === null ? null : { id: team.id, plan: teamPlanOf(team) },
    begin: () => teamDraftOf(team, zone),
    read: readTeam,
    add: useCommand(orpc.catalogue.addTeam, { showsFailure: true }),
    update: useCommand(orpc.catalogue.updateTeam, { showsFailure: true }),
    another: {
      kept: 'zone, working days and days off',
      begin: (added) => ({ ...added, name: '', projects: [], notes: '' }),
    },
    onDone,
  });

  return (
    <FormDialog
      open
      title={team === null ? 'Add a team' : `Edit ${team.name}`}
      submit={team === null ? 'Add team' : 'Save'}
      {...form}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
        <TextInput
          label="Name"
          value={draft.name}
          onChange={(name) => set({ name })}
          error={problems.name}
          autoFocus
          required
        />
        <ZonePicker
          label="Zone"
          value={draft.zone}
          onChange={(next) => set({ zone: next })}
          error={problems.zone}
          free
        />
      </Box>
      <FieldGroup label="Works on">
        <WeekdayToggles
          label="Days of the week that the team works"
          value={draft.workdays}
          onChange={(workdays) => set({ workdays })}
        />
        {problems.workdays !== undefined && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
            {problems.workdays}
          </Typography>
        )}
      </FieldGroup>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
        <HolidayPlacePicker value={draft.holidays} onChange={(holidays) => set({ holidays })} />
        <DaysOffInput
          value={draft.extraDaysOff}
          problem={problems.extraDaysOff}
          onChange={(extraDaysOff) => set({ extraDaysOff })}
        />
      </Box>
      <ProjectPicker
        label="Projects"
        hint="The team’s throughput is counted from the finished work items of these repositories and projects."
        none="None: no throughput is known"
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
