import type { Roster } from '../../../shared/contract/assignments.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { AssignmentId, TrainId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import {
  ROSTER_ROLES,
  type RosterPart,
  type RosterPlace,
  type RosterTerm,
  type RosterTerms,
} from '../../../shared/model/roster.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { readDecision } from '../db/decisions.ts';
import { allAbsences, allPeople } from '../db/repositories/catalogue.ts';
import { allAssignments, assignmentsOfRelease, openReleases } from '../db/repositories/planning.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { decisionOf } from './decision-of.ts';
import { releaseOf } from './planning.ts';

const PARTS = ['lead', 'shadow'] as const satisfies readonly RosterPart[];

function partOf({ role }: Assignment): RosterPart | null {
  return PARTS.find((part) => ROSTER_ROLES[part] === role) ?? null;
}

interface RosterInput {
  readonly trainIds: readonly TrainId[] | null;
  readonly from: Day;
  readonly to: Day;
  readonly skills: readonly string[];
  readonly terms: RosterTerms;
  readonly chosen: readonly RosterPlace[];
}

function staffed({ db }: CoreContext, { trainIds, from, to }: RosterInput): readonly Release[] {
  return openReleases(db).filter(
    ({ trainId, day }) => day >= from && day <= to && (trainIds === null || trainIds.includes(trainId)),
  );
}

/** Parts that people have outside of what is to be staffed. */
function pastTerms({ db }: CoreContext, among: ReadonlySet<string>): readonly RosterTerm[] {
  return allAssignments(db).flatMap((assignment) => {
    const part = partOf(assignment);
    const { releaseId, personId } = assignment;
    const release = among.has(releaseId) ? undefined : readDecision(db, 'release', releaseId);
    return part === null || release === undefined ? [] : [{ releaseId, departsAt: release.departsAt, part, personId }];
  });
}

function isSamePlace(one: RosterPlace, other: RosterPlace): boolean {
  return one.releaseId === other.releaseId && one.part === other.part;
}

/** A roster for the coming releases, computed beside the core; places that people settled, or chose, stay as they are. */
export async function rosterOf(core: CoreContext, input: RosterInput, signal?: AbortSignal): Promise<Roster> {
  const releases = staffed(core, input);
  const among = new Set<string>(releases.map(({ id }) => id));
  const settled = allAssignments(core.db).flatMap((assignment): readonly RosterPlace[] => {
    const part = partOf(assignment);
    const { releaseId, personId } = assignment;
    return part === null || !among.has(releaseId) ? [] : [{ releaseId, part, personId }];
  });
  const people = allPeople(core.db);
  const chosen = input.chosen.filter(
    ({ releaseId, personId }) => among.has(releaseId) && people.some(({ id }) => id === personId),
  );
  const staffedReleases = releases.map(({ id, name, departsAt, day }) => ({
    releaseId: id,
    name,
    departsAt,
    firstDay: day,
    lastDay: day,
    skills: [...input.skills],
  }));
  const past = [...pastTerms(core, among)];
  const rotation = { people, absences: allAbsences(core.db), terms: input.terms, releases: staffedReleases, past };
  const byHand = [...settled.filter((place) => !chosen.some((other) => isSamePlace(place, other))), ...chosen];
  const proposal = await core.rosters.run({ type: 'roster', rotation, byHand }, signal);
  return { ...proposal, releases: staffedReleases, past };
}

/** Settles places; whoever had one of them before gives it up. */
export function acceptRoster(
  { places }: { readonly places: readonly RosterPlace[] },
  { tx, newId }: CommandTools,
): Decision<{ settled: number }> {
  for (const { releaseId, part, personId } of places) {
    const release = releaseOf(tx.db, releaseId);
    const person = decisionOf(tx.db, 'person', personId);
    const held = assignmentsOfRelease(tx.db, release.id).filter(({ role }) => role === ROSTER_ROLES[part]);
    const [own, ...others] = held;
    for (const other of others) tx.remove('assignment', other.id);
    // Ids made by newId are ids.
    const id = own?.id ?? (newId('assignment') as AssignmentId);
    tx.put('assignment', { id, releaseId: release.id, personId: person.id, role: ROSTER_ROLES[part] });
  }
  const many = places.length === 1 ? '1 place' : `${places.length} places`;
  return { output: { settled: places.length }, summary: `Settled ${many} of the rotation` };
}
