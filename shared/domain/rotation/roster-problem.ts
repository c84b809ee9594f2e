import type { RosterPart, RosterPlace } from '../../model/roster.ts';
import { ownHindrances } from './hindrances.ts';
import { areTogether, heldByTurn, type Rotation, type Turn, turnsOf } from './roster-hindrances.ts';

/** One turn by numbers: people are numbered as in the rotation. Those whom settled parts around it keep busy are left out. */
export interface Row {
  /** Parts that are settled, by the past or by hand. */
  readonly fixed: readonly { readonly person: number; readonly part: RosterPart }[];
  /** Who could take the open places; null where there is none to fill. */
  readonly lead: readonly number[] | null;
  readonly shadow: readonly number[] | null;
}

/** A rotation by numbers, for the search. */
export interface RosterProblem {
  readonly rows: readonly Row[];
  /** Of each row, the earlier ones that are deployed at the same time: whoever has a part there can have none here. */
  readonly together: readonly (readonly number[])[];
  readonly people: number;
  readonly rest: number;
  readonly strict: boolean;
  /** Those who could take a place, open or settled: the spread is theirs. */
  readonly able: readonly number[];
}

/** A person's number in each row's open places; -1 for an empty place or none. */
export interface Choice {
  readonly lead: number[];
  readonly shadow: number[];
}

/** A rotation by numbers; places by hand are settled, and so is everything of the past. */
export function rosterProblem(
  rotation: Rotation,
  byHand: readonly RosterPlace[],
): {
  readonly problem: RosterProblem;
  readonly turns: readonly Turn[];
  /** Of each person, the releases in which they could have a part. */
  readonly couldTake: readonly number[];
} {
  const { people, terms } = rotation;
  const turns = turnsOf(rotation);
  const held = heldByTurn(turns, rotation, byHand);
  const numberOf = new Map<string, number>(people.map(({ id }, index) => [id, index]));
  const could = turns.map(({ release }) => {
    const takers = (part: RosterPart) =>
      people.flatMap((person, index) =>
        release !== null && ownHindrances(person, part, release, rotation).length === 0 ? [index] : [],
      );
    return { lead: takers('lead'), shadow: takers('shadow') };
  });
  const fixed = held.map((settled) =>
    settled.flatMap(({ personId, part }) => {
      const person = numberOf.get(personId);
      return person === undefined ? [] : [{ person, part }];
    }),
  );
  const beside = turns.map((turn, at) =>
    turns.flatMap((other, place) => (place !== at && areTogether(turn, other) ? [place] : [])),
  );
  const rows = turns.map(({ release }, at): Row => {
    const rest = terms.restReleases;
    const meanwhile = (beside[at] ?? []).flatMap((other) => fixed[other] ?? []);
    const near = [...fixed.slice(Math.max(0, at - rest), at + rest + 1).flat(), ...meanwhile];
    const busy = new Set(near.map(({ person }) => person));
    const open = (part: RosterPart) => {
      if (release === null || held[at]?.some((one) => one.part === part)) return null;
      return could[at]?.[part].filter((person) => !busy.has(person)) ?? [];
    };
    return { fixed: fixed[at] ?? [], lead: open('lead'), shadow: open('shadow') };
  });
  const couldTake = people.map(
    (_, index) => could.filter(({ lead, shadow }) => [...lead, ...shadow].includes(index)).length,
  );
  const problem = {
    rows,
    together: beside.map((others, at) => others.filter((other) => other < at)),
    people: people.length,
    rest: terms.restReleases,
    strict: terms.pairing === 'strict',
    able: couldTake.flatMap((count, index) => (count > 0 ? [index] : [])),
  };
  return { problem, turns, couldTake };
}
