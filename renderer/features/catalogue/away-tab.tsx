import BeachAccessOutlined from '@mui/icons-material/BeachAccessOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueries } from '@tanstack/react-query';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Absence, Person, Team } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { formatDay } from '../../lib/format.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Quiet, Strong } from './pieces.tsx';
import { holidaysQuery } from './queries.ts';
import { type Away, awayAround, fitsText, peopleByTeam, spanWords } from './view-model.ts';
import { MonthRow, PersonRow, TeamRow } from './year-rows.tsx';
import { daysOffIn, daysOfYear, type NamedDay, shareOf } from './year-strip.ts';

function awayWords(now: readonly Away[], next: readonly Away[]): string {
  const here = now.map(({ person, absence }) => `${person.name} (until ${formatDay(absence.lastDay, 'medium')})`);
  const first = next[0];
  const coming = first === undefined ? '' : ` Next: ${first.person.name}, ${spanWords(first.absence)}.`;
  return `${here.length === 0 ? 'Nobody is away today.' : `Away today: ${here.join(', ')}.`}${coming}`;
}

/** The public holidays of the teams' places in a year, by place; and the first that could not be read. */
function useHolidays(teams: readonly Team[], year: number) {
  const { first, last } = daysOfYear(year);
  const places = [...new Set(teams.flatMap(({ calendar }) => calendar.holidays ?? []))];
  const answers = useQueries({ queries: places.map((place) => holidaysQuery(place, first, last)) }).map((query) =>
    answerOf(query),
  );
  const byPlace = new Map<string, readonly NamedDay[]>(
    places.map((place, at) => {
      const answer = answers[at];
      return [place, answer !== undefined && 'data' in answer ? answer.data : []];
    }),
  );
  const trouble: Answer<unknown> = answers.find(({ kind }) => kind === 'failed') ?? { kind: 'loading' };
  return { byPlace, trouble };
}

interface AwayRow extends Away {
  readonly team: string;
}

const columns: readonly Column<AwayRow>[] = [
  { key: 'who', header: 'Who', width: 'minmax(130px, 1fr)', render: ({ person }) => <Strong>{person.name}</Strong> },
  { key: 'team', header: 'Team', width: 'minmax(110px, 1fr)', render: ({ team }) => <Quiet>{team}</Quiet> },
  { key: 'when', header: 'When', width: 'minmax(220px, 1.4fr)', render: ({ absence }) => spanWords(absence) },
  {
    key: 'why',
    header: 'Reason',
    width: 'minmax(120px, 1.4fr)',
    render: ({ absence }) => <Quiet>{absence.reason}</Quiet>,
  },
];

export interface AwayTabProps {
  readonly catalogue: Catalogue;
  readonly year: number;
  readonly text: string | undefined;
  readonly asList: boolean;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onAdd: (personId: PersonId | null) => void;
  readonly onAddPerson: () => void;
  readonly onChange: (absence: Absence) => void;
}

/** Who is away when, a strip of the year for each, beside the days off of their team. */
export function AwayTab(props: AwayTabProps) {
  const { catalogue, year, text, asList, today, readOnly, onAdd, onAddPerson, onChange } = props;
  const { byPlace, trouble } = useHolidays(catalogue.teams, year);
  const { now, next } = awayAround(catalogue, today);
  if (catalogue.people.length === 0) {
    return (
      <EmptyState
        icon={<BeachAccessOutlined />}
        title="Nobody who could be away"
        actions={
          <Button variant="contained" disabled={readOnly} onClick={onAddPerson}>
            Add person
          </Button>
        }
      >
        Add people first. Their absences, beside the holidays of their teams, then count in forecasts and in the rota,
        and a plan says where it counts on somebody who is away.
      </EmptyState>
    );
  }
  const fits = (person: Person, team: Team | null) => fitsText(text, person.name, team?.name ?? '', person.zone);
  const groups = peopleByTeam(catalogue)
    .map(({ team, people }) => ({ team, people: people.filter((person) => fits(person, team)) }))
    .filter(({ people }) => people.length > 0 || (text ?? '') === '');
  const rows: readonly AwayRow[] = groups
    .flatMap(({ team, people }) =>
      people.flatMap((person) =>
        catalogue.absences
          .filter((absence) => absence.personId === person.id && shareOf(absence, year) !== null)
          .map((absence) => ({ person, absence, team: team?.name ?? '' })),
      ),
    )
    .toSorted((one, other) => (one.absence.firstDay < other.absence.firstDay ? -1 : 1));
  return (
    <Box
      sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'background.paper' }}
    >
      <Typography component="div" sx={{ px: 6, py: 2, borderBottom: 1, borderColor: 'divider' }}>
        {awayWords(now, next)}
      </Typography>
      <AnswerTrouble answer={trouble} />
      {asList ? (
        <DataTable
          label={`Absences in ${year}`}
          rows={rows}
          rowKey={({ absence }) => absence.id}
          columns={columns}
          onOpen={readOnly ? undefined : ({ absence }) => onChange(absence)}
          empty={
            <EmptyState
              icon={<BeachAccessOutlined />}
              title={`Nobody is away in ${year}`}
              actions={
                <Button variant="contained" disabled={readOnly} onClick={() => onAdd(null)}>
                  Add absence
                </Button>
              }
            >
              What you add here counts in forecasts and in the rota.
            </EmptyState>
          }
        />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', pr: 4 }} tabIndex={-1}>
          <MonthRow year={year} />
          {groups.map(({ team, people }) => (
            <Box key={team?.id ?? ''}>
              <TeamRow
                name={team?.name ?? 'In no team'}
                year={year}
                today={today}
                daysOff={
                  team === null
                    ? []
                    : daysOffIn(year, byPlace.get(team.calendar.holidays ?? '') ?? [], team.calendar.extraDaysOff)
                }
              />
              {people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  absences={catalogue.absences.filter(({ personId }) => personId === person.id)}
                  year={year}
                  today={today}
                  readOnly={readOnly}
                  onAdd={() => onAdd(person.id)}
                  onChange={onChange}
                />
              ))}
            </Box>
          ))}
          <Typography variant="body2" sx={{ px: 6, py: 2, color: 'text.secondary' }}>
            Grey marks are a team’s holidays and days off, bars are absences, the upright line is today.
          </Typography>
        </Box>
      )}
    </Box>
  );
}
