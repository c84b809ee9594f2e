import * as z from 'zod';
import { Region } from './catalogue.ts';
import { BookingId, EnvironmentId, ReleaseId, ServiceId } from './ids.ts';
import { Instant, LocalTime, Zone } from './time.ts';

export const EnvironmentKind = z.enum(['development', 'test', 'staging', 'pre-production', 'production']);
export type EnvironmentKind = z.infer<typeof EnvironmentKind>;

/**
 * Who may use an environment at the same time: `exclusive` one booking; `shared` as many as its capacity holds;
 * `by-service` any, as long as no service is in two of them.
 */
export const Sharing = z.enum(['exclusive', 'shared', 'by-service']);
export type Sharing = z.infer<typeof Sharing>;

/** In which order those who wait get an environment. */
export const QueueDiscipline = z.enum(['first-come', 'priority', 'earliest-deadline']);
export type QueueDiscipline = z.infer<typeof QueueDiscipline>;

export const EnvironmentPlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: EnvironmentKind,
  region: Region.nullable(),
  sharing: Sharing,
  /** How many units (seats, instances) it has to share out. */
  capacity: z.int().min(1).max(1_000_000),
  /** The environments that it stands on: while one of them is booked exclusively, this one cannot be used. */
  parents: z.array(EnvironmentId).max(100),
  discipline: QueueDiscipline,
  notes: z.string().max(10_000),
});
export type EnvironmentPlan = z.infer<typeof EnvironmentPlan>;

/** A place where software runs, shared between releases. */
export const Environment = EnvironmentPlan.extend({ id: EnvironmentId, archived: z.boolean() });
export type Environment = z.infer<typeof Environment>;

/** `use` takes the environment; the others reserve the extra instances that a rollout holds while both versions run. */
export const BookingPurpose = z.enum(['use', 'blue-green', 'canary']);
export type BookingPurpose = z.infer<typeof BookingPurpose>;

export const BookingPlan = z.strictObject({
  environmentId: EnvironmentId,
  /** Null for a booking of no release: a demo, a drill. */
  releaseId: ReleaseId.nullable(),
  title: z.string().trim().min(1).max(160),
  purpose: BookingPurpose,
  mode: z.enum(['exclusive', 'shared']),
  /** Units of the environment's capacity. */
  units: z.int().min(1).max(1_000_000),
  /** The services that it uses there; empty for all of them. */
  services: z.array(ServiceId).max(500),
  startLocal: LocalTime,
  endLocal: LocalTime,
  zone: Zone,
  /** 1 is served first where the environment goes by priority. */
  priority: z.int().min(1).max(5),
  /** When the work in it must be done; null for no deadline. */
  deadlineAt: Instant.nullable(),
});
export type BookingPlan = z.infer<typeof BookingPlan>;

/** An environment reserved for a release, exclusive or shared. */
export const Booking = BookingPlan.extend({
  id: BookingId,
  startAt: Instant,
  endAt: Instant,
  requestedAt: Instant,
  /** The booking that brought this one along, because its environment depends on that one's. */
  causedBy: BookingId.nullable(),
});
export type Booking = z.infer<typeof Booking>;
