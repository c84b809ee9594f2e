import { addDays } from '../../../shared/domain/calendar/days.ts';
import { localsWords } from '../../../shared/domain/calendar/time-words.ts';
import { local, toInstant, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { broughtAlong, changedWithAlong } from '../../../shared/domain/environments/booked-along.ts';
import { dependantsOf } from '../../../shared/domain/environments/dependants.ts';
import {
  type Booking,
  BookingPlan,
  type Environment,
  type EnvironmentPlan,
} from '../../../shared/model/environment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import type { ClockTime, Day, LocalTime } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import {
  allBookings,
  allEnvironments,
  bookingsCausedBy,
  bookingsOfRelease,
  bookingsTouching,
  countBookingsTouching,
  nextBookingStart,
} from '../db/repositories/environments.ts';
import { missingParentOf } from '../db/repositories/relations.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { assertNotMoved, mergedOver } from './changed-meanwhile.ts';
import { decisionOf } from './decision-of.ts';
import { environmentQuestions } from './environment-questions.ts';
import { putNamed, removeNamed } from './named-decisions.ts';
import { notFound } from './not-found.ts';
import { LONGEST_SPAN_DAYS, placedSpan } from './placed-span.ts';
import { removeWithAlong } from './planning.ts';

type Nothing = Record<string, never>;

const DAY = 86_400_000;
const MIDNIGHT = '00:00' as ClockTime;

/** More bookings than this are not drawn at once; how many were left out is said. */
const MOST_BOOKINGS = 20_000;

function bookingsIn(core: CoreContext, { from, to }: Readonly<Record<'from' | 'to', Day>>) {
  const { zone } = readWorkspace(core.db);
  const range = {
    from: toInstant(local(from, MIDNIGHT), zone),
    to: toInstant(local(addDays(to, 1), MIDNIGHT), zone),
    reach: (LONGEST_SPAN_DAYS + 1) * DAY,
  };
  const bookings = bookingsTouching(core.db, { ...range, limit: MOST_BOOKINGS });
  const all = bookings.length < MOST_BOOKINGS ? bookings.length : countBookingsTouching(core.db, range);
  return { bookings, leftOut: all - bookings.length, next: nextBookingStart(core.db, range.to) };
}

function addEnvironment(plan: EnvironmentPlan, tools: CommandTools): Decision<{ id: EnvironmentId }> {
  // Ids made by newId are ids.
  const id = tools.newId('environment') as EnvironmentId;
  putNamed('environment', { ...plan, id, archived: false }, tools);
  return { output: { id }, summary: `Added environment “${plan.name}”` };
}

/** Why an environment cannot stand where it would: on itself, directly or through others; null where it can. */
export function ringProblem({ id, name, parents }: Environment, all: readonly Environment[]): Failure | null {
  const above = new Set([id, ...dependantsOf(id, all)]);
  if (!parents.some((parent) => above.has(parent))) return null;
  return new Failure('BAD_INPUT', `“${name}” would stand on itself.`, {
    where: 'parents',
    remedy: 'Take off its list the environment that stands on it.',
  });
}

function updateEnvironment(
  {
    id,
    plan,
    base,
  }: { readonly id: EnvironmentId; readonly plan: EnvironmentPlan; readonly base?: EnvironmentPlan | undefined },
  tools: CommandTools,
): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'environment', id);
  const environment = mergedOver<Environment>(before, { wanted: plan, base }, `environment “${before.name}”`);
  const others = allEnvironments(tools.tx.db).filter((one) => one.id !== id);
  const ring = ringProblem(environment, [...others, environment]);
  if (ring !== null) throw ring;
  putNamed('environment', environment, tools);
  return { output: {}, summary: `Changed environment “${environment.name}”` };
}

/** The moments of a booking; refuses one without a length. */
export function placedBooking(
  plan: Pick<BookingPlan, 'startLocal' | 'endLocal' | 'zone'>,
): Pick<Booking, 'startAt' | 'endAt'> {
  const { startAt, endAt } = placedSpan(plan, plan.zone);
  if (endAt === null || endAt <= startAt) {
    throw new Failure('BAD_INPUT', 'The booking would have no length.', {
      where: 'endLocal',
      remedy: 'Move the end later or the start earlier.',
    });
  }
  return { startAt, endAt };
}

function putBooking(booking: Booking, { tx }: CommandTools): void {
  const missing = missingParentOf(tx.db, 'booking', booking);
  if (missing !== undefined) throw notFound(...(missing.split(' ') as [string, string]));
  tx.put('booking', booking);
}

/** Books the environments that stand on that of a booking, for the same. */
function bookAlong(booking: Booking, tools: CommandTools): readonly BookingId[] {
  const along = broughtAlong(booking, around(tools));
  for (const one of along) putBooking(one, tools);
  return along.map(({ id }) => id);
}

function around({ tx, newId }: CommandTools) {
  // Ids made by newId are ids.
  return { environments: allEnvironments(tx.db), idFor: () => newId('booking') as BookingId };
}

/** Makes one booking, that came along with another or with none. */
export function makeBooking(plan: BookingPlan & Pick<Booking, 'id' | 'causedBy'>, tools: CommandTools): Booking {
  const booking: Booking = { ...plan, ...placedBooking(plan), requestedAt: tools.now };
  putBooking(booking, tools);
  return booking;
}

