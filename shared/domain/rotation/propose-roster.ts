import type { Person } from '../../model/catalogue.ts';
import type {
  Hindrance,
  RosterAssignment,
  RosterPart,
  RosterPlace,
  RosterProposal,
  RosterRelease,
  UnfilledPlace,
} from '../../model/roster.ts';
import { randomStreams } from '../stats/seeded-random.ts';
import { departureFor, ownHindrances } from './hindrances.ts';
import {
  checkRoster,
  type Held,
  heldByTurn,
  keepsPairing,
  type Rotation,
  seatHindrances,
  type Turn,
} from './roster-hindrances.ts';
import { type Choice, rosterProblem } from './roster-problem.ts';
import { spreadOf } from './roster-score.ts';
import { searchRoster } from './roster-search.ts';

/** Enough to prove small teams; about a second for thirty people and 240 releases. */
const CHANGES = 150_000;
const NODES = 100_000;
const PARTS = ['lead', 'shadow'] as const satisfies RosterPart[];

/** A roster with everything around it that reasons are made of. */
interface Staffed {
  readonly rotation: Rotation;
  readonly turns: readonly Turn[];
  readonly held: readonly (readonly Held[])[];
}

function chosenPlaces({ people }: Rotation, turns: readonly Turn[], choice: Choice): readonly RosterPlace[] {
  return turns.flatMap(({ release }, at) => {
    if (release === null) return [];
    return PARTS.flatMap((part) => {
      const person = people[choice[part][at] ?? -1];
      return person === undefined ? [] : [{ releaseId: release.releaseId, part, personId: person.id }];
    });
  });
}

function times(count: number): string {
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}

function partsBefore(person: Person, at: number, { held }: Staffed, part: RosterPart | 'any'): number {
  const own = held
    .slice(0, at)
    .flat()
    .filter(({ personId }) => personId === person.id);
  return own.filter((one) => part === 'any' || one.part === part).length;
}

function restReason(person: Person, at: number, { held }: Staffed): string {
  const last = held.slice(0, at).findLastIndex((row) => row.some(({ personId }) => personId === person.id));
  if (last < 0) return 'Has had no part before.';
  const between = at - last - 1;
  return between === 1 ? 'Has sat out 1 release.' : `Has sat out ${between} releases.`;
}

/** How many of those who could not have a place are named with what keeps them. */
const KEPT = 3;

/** What keeps everybody else from a place; those who take no such part are not spoken of. */
function keptReason(others: readonly (readonly Hindrance[])[], part: RosterPart): string {
  const kept = others
    .filter((against) => against.every(({ why }) => why !== 'takes-no-such-part'))
    .toSorted((one, other) => one.length - other.length);
  if (kept.length === 0) return part === 'lead' ? 'Nobody else leads.' : 'Nobody else takes turns.';
  const named = kept.slice(0, KEPT).flatMap(([first]) => first?.text ?? []);
  const more = kept.length > KEPT ? [`${kept.length - KEPT} more could not either.`] : [];
  return ['Nobody else could take it.', ...named, ...more].join(' ');
}

function loadReason(person: Person, part: RosterPart, at: number, staffed: Staffed): string {
  const { rotation, turns, held } = staffed;
  const release = turns[at]?.release;
  const own = partsBefore(person, at, staffed, 'any');
  if (!release) return `Has had a part ${times(own)} before.`;
  const others = rotation.people
    .filter((other) => other.id !== person.id)
    .map((other) => ({
      other,
      against: [
        ...ownHindrances(other, part, release, rotation),
        ...seatHindrances({ person: other, part, at, turns, held }, rotation.terms),
      ],
    }));
  const free = others.filter(({ against }) => against.length === 0);
  if (free.length === 0)
    return keptReason(
      others.map(({ against }) => against),
      part,
    );
  const loads = free.map(({ other }) => partsBefore(other, at, staffed, 'any'));
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  const range = least === most ? `${least}` : `${least} to ${most}`;
  return `Has had ${own} ${own === 1 ? 'part' : 'parts'} so far; the others who could take it ${range}.`;
}

function pairingReason(person: Person, part: RosterPart, at: number, staffed: Staffed): string {
  if (part === 'lead') {
    const before = partsBefore(person, at, staffed, 'any');
    return before > 0
      ? `Is familiar: has had a part ${times(before)} before.`
      : 'Is new to it: never had a part before.';
  }
  const led = partsBefore(person, at, staffed, 'lead');
  return led > 0 ? `Is no longer new: has led ${times(led)}.` : 'Is new: has never led.';
}

function reasonsFor(person: Person, part: RosterPart, at: number, staffed: Staffed): string[] {
  const release = staffed.turns[at]?.release;
  const skills = part === 'lead' ? (release?.skills ?? []) : [];
  return [
    loadReason(person, part, at, staffed),
    pairingReason(person, part, at, staffed),
    restReason(person, at, staffed),
    ...(release ? [`It departs at ${departureFor(release, person)}.`] : []),
    ...(skills.length > 0 ? [`Has ${skills.join(', ')}.`] : []),
  ];
}

function assignmentsOf(
  roster: readonly RosterPlace[],
  byHand: readonly RosterPlace[],
  staffed: Staffed,
): RosterAssignment[] {
  const { rotation, turns } = staffed;
  const against = checkRoster(roster, rotation);
  return roster.map((place, index) => {
    const at = turns.findIndex(({ id }) => id === place.releaseId);
    const person = rotation.people.find(({ id }) => id === place.personId);
    const isByHand = byHand.includes(place);
    return {
      ...place,
      by: isByHand ? 'hand' : 'proposal',
      reasons: [
        ...(isByHand ? ['Chosen by hand.'] : []),
        ...(person === undefined ? [] : reasonsFor(person, place.part, at, staffed)),
      ],
      hindrances: [...(against[index] ?? [])],
    };
  });
}

