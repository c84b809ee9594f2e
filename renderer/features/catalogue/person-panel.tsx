import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
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
import { SidePanel } from '../../ui/side-panel.tsx';
import { Openers } from './pieces.tsx';
import { RemoveButton } from './remove-button.tsx';
import { leadsWords, spanWords } from './view-model.ts';

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
            namedBy={parts.length === 0 ? [] : [`they have ${formatCount(parts.length, 'part')} in releases`]}
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
            ['Parts', parts.length === 0 ? 'None yet' : `${formatCount(parts.length, 'part')} in releases`],
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
