import * as z from 'zod';
import { Booking, BookingPlan, Environment, EnvironmentPlan } from '../model/environment.ts';
import { EnvironmentQueue, Rollout, SurgePlan, Swaps, Utilisation } from '../model/environment-use.ts';
import { BookingId, EnvironmentId, ReleaseId, TeamId } from '../model/ids.ts';
import { Day, Instant, LocalTime } from '../model/time.ts';
import { reads } from './conflicts.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const environmentsContract = {
  list: query('Lists the environments by name, archived ones last.', ['environment'], Nothing, z.array(Environment)),
  bookings: query(
    'Reads the bookings that touch the days from `from` to `to`, earliest first, those of cancelled releases left out.',
    ['booking', 'release'],
    z.strictObject({ from: Day, to: Day }),
    z.strictObject({
      bookings: z.array(Booking),
      /** Bookings of the range that the limit left out; never silently partial. */
      leftOut: z.int(),
      /** When the first booking after these days starts; null where none does. */
      next: Instant.nullable(),
    }),
  ),
  ofRelease: query(
    'Lists the bookings of a release, earliest first.',
    ['booking'],
    z.strictObject({ releaseId: ReleaseId }),
    z.array(Booking),
  ),
  some: query(
    'Reads the bookings that are named; those that are gone are left out.',
    ['booking'],
    z.strictObject({ ids: z.array(BookingId).max(20_000) }),
    z.array(Booking),
  ),
  queue: query(
    'Orders those who wait for an environment by its discipline, each with the reason and when it would get it.',
    ['environment', 'booking', 'release'],
    z.strictObject({ id: EnvironmentId }),
    EnvironmentQueue,
  ),
  utilisation: query(
    'Says how much of each environment is booked between two days, and how long bookings wait for their turn.',
    ['environment', 'booking', 'release', 'workspace'],
    z.strictObject({ from: Day, to: Day }),
    Utilisation,
  ),
  swaps: query(
    'Proposes moves and exchanges of coming bookings that mend clashes or deadlines and make no conflict of any kind.',
    // Each is tried on the whole plan.
    reads,
    z.strictObject({ most: z.int().min(1).max(20_000).default(5_000) }),
    Swaps,
  ),
  surge: query(
    'Holds what rollouts take beyond what runs anyhow against what is reserved: shortfall, and the last day to ask.',
    ['environment', 'booking', 'release', 'team'],
    z.strictObject({
      id: EnvironmentId,
      standingUnits: z.int().min(0).max(1_000_000),
      rollouts: z.array(Rollout).min(1).max(200),
      leadWorkingDays: z.int().min(0).max(250),
      /** Whose working days count until there is more capacity. */
      teamId: TeamId,
    }),
    SurgePlan,
  ),
  add: command('Adds an environment.', EnvironmentPlan, z.strictObject({ id: EnvironmentId })),
  update: command(
    'Changes an environment.',
    z.strictObject({
      id: EnvironmentId,
      plan: EnvironmentPlan,
      /** The plan that the change was made from: what others changed since is kept, or refused where both changed it. */
      base: EnvironmentPlan.optional(),
    }),
    Nothing,
  ),
  archive: command(
    'Puts an environment aside, or brings it back.',
    z.strictObject({ id: EnvironmentId, archived: z.boolean() }),
    Nothing,
  ),
  remove: command(
    'Removes an environment that nothing names any more.',
    z.strictObject({ id: EnvironmentId }),
    Nothing,
  ),
  book: command(
    'Books an environment and, if asked, those that stand on it.',
    z.strictObject({ plan: BookingPlan, withDependants: z.boolean() }),
    z.strictObject({ ids: z.array(BookingId) }),
  ),
  updateBooking: command(
    'Changes a booking; those it brought along move with it.',
    z.strictObject({
      id: BookingId,
      plan: BookingPlan,
      /** The plan that the change was made from: what others changed since is kept, or refused where both changed it. */
      base: BookingPlan.optional(),
    }),
    Nothing,
  ),
  moveBooking: command(
    'Moves or resizes a booking, or gives it another environment; those it brought along move with it.',
    z.strictObject({
      id: BookingId,
      startLocal: LocalTime,
      endLocal: LocalTime,
      environmentId: EnvironmentId.optional(),
      /** Where it was when it was looked at: the move is refused where it was moved since. */
      base: Booking.pick({ startAt: true, endAt: true, environmentId: true }).optional(),
    }),
    Nothing,
  ),
  removeBooking: command('Removes a booking with those it brought along.', z.strictObject({ id: BookingId }), Nothing),
};
