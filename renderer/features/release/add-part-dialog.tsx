import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Person } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { usualRoles } from './crew.ts';

export interface AddPartDialogProps {
  readonly release: Release;
  readonly people: readonly Person[];
  /** Who is away when it is decided on or deployed, with the sentence that says so. */
  readonly away: ReadonlyMap<PersonId, string>;
  readonly onClose: () => void;
}

/** Gives somebody a part in a release. */
export function AddPartDialog({ release, people, away, onClose }: AddPartDialogProps) {
  const [person, setPerson] = useState<Person | null>(null);
  const [role, setRole] = useState<string>(usualRoles[0]);
  const [tried, setTried] = useState(false);
  const add = useCommand(orpc.assignments.add, { showsFailure: true });
  const awayText = person === null ? undefined : away.get(person.id);
  const roleProblem =
    role.trim() === '' || role.trim().length > 80 ? 'Say which part, in at most 80 characters.' : null;

  async function submit(): Promise<void> {
    setTried(true);
    if (person === null || roleProblem !== null) return;
    const done = await add.run({ releaseId: release.id, personId: person.id, role: role.trim() });
    if (done !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="xs"
      title={`Give a part in ${release.name}`}
      submit="Give part"
      busy={add.busy}
      ready={people.length > 0}
      failure={add.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {people.length === 0 && (
        <Notice tone="info">
          Nobody is known yet. Add people under{' '}
          <RouterLink to="/catalogue" search={{ tab: 'people' }}>
            Services and teams
          </RouterLink>
          .
        </Notice>
      )}
      <Autocomplete
        options={[...people]}
        value={person}
        onChange={(_event, next) => setPerson(next)}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        autoHighlight
        renderInput={(params) => (
          <TextField
            {...params}
            label="Who"
            autoFocus
            error={tried && person === null}
            helperText={tried && person === null ? 'Choose somebody.' : undefined}
          />
        )}
      />
      {awayText !== undefined && <Notice tone="warning">{`${awayText} You may choose them all the same.`}</Notice>}
      <Autocomplete
        freeSolo
        options={[...usualRoles]}
        // All of them beside one of them; what fits beside words of one's own.
        filterOptions={(roles, { inputValue }) =>
          roles.some((one) => one === inputValue)
            ? roles
            : roles.filter((one) => one.toLowerCase().includes(inputValue.trim().toLowerCase()))
        }
        inputValue={role}
        onInputChange={(_event, text) => setRole(text)}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Part"
            error={tried && roleProblem !== null}
            helperText={(tried ? roleProblem : null) ?? 'One of the usual ones, or your own.'}
          />
        )}
      />
    </FormDialog>
  );
}
