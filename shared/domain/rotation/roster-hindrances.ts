import type { Person } from '../../model/catalogue.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Hindrance, RosterPart, RosterPlace, RosterRelease, RosterTerm, RosterTerms } from '../../model/roster.ts';
import { overlaps } from '../freezes/spans.ts';
import { type Availability, ownHindrances, partElsewhere } from './hindrances.ts';

/** A rotation's releases, people and rules. */
export interface Rotation extends Availability {
  readonly people: readonly Person[];
  readonly releases: readonly RosterRelease[];
  /** Parts in releases that are not to be staffed, before them and between them; they count as load. */
  readonly past: readonly RosterTerm[];
}

/** One release of the sequence that "in a row" is about. */
export interface Turn extends Pick<RosterRelease, 'name' | 'departsAt' | 'deployments'> {
  readonly id: string;
  /** Null for one that is not to be staffed. */
  readonly release: RosterRelease | null;
}

function turnOf(known: RosterRelease | RosterTerm, release: RosterRelease | null): Turn {
  const { releaseId: id, name, departsAt, deployments } = known;
  return { id, name, departsAt, deployments, release };
}

/** All releases, those to be staffed and those of past terms, in the order of their departures. */
export function turnsOf({ releases, past }: Pick<Rotation, 'releases' | 'past'>): readonly Turn[] {
  const staffed = new Set<string>(releases.map(({ releaseId }) => releaseId));
  const others = new Map(past.filter(({ releaseId }) => !staffed.has(releaseId)).map((term) => [term.releaseId, term]));
  const turns: Turn[] = [
    ...releases.map((release) => turnOf(release, release)),
    ...[...others.values()].map((term) => turnOf(term, null)),
  ];
  return turns.sort((a, b) => a.departsAt - b.departsAt || (a.id < b.id ? -1 : 1));
}

/** Who has which part in a turn. */
export interface Held {
  readonly personId: PersonId;
  readonly part: RosterPart;
}

/** Everybody's parts, turn by turn: those of the past, and the places of a roster. */
export function heldByTurn(
  turns: readonly Turn[],
  { past, releases }: Pick<Rotation, 'past' | 'releases'>,
  roster: readonly RosterPlace[],
): readonly (readonly Held[])[] {
  const staffed = new Set<string>(releases.map(({ releaseId }) => releaseId));
  const all = [...past.filter(({ releaseId }) => !staffed.has(releaseId)), ...roster];
  const byRelease = Map.groupBy(all, ({ releaseId }): string => releaseId);
  return turns.map(({ id }) => byRelease.get(id) ?? []);
}

/** Whether two releases are deployed at the same time: nobody can have a part in both. */
export function areTogether(one: Pick<Turn, 'deployments'>, other: Pick<Turn, 'deployments'>): boolean {
  return one.deployments.some((own) => other.deployments.some((its) => overlaps(own, its)));
}

/** A place that is looked at: whose, in which turn, beside whom. */
interface Seat {
  readonly person: Person;
  readonly part: RosterPart;
  readonly at: number;
  readonly turns: readonly Turn[];
  readonly held: readonly (readonly Held[])[];
}

function heldBy(person: Person, at: number, held: Seat['held']): readonly Held[] {
  return (held[at] ?? []).filter(({ personId }) => personId === person.id);
}

/** The nearest turn, within the rest that one is due, in which somebody has a part; -1 where there is none. */
function turnWithoutRest({ person, at, held }: Seat, { restReleases }: RosterTerms): number {
  for (let distance = 1; distance <= restReleases; distance += 1) {
    for (const near of [at - distance, at + distance]) if (heldBy(person, near, held).length > 0) return near;
  }
  return -1;
}

/** Whether somebody had a part, or led, before a turn. */
function had({ person, at, held }: Seat, part: RosterPart | 'any'): boolean {
  return held
    .slice(0, at)
    .flat()
    .some((one) => one.personId === person.id && (part === 'any' || one.part === part));
}

/** Whether a place keeps to the pairing: a lead who had a part before, a shadow who never led before. */
export function keepsPairing(seat: Seat): boolean {
  return seat.part === 'lead' ? had(seat, 'any') : !had(seat, 'lead');
}

/**
 * What keeps somebody from a place beside all others of a roster: a part of theirs in the same release, in one that is
 * deployed at the same time or too few releases before or after it, and where the pairing is strict a lead who never had a part or a shadow who has led.
 */
export function seatHindrances(seat: Seat, terms: RosterTerms): readonly Hindrance[] {
  const { person, part, at, turns, held } = seat;
  const found: Hindrance[] = [];
  if (heldBy(person, at, held).some((one) => one.part !== part)) {
    found.push({ why: 'has-the-other-part', text: `${person.name} has the other part of it.` });
  }
  const own = turns[at];
  const beside = turns.find(
    (other, place) => place !== at && own && areTogether(own, other) && heldBy(person, place, held).length > 0,
  );
  const near = turns[turnWithoutRest(seat, terms)];
  if (beside !== undefined) {
    found.push(partElsewhere(person, beside.name));
  } else if (near !== undefined) {
    const rest = terms.restReleases === 1 ? 'the next release' : `${terms.restReleases} releases`;
    found.push({ why: 'no-rest', text: `${person.name} has a part in “${near.name}” and sits out ${rest}.` });
  }
  if (terms.pairing === 'strict' && !keepsPairing(seat)) {
    const lead = part === 'lead';
    const text = lead ? `${person.name} never had a part before.` : `${person.name} has led before.`;
    found.push({ why: lead ? 'not-familiar' : 'not-new', text });
  }
  return found;
}

/**
 * Everything that speaks against the places of a roster as people edited it, in the order of its places; empty lists
 * where it holds. Places of releases or people that are not in the rotation are passed over with empty lists.
 */
export function checkRoster(roster: readonly RosterPlace[], rotation: Rotation): readonly (readonly Hindrance[])[] {
  const turns = turnsOf(rotation);
  const held = heldByTurn(turns, rotation, roster);
  const byId = new Map(rotation.people.map((person) => [person.id, person]));
  return roster.map(({ releaseId, part, personId }) => {
    const at = turns.findIndex(({ id }) => id === releaseId);
    const person = byId.get(personId);
    const release = turns[at]?.release;
    if (person === undefined || !release) return [];
    const own = ownHindrances(person, part, release, rotation);
    return [...own, ...seatHindrances({ person, part, at, turns, held }, rotation.terms)];
  });
}
