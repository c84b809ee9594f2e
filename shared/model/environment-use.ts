import * as z from 'zod';
import { QueueDiscipline } from './environment.ts';
import { BookingId, EnvironmentId, ReleaseId } from './ids.ts';
import { Span } from './span.ts';
import { Day, Instant } from './time.ts';

/** The place of one booking in the queue for an environment. */
export const QueuePlace = z.strictObject({
  bookingId: BookingId,
  /** 1 is served first. */
  position: z.int().min(1),
  /** What put it there: the discipline's own measure, else who asked first, else the order of ids. */
  decidedBy: z.enum(['alone', 'request', 'priority', 'deadline', 'id']),
  /** The neighbour that it was compared with: the one ahead, or for the first the one behind. */
  comparedWith: BookingId.nullable(),
  /** The reason for its position, as a sentence. */
  because: z.string(),
  /** From when on it could use the environment. */
  readyAt: Instant,
  /** Null where it needs more than the environment has. */
  expected: Span.nullable(),
  waitMinutes: z.number().nullable(),
  /** The bookings that it waits for. */
  waitsFor: z.array(BookingId),
  /** Whether it would end after its deadline; null without one or without an expected end. */
  late: z.boolean().nullable(),
});
export type QueuePlace = z.infer<typeof QueuePlace>;

export const EnvironmentQueue = z.strictObject({
  environmentId: EnvironmentId,
  discipline: QueueDiscipline,
  places: z.array(QueuePlace),
});
export type EnvironmentQueue = z.infer<typeof EnvironmentQueue>;

/** The most units in use at once, and the first moment of that. */
export const Peak = z.strictObject({ units: z.int().min(0), at: Instant });
export type Peak = z.infer<typeof Peak>;

/** How long bookings that have not begun wait for their environment by its queue, from when they want it, in minutes. */
export const Waiting = z.strictObject({
  count: z.int().min(0),
  /** Null where nobody is still to begin: how long those before waited is not recorded. */
  summary: z.strictObject({ mean: z.number(), p50: z.number(), p85: z.number(), longest: z.number() }).nullable(),
  /** The bookings that wait longest; none where nobody waits. */
  longest: z.array(BookingId),
});
export type Waiting = z.infer<typeof Waiting>;

const Use = z.strictObject({
  /** Unit minutes in use and there; in use counts no more than there is. */
  usedUnitMinutes: z.number(),
  unitMinutes: z.number(),
  /** The one as a share of the other; null over a range of no length. */
  share: z.number().nullable(),
  /** Minutes in which more was booked than there is. */
  overMinutes: z.number(),
  /** Null where nothing was booked. */
  peak: Peak.nullable(),
  waiting: Waiting,
});

export const Utilisation = z.strictObject({
  range: Span,
  environments: z.array(Use.extend({ environmentId: EnvironmentId, capacity: z.int(), bookings: z.int() })),
  overall: Use,
  /** Bookings of environments that were not asked about. */
  elsewhere: z.int(),
});
export type Utilisation = z.infer<typeof Utilisation>;

/** Where and when a booking would be. */
export const BookingPlace = z.strictObject({ bookingId: BookingId, environmentId: EnvironmentId, span: Span });
export type BookingPlace = z.infer<typeof BookingPlace>;

/** Two bookings that cannot both hold. */
export const BookingPair = z.tuple([BookingId, BookingId]);
export type BookingPair = z.infer<typeof BookingPair>;

/** A way to mend clashes or deadlines that makes nothing else worse. */
export const SwapProposal = z.strictObject({
  kind: z.enum(['exchange', 'move']),
  /** Where the bookings are now, and where they would be; those that they bring along follow. */
  from: z.array(BookingPlace).min(1),
  to: z.array(BookingPlace).min(1),
  /** Environments that would be booked along with a new one. */
  along: z.array(EnvironmentId),
  effect: z.strictObject({
    clashesGone: z.array(BookingPair),
    deadlinesMet: z.array(BookingId),
    /** How far bookings move in time, all together. */
    shiftMinutes: z.number(),
  }),
});
export type SwapProposal = z.infer<typeof SwapProposal>;

export const Swaps = z.strictObject({
  /** Those that mend most, with the least shift, come first. */
  proposals: z.array(SwapProposal),
  /** What was looked at: clashing pairs and missed deadlines as they are. */
  clashes: z.array(BookingPair),
  missed: z.array(BookingId),
  tried: z.int(),
  /** False where the search stopped before everything was tried. */
  complete: z.boolean(),
});
export type Swaps = z.infer<typeof Swaps>;

/** How a rollout takes more instances for a while. */
export const RolloutKind = z.discriminatedUnion('by', [
  /** A second set of all instances stands beside the first. */
  z.strictObject({ by: z.literal('blue-green'), overlapMinutes: z.int().min(0).max(525_600) }),
  /** New instances are added step by step, each share for some minutes. */
  z.strictObject({
    by: z.literal('canary'),
    steps: z
      .array(z.strictObject({ surgePercent: z.number().min(0).max(1_000), minutes: z.int().min(0).max(525_600) }))
      .min(1)
      .max(100),
  }),
]);
export type RolloutKind = z.infer<typeof RolloutKind>;

/** A rollout in one environment. */
export const Rollout = z.strictObject({
  id: z.string().min(1).max(200),
  releaseId: ReleaseId.nullable(),
  startAt: Instant,
  /** Instances that run before it. */
  instances: z.int().min(1).max(1_000_000),
  unitsPerInstance: z.int().min(1).max(1_000_000),
  how: RolloutKind,
});
export type Rollout = z.infer<typeof Rollout>;

/** Units over one stretch of time. */
export const SurgeStep = z.strictObject({
  span: Span,
  /** Units beyond what runs anyhow, and the rollouts that take them. */
  extra: z.int(),
  rollouts: z.array(z.string()),
  /** Units reserved for rollouts. */
  reserved: z.int(),
  /** Extra units of a release that no reservation of that release covers, added up over releases. */
  short: z.int(),
});
export type SurgeStep = z.infer<typeof SurgeStep>;

export const SurgePlan = z.strictObject({
  environmentId: EnvironmentId,
  capacity: z.int(),
  /** Stretches of time in order in which something rolls out or is reserved. */
  steps: z.array(SurgeStep),
  /** What runs anyhow and the extra units at their most; null without rollouts. */
  peak: Peak.nullable(),
  /** Units of the peak that the environment does not have. */
  beyondCapacity: z.int().min(0),
  shortfall: z
    .strictObject({
      /** The most units that are short at once. */
      worst: Peak,
      /** When units are short at all. */
      spans: z.array(Span).min(1),
      /** The last working day to ask for them, so that they are there when they are first short. */
      latestDay: Day,
      leadWorkingDays: z.int().min(0),
      /** That day has passed. */
      tooLate: z.boolean(),
    })
    .nullable(),
});
export type SurgePlan = z.infer<typeof SurgePlan>;
