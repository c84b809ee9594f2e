import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Absence, Person } from '../../../shared/model/catalogue.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Openers } from './pieces.tsx';
import { releaseQuery } from './queries.ts';
import { RemoveButton } from './remove-button.tsx';
import { leadsWords, spanWords } from './view-model.ts';

/** Of somebody's parts, this many are named. */
const NAMED = 8;

export interface PersonPanelProps {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onOpenTeam: (id: TeamId) => void;
  readonly onAbsence: (absence: Absence | null) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One person: what they can and do, and when they are away. */
export function PersonPanel(props: PersonPanelProps) {
  const { person, catalogue, today, readOnly, onOpenTeam, onAbsence, onEdit, onClose } = props;
  const remove = useCommand(orpc.catalogue.removePerson);
  const assignments = answerOf(useQuery(orpc.assignments.list.queryOptions({ input: { releaseId: null } })));
  const parts = listOf(assignments).filter(({ personId }) => personId === person.id);
  const releases = useQueries({
    queries: parts.slice(0, NAMED).map(({ releaseId }) => releaseQuery(releaseId)),
  }).map(({ data }) => data?.release);
  const named = parts.slice(0, NAMED).flatMap(({ id, role }, at) => {
    const release = releases[at];
    return release === undefined ? [] : [{ id, role, release }];
  });
  const unnamed = parts.length - named.length;
  const team = catalogue.teams.find(({ id }) => id === person.teamId);
  const absences = catalogue.absences.filter(({ personId }) => personId === person.id);
  const coming = absences
    .filter(({ lastDay }) => lastDay >= today)
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  return (
    <SidePanel
      title={person.name}
      kicker="Person"
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" disabled={readOnly} onClick={onEdit}>
            Edit
          </Button>
          <Button variant="outlined" startIcon={<AddRounded />} disabled={readOnly} onClick={() => onAbsence(null)}>
            Add absence
          </Button>
          <RemoveButton
            name={person.name}
            noun="person"
            namedBy={[
              ...named.map(({ role, release }) => `they are ${role} of release “${release.name}”`),
              ...(unnamed > 0
                ? [`they have ${formatCount(unnamed, named.length > 0 ? 'more part' : 'part')} in releases`]
                : []),
            ]}
            readOnly={readOnly}
            busy={remove.busy}
            onRemove={async () => {
              if ((await remove.run({ id: person.id })) !== null) onClose();
            }}
          >
            What is known of their absences goes with them. Undo brings all of it back.
          </RemoveButton>
        </>
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <AnswerTrouble answer={assignments} padding={0} />
        <Facts
          facts={[
            ['Team', team === undefined ? 'None' : <Openers key="team" things={[team]} onOpen={onOpenTeam} />],
            ['Zone', person.zone],
            ['In the rota', leadsWords[person.leads]],
            ['Skills', person.skills.length === 0 ? 'None named' : person.skills.join(', ')],
            [
              'Parts',
              parts.length === 0 ? (
                'None yet'
              ) : (
                <>
                  {named.map(({ id, role, release }) => (
                    <div key={id}>
                      {role} of{' '}
                      <RouterLink to="/releases/$id" params={{ id: release.id }} search={{ tab: 'crew' }}>
                        {release.name}
                      </RouterLink>
                    </div>
                  ))}
                  {unnamed > 0 && (
                    <div>
                      {formatCount(unnamed, named.length > 0 ? 'more' : 'part', named.length > 0 ? 'more' : 'parts')}
                    </div>
                  )}
                </>
              ),
            ],
            [
              'Away',
              <Openers
                key="away"
                things={coming.map((absence) => ({
                  id: absence.id,
                  name: spanWords(absence),
                  beside: absence.reason === '' ? undefined : absence.reason,
                }))}
                onOpen={(id) => onAbsence(absences.find((absence) => absence.id === id) ?? null)}
              />,
            ],
          ]}
        />
      </Box>
    </SidePanel>
  );
}
