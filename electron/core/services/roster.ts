import type { Roster } from '../../../shared/contract/assignments.ts';
import { addDays, eachDay } from '../../../shared/domain/calendar/days.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { DEFAULT_ASSUMPTIONS, deploymentsOf } from '../../../shared/domain/conflicts/deployments.ts';
import { dutiesOf } from '../../../shared/domain/conflicts/duties.ts';
import { awayAt } from '../../../shared/domain/rotation/hindrances.ts';
import { rosterPartOf } from '../../../shared/domain/rotation/roles.ts';
import { areTogether } from '../../../shared/domain/rotation/roster-hindrances.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { PersonId, TrainId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { RosterPlace, RosterRelease, RosterTerm, RosterTerms, TeamDayOff } from '../../../shared/model/roster.ts';
import type { Day, Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { readDecision } from '../db/decisions.ts';
import { allAbsences, allPeople, allTeams } from '../db/repositories/catalogue.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { allAssignments, openReleases } from '../db/repositories/planning.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { workingDaysOf } from './planning.ts';

const UTC = 'UTC' as Zone; // a zone, as written

function placesOf(assignments: readonly Assignment[]): readonly RosterPlace[] {
  return assignments.flatMap(({ releaseId, personId, role }) => {
    const part = rosterPartOf(role);
    return part === null ? [] : [{ releaseId, part, personId }];
  });
}

interface RosterInput {
  readonly trainIds: readonly TrainId[] | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly skills: readonly string[];
  readonly terms: RosterTerms;
  readonly chosen: readonly RosterPlace[];
}

function toStaff({ db }: CoreContext, { trainIds, from, to }: RosterInput): readonly Release[] {
  return openReleases(db).filter(
    ({ trainId, day }) =>
      day >= from && (to === null || day <= to) && (trainIds === null || trainIds.includes(trainId)),
  );
}

/** What is known around releases. */
interface Around {
  readonly trains: ReadonlyMap<string, Train>;
  readonly milestones: ReadonlyMap<string, readonly Milestone[]>;
}

function around({ db }: CoreContext, releases: readonly Release[]): Around {
  const milestones = milestonesOfReleases(
    db,
    releases.map(({ id }) => id),
  );
  return {
    trains: new Map(allTrains(db).map((train) => [train.id, train])),
    milestones: Map.groupBy(milestones, ({ releaseId }) => releaseId),
  };
}

function rosterRelease(release: Release, skills: readonly string[], { trains, milestones }: Around): RosterRelease {
  const { id, departsAt, day, trainId } = release;
  const own = milestones.get(id) ?? [];
  const train = trains.get(trainId);
  const name = releaseTitle(train?.name, release.name);
  const deployments = deploymentsOf({ ...release, name }, own, DEFAULT_ASSUMPTIONS);
  return {
    releaseId: id,
    name,
    departsAt,
    day,
    duties: dutiesOf({ id, name }, own, deployments).map(({ thing, span }) => ({ name: thing.name, span })),
    deployments: isAhead(release) ? deployments.map(({ span }) => span) : [],
    elsewhere: [],
    teams: [...(train?.teams ?? [])],
    skills: [...skills],
  };
}

/** Releases with those who have a part that no rota gives in another one, deployed at the same time. */
function withElsewhere(
  core: CoreContext,
  releases: readonly RosterRelease[],
  assignments: readonly Assignment[],
): readonly RosterRelease[] {
  const inRota = new Set(placesOf(assignments).map(({ releaseId, personId }) => `${releaseId} ${personId}`));
  const parts = Map.groupBy(
    assignments.filter(({ releaseId, personId }) => !inRota.has(`${releaseId} ${personId}`)),
    ({ releaseId }) => releaseId,
  );
  const open = openReleases(core.db).filter(({ id }) => parts.has(id));
  const known = around(core, open);
  const others = open.map((release) => rosterRelease(release, [], known));
  return releases.map((release) => ({
    ...release,
    elsewhere: others
      .filter((other) => other.releaseId !== release.releaseId && areTogether(release, other))
      .flatMap(({ releaseId, name }) => (parts.get(releaseId) ?? []).map(({ personId }) => ({ personId, name }))),
  }));
}

/** The days on which teams do not work, among those that duties can touch on any clock. */
function teamDaysOff(core: CoreContext, releases: readonly RosterRelease[]): readonly TeamDayOff[] {
  const days = new Set(
    releases.flatMap(({ duties }) =>
      duties.flatMap(({ span }) => [...eachDay(addDays(dayOf(span.start, UTC), -1), addDays(dayOf(span.end, UTC), 1))]),
    ),
  );
  const [from, to] = [[...days].sort().at(0), [...days].sort().at(-1)];
  if (from === undefined || to === undefined) return [];
  return allTeams(core.db).flatMap(({ id: teamId, calendar }) =>
    [...workingDaysOf(core.holidays, calendar, { from, to }).daysOff]
      .filter(([day]) => days.has(day))
      .map(([day, name]) => ({ teamId, day, name })),
  );
}

/** Parts that people have outside of what is to be staffed. */
function pastTerms(core: CoreContext, places: readonly RosterPlace[]): readonly RosterTerm[] {
  const ids = [...new Set(places.map(({ releaseId }) => releaseId))];
  const releases = ids.flatMap((id) => readDecision(core.db, 'release', id) ?? []);
  const known = around(core, releases);
  const byId = new Map(releases.map((release) => [release.id, rosterRelease(release, [], known)] as const));
  return places.flatMap(({ releaseId, part, personId }) => {
    const release = byId.get(releaseId);
    if (release === undefined) return [];
    const { name, departsAt, deployments } = release;
    return [{ releaseId, name, departsAt, deployments, part, personId }];
  });
}

function isSamePlace(one: RosterPlace, other: RosterPlace): boolean {
  return one.releaseId === other.releaseId && one.part === other.part;
}

/** Who is away, or whose team has a day off, at one of a release's duties, each with the sentence that says so. */
export async function awayFrom(
  core: CoreContext,
  release: Release,
): Promise<{ readonly personId: PersonId; readonly text: string }[]> {
  await core.holidays.ready();
  const known = rosterRelease(release, [], around(core, [release]));
  const availability = { absences: allAbsences(core.db), daysOff: teamDaysOff(core, [known]) };
  return allPeople(core.db).flatMap((person) =>
    awayAt(known, person, availability).map(({ text }) => ({ personId: person.id, text })),
  );
}

/** A roster for the coming releases, computed beside the core; places that people settled, or chose, stay as they are. */
export async function rosterOf(core: CoreContext, input: RosterInput, signal?: AbortSignal): Promise<Roster> {
  await core.holidays.ready();
  const open = toStaff(core, input);
  const known = around(core, open);
  const assignments = allAssignments(core.db);
  const bare = open.map((release) => rosterRelease(release, input.skills, known));
  const releases = withElsewhere(core, bare, assignments);
  const among = new Set<string>(open.map(({ id }) => id));
  const places = placesOf(assignments);
  const settled = places.filter(({ releaseId }) => among.has(releaseId));
  const past = [
    ...pastTerms(
      core,
      places.filter(({ releaseId }) => !among.has(releaseId)),
    ),
  ];
  const people = allPeople(core.db);
  const chosen = input.chosen.filter(
    ({ releaseId, personId }) => among.has(releaseId) && people.some(({ id }) => id === personId),
  );
  const daysOff = [...teamDaysOff(core, releases)];
  const rotation = { people, absences: allAbsences(core.db), daysOff, terms: input.terms, releases, past };
  const byHand = [...settled.filter((place) => !chosen.some((other) => isSamePlace(place, other))), ...chosen];
  const proposal = await core.rosters.run({ type: 'roster', rotation, byHand }, signal);
  const last = open
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return { ...proposal, releases: [...releases], past, daysOff, settled, to: input.to ?? last ?? input.from };
}
