import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Button from '@mui/material/Button';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatNumber } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { projectsText, Quiet, Strong } from './pieces.tsx';
import { awayAround, calendarWords, fitsText } from './view-model.ts';

/** Columns that make room for the panel: it says the same. */
const beside = ['services', 'projects', 'zone'];

export interface TeamsTabProps {
  readonly catalogue: Catalogue;
  readonly chosen: TeamId | null;
  readonly text: string | undefined;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onOpen: (id: TeamId) => void;
}

/** The teams: how many they are, when they work, who of them is away. */
export function TeamsTab({ catalogue, chosen, text, today, readOnly, onAdd, onOpen }: TeamsTabProps) {
  const { teams, people, services } = catalogue;
  const away = awayAround(catalogue, today).now;
  const count = (things: readonly { readonly teamId: TeamId | null }[], team: Team) =>
    formatNumber(things.filter(({ teamId }) => teamId === team.id).length);
  const awayOf = (team: Team) =>
    away
      .filter(({ person }) => person.teamId === team.id)
      .map(({ person }) => person.name)
      .join(', ');
  const columns: readonly Column<Team>[] = [
    {
      key: 'name',
      header: 'Team',
      width: 'minmax(120px, 1fr)',
      render: ({ name }) => <Strong title={name}>{name}</Strong>,
    },
    { key: 'people', header: 'People', width: '64px', align: 'end', render: (team) => count(people, team) },
    {
      key: 'away',
      header: 'Away today',
      width: 'minmax(110px, 1fr)',
      render: (team) => awayOf(team) || <Quiet>nobody</Quiet>,
    },
    { key: 'zone', header: 'Zone', width: 'minmax(110px, 0.9fr)', render: ({ zone }) => <Quiet>{zone}</Quiet> },
    {
      key: 'works',
      header: 'Works',
      width: 'minmax(150px, 1.4fr)',
      render: ({ calendar }) => <span title={calendarWords(calendar)}>{calendarWords(calendar)}</span>,
    },
    { key: 'services', header: 'Services', width: '72px', align: 'end', render: (team) => count(services, team) },
    {
      key: 'projects',
      header: 'Throughput of',
      width: 'minmax(110px, 1fr)',
      render: ({ projects }) => <Quiet>{projectsText(projects, 'no project')}</Quiet>,
    },
  ];
  return (
    <DataTable
      label="Teams"
      rows={teams.filter((team) => fitsText(text, team.name, team.zone))}
      rowKey={({ id }) => id}
      columns={chosen === null ? columns : columns.filter(({ key }) => !beside.includes(key))}
      selectedKey={chosen}
      onOpen={({ id }) => onOpen(id)}
      empty={
        teams.length > 0 ? (
          <EmptyState small title="No team fits these words">
            Look for a name or a zone.
          </EmptyState>
        ) : (
          <EmptyState
            icon={<GroupsOutlined />}
            title="No teams yet"
            actions={
              <Button variant="contained" disabled={readOnly} onClick={onAdd}>
                Add team
              </Button>
            }
          >
            A team plans and finishes work together, on its own working days. Link the projects that it works in, and
            what it can finish by a release is forecast from what it finished before, less its holidays and absences.
          </EmptyState>
        )
      }
    />
  );
}
