import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Button from '@mui/material/Button';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Person } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Quiet, Strong } from './pieces.tsx';
import { awayAround, fitsText, leadsWords } from './view-model.ts';

/** Columns that make room for the panel: it says the same. */
const beside = ['skills', 'zone'];

export interface PeopleTabProps {
  readonly catalogue: Catalogue;
  readonly chosen: PersonId | null;
  readonly text: string | undefined;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onOpen: (id: PersonId) => void;
}

/** The people: where they are, what they can, whether they are there. */
export function PeopleTab({ catalogue, chosen, text, today, readOnly, onAdd, onOpen }: PeopleTabProps) {
  const { people, teams } = catalogue;
  const { now, next } = awayAround(catalogue, today);
  const teamOf = ({ teamId }: Person) => teams.find(({ id }) => id === teamId)?.name ?? '';
  const awayText = ({ id }: Person) => {
    const running = now.find(({ person }) => person.id === id);
    if (running !== undefined) return `until ${formatDay(running.absence.lastDay, 'medium')}`;
    const coming = next.find(({ person }) => person.id === id);
    return coming === undefined ? '' : `from ${formatDay(coming.absence.firstDay, 'medium')}`;
  };
  const columns: readonly Column<Person>[] = [
    {
      key: 'name',
      header: 'Person',
      width: 'minmax(130px, 1.1fr)',
      render: ({ name }) => <Strong title={name}>{name}</Strong>,
    },
    { key: 'team', header: 'Team', width: 'minmax(100px, 0.9fr)', render: (row) => <Quiet>{teamOf(row)}</Quiet> },
    { key: 'zone', header: 'Zone', width: 'minmax(110px, 0.9fr)', render: ({ zone }) => <Quiet>{zone}</Quiet> },
    {
      key: 'leads',
      header: 'In the rota',
      width: 'minmax(130px, 1.1fr)',
      render: ({ leads }) => <span title={leadsWords[leads]}>{leadsWords[leads]}</span>,
    },
    {
      key: 'skills',
      header: 'Skills',
      width: 'minmax(110px, 1.2fr)',
      render: ({ skills }) => <Quiet title={skills.join(', ')}>{skills.join(', ')}</Quiet>,
    },
    { key: 'away', header: 'Away', width: '132px', render: (row) => awayText(row) },
  ];
  return (
    <DataTable
      label="People"
      rows={people.filter((person) => fitsText(text, person.name, teamOf(person), person.zone, ...person.skills))}
      rowKey={({ id }) => id}
      columns={chosen === null ? columns : columns.filter(({ key }) => !beside.includes(key))}
      selectedKey={chosen}
      onOpen={({ id }) => onOpen(id)}
      empty={
        people.length > 0 ? (
          <EmptyState small title="Nobody fits these words">
            Look for a name, a team, a zone or a skill.
          </EmptyState>
        ) : (
          <EmptyState
            icon={<PersonOutlined />}
            title="Nobody yet"
            actions={
              <Button variant="contained" disabled={readOnly} onClick={onAdd}>
                Add person
              </Button>
            }
          >
            Add whoever leads releases or works in a team. The rota shares the turns out fairly, around absences,
            working hours and skills; and a plan says where it counts on somebody who is away.
          </EmptyState>
        )
      }
    />
  );
}
