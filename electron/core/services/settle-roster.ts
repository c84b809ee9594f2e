import type { PlanChange } from '../../../shared/domain/conflicts/plan.ts';
import { rosterPartOf } from '../../../shared/domain/rotation/roles.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { AssignmentId, PersonId } from '../../../shared/model/ids.ts';
import { ROSTER_ROLES, type RosterPlace } from '../../../shared/model/roster.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { assignmentsOfRelease } from '../db/repositories/planning.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { decisionOf } from './decision-of.ts';
import { releaseOf, titleOf } from './planning.ts';

/** So many of those who give a part up are named. */
const NAMED = 3;

/** A part in a release, with those who have it now. */
interface Seat extends RosterPlace {
  readonly held: readonly Assignment[];
}

function seatOf(db: ReadDb, place: RosterPlace): Seat {
  const { id } = releaseOf(db, place.releaseId);
  return { ...place, held: assignmentsOfRelease(db, id).filter((one) => rosterPartOf(one.role) === place.part) };
}

function titleFor(db: ReadDb, { releaseId }: RosterPlace): string {
  return titleOf(db, releaseOf(db, releaseId));
}

function nameOf(db: ReadDb, personId: PersonId): string {
  return decisionOf(db, 'person', personId).name;
}

/** Refuses to settle a part that was given to somebody, or taken from somebody, since the roster was made. */
function assertAsRead(db: ReadDb, seat: Seat, base: readonly RosterPlace[]): void {
  const { releaseId, part, held } = seat;
  const known = base.filter((one) => one.releaseId === releaseId && one.part === part);
  const before = known.map(({ personId }) => personId).sort();
  const now = held.map(({ personId }) => personId).sort();
  if (before.join(' ') === now.join(' ')) return;
  const who = now.length === 0 ? 'nobody' : now.map((id) => nameOf(db, id)).join(' and ');
  throw new Failure(
    'CONFLICT',
    `${ROSTER_ROLES[part]} of “${titleFor(db, seat)}” was changed meanwhile: it is ${who} now.`,
    { where: 'base', remedy: 'Look at the new proposal, then settle it.' },
  );
}

/** Refuses a part that is given to two, or to one twice, in one go. */
function assertOnce(db: ReadDb, places: readonly RosterPlace[]): void {
  const given = Map.groupBy(places, ({ releaseId, part }) => `${part} ${releaseId}`);
  const [twice] = [...given.values()].find(({ length }) => length > 1) ?? [];
  if (twice === undefined) return;
  throw new Failure('BAD_INPUT', `${ROSTER_ROLES[twice.part]} of “${titleFor(db, twice)}” is among the places twice.`, {
    where: 'places',
    remedy: 'Name each part of a release once.',
  });
}

/** Refuses to settle both parts of a release on one person: a shadow learns beside a lead. */
function assertPaired(db: ReadDb, places: readonly RosterPlace[]): void {
  const given = Map.groupBy(places, ({ releaseId, personId }) => `${personId} ${releaseId}`);
  const [both] = [...given.values()].find(({ length }) => length > 1) ?? [];
  if (both === undefined) return;
  throw new Failure(
    'BAD_INPUT',
    `“${nameOf(db, both.personId)}” would be lead and shadow of “${titleFor(db, both)}”.`,
    {
      where: 'places',
      remedy: 'Give one of the two parts to somebody else.',
    },
  );
}

function seatsOf(db: ReadDb, places: readonly RosterPlace[]): readonly Seat[] {
  assertOnce(db, places);
  return places.map((place) => seatOf(db, place));
}

/** What settling a place changes: it is taken over from the first who has it, and the others give it up. */
function changesOf({ held, releaseId, part, personId }: Seat, idOfNew: () => AssignmentId) {
  const kept = held.find((one) => one.personId === personId) ?? held[0];
  const to: Assignment = { id: kept?.id ?? idOfNew(), releaseId, personId, role: ROSTER_ROLES[part] };
  return { to, removed: held.filter(({ id }) => id !== kept?.id) };
}

/** What settling places would change in the plan. */
export function settlingEdits({ db }: CoreContext, places: readonly RosterPlace[]): PlanChange {
  return seatsOf(db, places).flatMap((seat, at) => {
    // No assignment's id holds a tab.
    const { to, removed } = changesOf(seat, () => `\t${at}` as AssignmentId);
    return [
      ...removed.map(({ id }) => ({ kind: 'assignment' as const, id, to: null })),
      { kind: 'assignment' as const, id: to.id, to },
    ];
  });
}

function replacedWords(db: ReadDb, seats: readonly Seat[]): string {
  const all = seats.flatMap((seat) =>
    seat.held
      .filter(({ personId }) => personId !== seat.personId)
      .map((one) => `${nameOf(db, seat.personId)} for ${nameOf(db, one.personId)} in “${titleFor(db, seat)}”`),
  );
  if (all.length === 0) return '';
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `: ${all.slice(0, NAMED).join(', ')}${more}`;
}

/** Settles places; whoever had one of them before gives it up, and the sentence says who. */
export function acceptRoster(
  { places, base }: { readonly places: readonly RosterPlace[]; readonly base?: readonly RosterPlace[] | undefined },
  { tx, newId }: CommandTools,
): Decision<{ settled: number }> {
  const seats = seatsOf(tx.db, places);
  assertPaired(tx.db, places);
  for (const seat of seats) {
    decisionOf(tx.db, 'person', seat.personId);
    if (base !== undefined) assertAsRead(tx.db, seat, base);
  }
  const replaced = replacedWords(tx.db, seats);
  for (const seat of seats) {
    // Ids made by newId are ids.
    const { to, removed } = changesOf(seat, () => newId('assignment') as AssignmentId);
    for (const { id } of removed) tx.remove('assignment', id);
    tx.put('assignment', to);
  }
  const many = places.length === 1 ? '1 place' : `${places.length} places`;
  return { output: { settled: places.length }, summary: `Settled ${many} of the rotation${replaced}` };
}
