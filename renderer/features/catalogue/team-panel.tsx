import Button from '@mui/material/Button';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { PersonId, ServiceId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { formatDay } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { Facts } from '../../ui/facts.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Openers, projectsText, TrainLink } from './pieces.tsx';
import { RemoveButton } from './remove-button.tsx';
import { awayAround, calendarWords, spanWords } from './view-model.ts';

export interface TeamPanelProps {
  readonly team: Team;
  readonly catalogue: Catalogue;
  readonly trains: readonly Train[];
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onOpenPerson: (id: PersonId) => void;
  readonly onOpenService: (id: ServiceId) => void;
  readonly onEdit: () => void;
  readonly onAddPerson: () => void;
  readonly onClose: () => void;
}

/** One team: who is in it and who is away, when it works, what it looks after. */
export function TeamPanel(props: TeamPanelProps) {
  const { team, catalogue, trains, today, readOnly, onOpenPerson, onOpenService, onEdit, onAddPerson, onClose } = props;
  const remove = useCommand(orpc.catalogue.removeTeam);
  const people = catalogue.people.filter(({ teamId }) => teamId === team.id);
  const services = catalogue.services.filter(({ teamId }) => teamId === team.id);
  const { now, next } = awayAround({ people, absences: catalogue.absences }, today);
  return (
    <SidePanel
      title={team.name}
      kicker="Team"
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" disabled={readOnly} onClick={onEdit}>
            Edit
          </Button>
          <Button variant="outlined" disabled={readOnly} onClick={onAddPerson}>
            Add person
          </Button>
          <RemoveButton
            name={team.name}
            noun="team"
            namedBy={[
              ...people.map(({ name }) => `${name} is in it`),
              ...services.map(({ name }) => `it looks after service “${name}”`),
              ...trains.map(({ name }) => `train “${name}” names it`),
            ]}
            readOnly={readOnly}
            busy={remove.busy}
            onRemove={async () => {
              if ((await remove.run({ id: team.id })) !== null) onClose();
            }}
          >
            Undo brings it back.
          </RemoveButton>
        </>
      }
    >
      <Facts
        facts={[
          ['Zone', team.zone],
          ['Works', calendarWords(team.calendar)],
          [
            'People',
            <Openers
              key="people"
              things={people.map(({ id, name }) => {
                const away = now.find(({ person }) => person.id === id);
                return { id, name, beside: away && `away until ${formatDay(away.absence.lastDay, 'medium')}` };
              })}
              onOpen={onOpenPerson}
            />,
          ],
          ['Away next', next[0] === undefined ? 'Nobody' : `${next[0].person.name}, ${spanWords(next[0].absence)}`],
          ['Looks after', <Openers key="services" things={services} onOpen={onOpenService} />],
          ['Throughput of', projectsText(team.projects, 'No project is linked: nothing can be forecast')],
          [
            'Works for',
            trains.length === 0 ? 'No train' : trains.map((train) => <TrainLink key={train.id} train={train} />),
          ],
          ['Notes', team.notes],
        ]}
      />
    </SidePanel>
  );
}
