import type { CalendarLane, CalendarRelease } from '../../../../shared/contract/calendar.ts';
import type { Catalogue } from '../../../../shared/contract/catalogue.ts';
import { addDays, weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import { daysOffSpans } from '../../../../shared/domain/calendar/days-off.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { Assignment } from '../../../../shared/model/assignment.ts';
import type { Absence, Person, Team } from '../../../../shared/model/catalogue.ts';
import type { Day } from '../../../../shared/model/time.ts';
import type { Train } from '../../../../shared/model/train.ts';
import { releaseLooks } from '../../../ui/status-looks.ts';
import type { LaneEntry } from '../timeline/entry.ts';
import { teamItemId } from '../timeline/marks.ts';
import type { TimelineLane } from '../timeline/model.ts';
import type { PlanWindow } from '../windows.ts';

/** Public holidays by place (`DE-BY`), and by day. */
export type Holidays = ReadonlyMap<string, ReadonlyMap<Day, string>>;

export interface TeamPlanInput {
  readonly catalogue: Catalogue;
  readonly assignments: readonly Assignment[];
  readonly holidays: Holidays;
  readonly lanes: readonly CalendarLane[];
  readonly trains: ReadonlyMap<string, Train>;
  readonly loaded: PlanWindow;
}

const CHANGED_THERE = 'It is changed under Services and teams: press Enter or double-click to go there.';

function absenceEntry(absence: Absence, { name, zone }: Person): LaneEntry {
  return {
    id: absence.id,
    look: 'absence',
    start: startOfDay(absence.firstDay, zone),
    end: startOfDay(addDays(absence.lastDay, 1), zone),
    label: name,
    title: name,
    at: '',
    what: 'Away',
    notes: absence.reason === '' ? [] : [absence.reason],
    zone,
    row: absence.id,
    releaseId: null,
    state: 'planned',
    fixed: CHANGED_THERE,
    place: { to: 'people' },
  };
}

function holidayEntry(team: Team, day: Day, name: string): LaneEntry {
  return {
    id: `${team.id} ${day}`,
    look: 'holiday',
    start: startOfDay(day, team.zone),
    end: startOfDay(addDays(day, 1), team.zone),
    label: name,
    title: name,
    at: '',
    what: `Day off of ${team.name}`,
    notes: [],
    zone: team.zone,
    row: `${team.id} holidays`,
    releaseId: null,
    state: 'planned',
    fixed: CHANGED_THERE,
    place: { to: 'people' },
  };
}

/** Who of a team has which part: `Ada (Release lead), Bo (Shadow)`. */
function partsText(parts: readonly Assignment[], people: ReadonlyMap<string, Person>): string {
  return parts
    .flatMap(({ personId, role }) => {
      const person = people.get(personId);
      return person === undefined ? [] : [`${person.name} (${role})`];
    })
    .join(', ');
}

function departureEntry(release: CalendarRelease, teamId: string, parts: string): LaneEntry {
  return {
    id: teamItemId(teamId, release.id),
    look: 'departure',
    start: release.departsAt,
    end: release.departsAt,
    label: parts === '' ? release.name : `${release.name} · ${parts}`,
    title: release.name,
    at: '',
    what: `Departure · ${releaseLooks[release.state].label}`,
    notes: parts === '' ? [] : [parts],
    zone: release.zone,
    row: teamItemId(teamId, release.id),
    releaseId: release.id,
    state: release.state,
    fixed: 'It is moved in the lane of its train.',
    place: { to: 'release', id: release.id },
  };
}

/** The days off of a team inside what is loaded, by day; of weekdays that it works on anyhow. */
function namedDaysOff({ calendar }: Team, holidays: Holidays, { from, to }: PlanWindow): ReadonlyMap<Day, string> {
  const own = calendar.extraDaysOff.map((day) => [day, 'Day off'] as const);
  const known = calendar.holidays === null ? [] : [...(holidays.get(calendar.holidays) ?? [])];
  return new Map(
    [...own, ...known].filter(([day]) => day >= from && day <= to && calendar.workdays.includes(weekdayOf(day))),
  );
}

function touches({ firstDay, lastDay }: Absence, { from, to }: PlanWindow): boolean {
  return firstDay <= to && lastDay >= from;
}

interface Crew {
  readonly id: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly works: (trainId: string) => boolean;
}

/** The departures that a crew works for or has a part in, and the absences of its people. */
function crewEntries({ id, people, works }: Crew, input: TeamPlanInput): readonly LaneEntry[] {
  const parts = new Map<string, Assignment[]>();
  for (const assignment of input.assignments) {
    if (people.has(assignment.personId))
      parts.set(assignment.releaseId, [...(parts.get(assignment.releaseId) ?? []), assignment]);
  }
  const departures = input.lanes.flatMap((lane) =>
    lane.releases
      .filter((release) => works(lane.trainId) || parts.has(release.id))
      .map((release) => departureEntry(release, id, partsText(parts.get(release.id) ?? [], people))),
  );
  const absences = input.catalogue.absences.flatMap((absence) => {
    const person = people.get(absence.personId);
    return person !== undefined && touches(absence, input.loaded) ? [absenceEntry(absence, person)] : [];
  });
  return [...departures, ...absences];
}

/** Who is in no team stands here, as far as there is anything to show. */
const NO_TEAM = 'no team';

/** A lane for each team: the departures that it works for, who has which part, who is away, and days off. */
export function teamLanes(input: TeamPlanInput): readonly TimelineLane[] {
  const peopleOf = (teamId: string | null) =>
    new Map(input.catalogue.people.filter((one) => one.teamId === teamId).map((one) => [one.id as string, one]));
  const lanes = input.catalogue.teams.map((team): TimelineLane => {
    const off = namedDaysOff(team, input.holidays, input.loaded);
    const works = (trainId: string) => input.trains.get(trainId)?.teams.includes(team.id) === true;
    const entries = [
      ...crewEntries({ id: team.id, people: peopleOf(team.id), works }, input),
      ...[...off].map(([day, name]) => holidayEntry(team, day, name)),
    ];
    const days = { workdays: team.calendar.workdays, daysOff: off };
    const daysOff = daysOffSpans(days, team.zone, input.loaded);
    return { of: 'team', id: team.id, name: team.name, releases: [], daysOff, entries };
  });
  const others = crewEntries({ id: NO_TEAM, people: peopleOf(null), works: () => false }, input);
  if (others.length === 0) return lanes;
  return [...lanes, { of: 'team', id: NO_TEAM, name: 'In no team', releases: [], daysOff: [], entries: others }];
}