/** In a strict pairing, leading makes somebody no longer new for a proposed turn as a shadow later on. */
function shadowsLater(
  person: Person,
  at: number,
  byHand: readonly RosterPlace[],
  { turns, held }: Staffed,
): Hindrance[] {
  const later = turns.slice(at + 1).find(({ id }, offset) => {
    const isShadow = held[at + 1 + offset]?.some((one) => one.personId === person.id && one.part === 'shadow');
    const isByHand = byHand.some((one) => one.releaseId === id && one.personId === person.id);
    return isShadow && !isByHand;
  });
  if (!later?.release) return [];
  return [{ why: 'shadows-later', text: `${person.name} is a shadow in “${later.release.name}” before leading.` }];
}

function unfilledOf(staffed: Staffed, byHand: readonly RosterPlace[]): UnfilledPlace[] {
  const { rotation, turns, held } = staffed;
  const { people, terms } = rotation;
  return turns.flatMap(({ release }, at) => {
    if (release === null) return [];
    const missing = PARTS.filter((part) => !held[at]?.some((one) => one.part === part));
    return missing.map((part) => ({
      releaseId: release.releaseId,
      part,
      people: people.map((person) => {
        const own = ownHindrances(person, part, release, rotation);
        const beside = seatHindrances({ person, part, at, turns, held }, terms);
        const later = terms.pairing === 'strict' && part === 'lead' ? shadowsLater(person, at, byHand, staffed) : [];
        return { personId: person.id, hindrances: [...own, ...beside, ...later] };
      }),
    }));
  });
}

/** Why somebody could take none of the open places, each reason once. */
function whyOutside(person: Person, releases: readonly RosterRelease[], rotation: Rotation): string[] {
  const texts = releases.flatMap((release) =>
    PARTS.flatMap((part) => ownHindrances(person, part, release, rotation).map(({ text }) => text)),
  );
  return [...new Set(texts)];
}

function fairnessOf(
  staffed: Staffed,
  {
    able,
    proved,
    couldTake,
  }: {
    readonly able: readonly number[];
    readonly proved: boolean;
    readonly couldTake: readonly number[];
  },
): RosterProposal['fairness'] {
  const { rotation, turns, held } = staffed;
  const { people, releases } = rotation;
  const partsIn = (person: Person, isStaffed: boolean) =>
    held
      .filter((_, at) => (turns[at]?.release !== null) === isStaffed)
      .flat()
      .filter((one) => one.personId === person.id).length;
  const loads = people.map((person, index) => {
    const past = partsIn(person, false);
    const proposed = partsIn(person, true);
    return { personId: person.id, past, proposed, total: past + proposed, couldTake: couldTake[index] ?? 0 };
  });
  const unpaired = turns.flatMap(({ release }, at) => {
    if (release === null) return [];
    return (held[at] ?? []).filter(({ personId, part }) => {
      const person = people.find(({ id }) => id === personId);
      return person !== undefined && !keepsPairing({ person, part, at, turns, held });
    });
  });
  const ableIds = new Set(able);
  return {
    loads: loads.filter(({ proposed }, index) => ableIds.has(index) || proposed > 0),
    spread:
      able.length === 0
        ? null
        : spreadOf(
            loads.map(({ total }) => total),
            able,
          ),
    unpaired: unpaired.length,
    outside: people
      .filter((_, index) => !ableIds.has(index))
      .map((person) => ({ personId: person.id, texts: whyOutside(person, releases, rotation) })),
    proved,
  };
}

/**
 * A roster of leads and shadows as a proposal that people edit: what they decided (`byHand`) stays, whatever it breaks,
 * and says what it breaks; the other places are filled by those whom nothing hinders. Of all such rosters one that leaves
 * fewest leads missing, then fewest shadows, then breaks the pairing of a familiar lead with a new shadow least, then
 * has the smallest difference between the most and the least loaded (1 is as good as 0), past parts included; the seed
 * decides between equals. Each assignment has its reasons, each empty place what hinders each person.
 */
export function proposeRoster(rotation: Rotation, byHand: readonly RosterPlace[]): RosterProposal {
  const { terms, people } = rotation;
  const { problem, turns, couldTake } = rosterProblem(rotation, byHand);
  const random = randomStreams(terms.seed)().next;
  const { choice, proved } = searchRoster(problem, { random, changes: CHANGES, nodes: NODES });
  const roster = [...byHand, ...chosenPlaces(rotation, turns, choice)];
  const order = new Map(turns.map(({ id }, index) => [id, index]));
  roster.sort(
    (a, b) =>
      (order.get(a.releaseId) ?? 0) - (order.get(b.releaseId) ?? 0) || PARTS.indexOf(a.part) - PARTS.indexOf(b.part),
  );
  const staffed = { rotation, turns, held: heldByTurn(turns, rotation, roster) };
  return {
    terms,
    assignments: assignmentsOf(roster, byHand, staffed),
    unfilled: unfilledOf(staffed, byHand),
    fairness: people.length === 0 ? emptyFairness() : fairnessOf(staffed, { able: problem.able, proved, couldTake }),
  };
}

function emptyFairness(): RosterProposal['fairness'] {
  return { loads: [], spread: null, unpaired: 0, outside: [], proved: true };
}