/** Books an environment, and those that stand on it where they are asked for. */
export function book(
  { plan, withDependants }: { readonly plan: BookingPlan; readonly withDependants: boolean },
  tools: CommandTools,
): Decision<{ ids: BookingId[] }> {
  // Ids made by newId are ids.
  const id = tools.newId('booking') as BookingId;
  const booking = makeBooking({ ...plan, id, causedBy: null }, tools);
  const along = withDependants ? bookAlong(booking, tools) : [];
  const { name } = decisionOf(tools.tx.db, 'environment', plan.environmentId);
  const more = along.length === 0 ? '' : ` and ${along.length} that stand on it`;
  return { output: { ids: [id, ...along] }, summary: `Booked “${name}”${more} for “${plan.title}”` };
}

/** Changes a booking and those that it brought along, but for those that stay. */
export function changeBooking(
  before: Booking,
  plan: BookingPlan & Partial<Pick<Booking, 'causedBy'>>,
  tools: CommandTools,
  staying: ReadonlySet<string> = new Set(),
): void {
  const after = { ...before, ...plan, ...placedBooking(plan) };
  const along = bookingsCausedBy(tools.tx.db, before.id).filter(({ id }) => !staying.has(id));
  for (const { id, to } of changedWithAlong({ before, after }, { along, now: tools.now, ...around(tools) })) {
    if (to === null) tools.tx.remove('booking', id);
    else putBooking(to, tools);
  }
}

/** Moves or resizes a booking with those that it brought along, but for those that stay. */
export function moveBooking(
  input: {
    readonly id: BookingId;
    readonly startLocal: LocalTime;
    readonly endLocal: LocalTime;
    readonly environmentId?: EnvironmentId | undefined;
    readonly base?: Pick<Booking, 'startAt' | 'endAt' | 'environmentId'> | undefined;
  },
  tools: CommandTools,
  staying: ReadonlySet<string> = new Set(),
): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'booking', input.id);
  assertNotMoved(before, input.base, `Booking “${before.title}”`, placeOf(before, tools));
  const { startLocal, endLocal } = input;
  const environmentId = input.environmentId ?? before.environmentId;
  changeBooking(before, { ...bookingPlanOf(before), startLocal, endLocal, environmentId }, tools, staying);
  const where = decisionOf(tools.tx.db, 'environment', environmentId).name;
  return { output: {}, summary: `Moved booking “${before.title}” to “${where}”, ${localsWords(startLocal, endLocal)}` };
}

/** Where a booking stands, for people. */
function placeOf({ environmentId, startAt, endAt, zone }: Booking, { tx }: CommandTools): string {
  const { name } = decisionOf(tx.db, 'environment', environmentId);
  return `“${name}”, ${localsWords(toLocal(startAt, zone), toLocal(endAt, zone))}`;
}

/** What people typed of a booking. */
export function bookingPlanOf(booking: Booking): BookingPlan {
  const fields = Object.keys(BookingPlan.shape) as readonly (keyof BookingPlan)[];
  // Every field of the plan is a field of the booking.
  return Object.fromEntries(fields.map((field) => [field, booking[field]])) as BookingPlan;
}

function updateBooking(
  { id, plan, base }: { readonly id: BookingId; readonly plan: BookingPlan; readonly base?: BookingPlan | undefined },
  tools: CommandTools,
): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'booking', id);
  const merged = mergedOver<BookingPlan>(bookingPlanOf(before), { wanted: plan, base }, `booking “${before.title}”`);
  changeBooking(before, merged, tools);
  return { output: {}, summary: `Changed booking “${merged.title}”` };
}

function removeBooking({ id }: { readonly id: BookingId }, { tx }: CommandTools): Decision<Nothing> {
  const booking = decisionOf(tx.db, 'booking', id);
  removeWithAlong(booking, tx);
  return { output: {}, summary: `Removed booking “${booking.title}”` };
}

/** Environments, and who has booked them. */
export function environmentsService(os: Os, core: CoreContext) {
  return {
    ...environmentQuestions(os, core),
    list: os.environments.list.handler(() => allEnvironments(core.db)),
    bookings: os.environments.bookings.handler(({ input }) => bookingsIn(core, input)),
    ofRelease: os.environments.ofRelease.handler(({ input }) => bookingsOfRelease(core.db, input.releaseId)),
    some: os.environments.some.handler(({ input }) => {
      const ids = new Set(input.ids);
      return allBookings(core.db).filter(({ id }) => ids.has(id));
    }),
    add: os.environments.add.handler(decide(core, addEnvironment)),
    update: os.environments.update.handler(decide(core, updateEnvironment)),
    archive: os.environments.archive.handler(
      decide(core, ({ id, archived }: { readonly id: EnvironmentId; readonly archived: boolean }, { tx }) => {
        const environment = decisionOf(tx.db, 'environment', id);
        tx.put('environment', { ...environment, archived });
        return { output: {}, summary: `${archived ? 'Archived' : 'Brought back'} environment “${environment.name}”` };
      }),
    ),
    remove: os.environments.remove.handler(
      decide(core, ({ id }: { readonly id: EnvironmentId }, tools) => removeNamed('environment', id, tools)),
    ),
    book: os.environments.book.handler(decide(core, book)),
    updateBooking: os.environments.updateBooking.handler(decide(core, updateBooking)),
    moveBooking: os.environments.moveBooking.handler(decide(core, moveBooking)),
    removeBooking: os.environments.removeBooking.handler(decide(core, removeBooking)),
  };
}
