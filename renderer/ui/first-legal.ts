import type { PlannedMove } from '../../shared/contract/conflicts.ts';
import { clockOfLocal, dayOfLocal, local, toInstant, toLocal } from '../../shared/domain/calendar/zoned-time.ts';
import type { MilestoneId, ReleaseId } from '../../shared/model/ids.ts';
import { type Day, type Instant, instant, type Zone } from '../../shared/model/time.ts';

/** A deployment of a release: one of its milestones, or its departure where it has none. */
export interface Deployed {
  readonly id: string;
  readonly what: 'release' | 'milestone';
  readonly releaseId: ReleaseId;
  /** When its release departs. */
  readonly departsAt: Instant;
  readonly name: string;
  readonly zone: Zone;
  readonly start: Instant;
  /** Null where nobody planned when it ends. */
  readonly end: Instant | null;
}

/** How long a deployment takes whose end nobody planned: an hour, as conflicts count it. */
const USUAL_MINUTES = 60;
const MINUTE = 60_000;

/** How long a deployment lasts, in whole minutes and at least one; a fortnight at most. */
export function minutesOf({ start, end }: Pick<Deployed, 'start' | 'end'>): number {
  if (end === null || end <= start) return USUAL_MINUTES;
  return Math.min(20_160, Math.max(1, Math.ceil((end - start) / MINUTE)));
}

/** The span in which a deployment is judged. */
export function spanOf(deployed: Pick<Deployed, 'start' | 'end'>): { readonly start: Instant; readonly end: Instant } {
  return { start: deployed.start, end: instant(deployed.start + minutesOf(deployed) * MINUTE) };
}

/** The move that puts a deployment at a moment, with its length kept. */
export function moveTo(deployed: Deployed, at: Instant): PlannedMove {
  const startLocal = toLocal(at, deployed.zone);
  if (deployed.what === 'release') {
    const id = deployed.id as ReleaseId; // a release's deployment has its release's id
    return { kind: 'release', id, day: dayOfLocal(startLocal), departureTime: clockOfLocal(startLocal) };
  }
  const { start, end } = deployed;
  const endLocal = end === null ? null : toLocal(instant(at + end - start), deployed.zone);
  return { kind: 'milestone', id: deployed.id as MilestoneId, startLocal, endLocal }; // and a milestone's its own
}

/** One thing that can be moved so that a deployment becomes allowed. */
export interface LegalMove {
  readonly what: 'release' | 'milestone';
  readonly move: PlannedMove;
  /** When what is moved would then be: the release's departure, or the deployment. */
  readonly at: Instant;
  /** How much later that is. */
  readonly later: number;
}

/**
 * The moves by which a deployment becomes allowed, the release before its deployment alone: `at` is the deployment's first
 * legal minute, `day` the first day on which its release could depart with it; null where there is none.
 */
export function legalMoves(
  deployed: Deployed,
  { at, day }: { at: Instant | null; day: Day | null },
): readonly LegalMove[] {
  const { what, start, zone, departsAt, releaseId } = deployed;
  const alone: readonly LegalMove[] =
    at === null || at === start ? [] : [{ what, move: moveTo(deployed, at), at, later: at - start }];
  const departure = toLocal(departsAt, zone);
  if (what === 'release' || alone.length === 0 || day === null || day === dayOfLocal(departure)) return alone;
  const there = toInstant(local(day, clockOfLocal(departure)), zone);
  const move: PlannedMove = { kind: 'release', id: releaseId, day };
  return [{ what: 'release', move, at: there, later: there - departsAt }, ...alone];
}

/**
 * Which of some moves is offered: the first that makes no conflict, else the first of all. `made` counts what each makes; null
 * while that is not known, and then nothing after it is asked.
 */
export function preferredMove(made: readonly (number | null)[]): number {
  const known = made.includes(null) ? made.slice(0, made.indexOf(null)) : made;
  return Math.max(0, known.indexOf(0));
}

interface Milestoned {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly zone: Zone;
  readonly startAt: Instant;
  readonly endAt: Instant | null;
}

/** When a release is deployed: its deployment milestones, the earliest first, else its departure. */
export function deploymentsOf(
  release: { readonly id: ReleaseId; readonly name: string; readonly zone: Zone; readonly departsAt: Instant },
  milestones: readonly Milestoned[],
): readonly Deployed[] {
  const own = milestones
    .filter(({ kind }) => kind === 'deployment')
    .map(({ id, name, zone, startAt, endAt }) => ({
      id,
      what: 'milestone' as const,
      releaseId: release.id,
      departsAt: release.departsAt,
      name: `${name} of ${release.name}`,
      zone,
      start: startAt,
      end: endAt,
    }))
    .sort((one, other) => one.start - other.start);
  if (own.length > 0) return own;
  const { id, name, zone, departsAt } = release;
  return [{ id, what: 'release', releaseId: id, departsAt, name, zone, start: departsAt, end: null }];
}
