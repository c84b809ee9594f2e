import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Conflict, MoveStep } from '../../../shared/model/conflict.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import { overfull } from './oracle-bookings.ts';
import { clashKeys, newClashes } from './oracle-clashes.ts';

const HOUR = 3_600_000;

/** A way to change a plan, with what it costs; `thing` and `way` tell which other ways are the same, only further. */
export interface Way {
  readonly thing: string;
  readonly way: 'earlier' | 'later' | 'there';
  readonly byDays: boolean;
  readonly steps: readonly MoveStep[];
  readonly days: number;
}

function localOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16);
}

function at(local: string): number {
  return Date.parse(`${local}Z`);
}

/** A plan in UTC without stages after some steps: written out, not by the product's own code. */
export function afterSteps(plan: Plan, steps: readonly MoveStep[]): Plan {
  const { releases, milestones, bookings, assignments } = structuredClone({
    releases: plan.releases,
    milestones: plan.milestones,
    bookings: plan.bookings,
    assignments: plan.assignments,
  }) as unknown as Record<string, Record<string, unknown>[]>;
  const found = (list: Record<string, unknown>[] | undefined, id: string) => list?.find((each) => each.id === id) ?? {};
  let left = assignments ?? [];
  for (const step of steps) {
    if (step.kind === 'release') {
      const departsAt = at(`${step.day}T${step.departureTime}`);
      Object.assign(found(releases, step.releaseId), { day: step.day, departureTime: step.departureTime, departsAt });
    } else if (step.kind === 'milestone') {
      const endAt = step.endLocal === null ? null : at(step.endLocal);
      Object.assign(found(milestones, step.milestoneId), {
        ...step,
        kind: found(milestones, step.milestoneId).kind,
        startAt: at(step.startLocal),
        endAt,
      });
    } else if (step.kind === 'booking') {
      const { environmentId, startLocal, endLocal } = step;
      const times = { startAt: at(startLocal), endAt: at(endLocal) };
      Object.assign(found(bookings, step.bookingId), { environmentId, startLocal, endLocal, ...times });
    } else if (step.kind === 'hand-over') {
      Object.assign(found(left, step.assignmentId), { personId: step.personId });
    } else left = left.filter((each) => each.id !== step.assignmentId);
  }
  return { ...plan, releases, milestones, bookings, assignments: left } as unknown as Plan;
}

/** Whether anything of a conflict is left in a changed plan. */
function isLeft(conflict: Conflict, before: Plan, after: Plan): boolean {
  if (conflict.kind === 'capacity-exceeded') {
    const set = overfull(before).find(
      (each) =>
        each[0]?.environmentId === conflict.environmentId &&
        each.length === conflict.sideCount &&
        conflict.sides.every(({ thing }) => each.some(({ id }) => id === thing.id)),
    );
    const ids = new Set(set?.map(({ id }) => id));
    const alone = { ...after, bookings: after.bookings.filter(({ id }) => ids.has(id)) };
    return overfull(alone).some((each) => each[0]?.environmentId === conflict.environmentId);
  }
  const own = clashKeys(before).flatMap((keys) => (keys.includes(conflict.key) ? [keys[0]] : []));
  return clashKeys(after).some(([key]) => own.includes(key));
}

/** Whether steps resolve a conflict and create no other, by nested loops over the plan before and after. */
export function isWayOut(conflict: Conflict, plan: Plan, steps: readonly MoveStep[]): boolean {
  const after = afterSteps(plan, steps);
  return newClashes(plan, after).length === 0 && !isLeft(conflict, plan, after);
}

function familyOf(plan: Plan, booking: Booking): readonly Booking[] {
  let root = booking;
  for (let count = 0; count <= plan.bookings.length; count += 1) {
    root = plan.bookings.find(({ id }) => id === root.causedBy) ?? root;
  }
  const family = new Set([root]);
  for (let count = 0; count <= plan.bookings.length; count += 1) {
    for (const each of plan.bookings) if ([...family].some(({ id }) => id === each.causedBy)) family.add(each);
  }
  return [...family];
}

/** Whether a booking is for a release: its own, else that of what brought it along. */
function isFor(plan: Plan, booking: Booking, releaseId: string): boolean {
  let at: Booking | undefined = booking;
  for (let count = 0; at !== undefined && count <= plan.bookings.length; count += 1) {
    const { causedBy, releaseId: own }: Booking = at;
    if (own !== null) return own === releaseId;
    at = plan.bookings.find(({ id }) => id === causedBy);
  }
  return false;
}

function bookingStep({ id, environmentId, startAt, endAt }: Booking, hours: number): MoveStep {
  const [start, end] = [localOf(startAt + hours * HOUR), localOf(endAt + hours * HOUR)];
  return { kind: 'booking', bookingId: id, environmentId, startLocal: start, endLocal: end } as MoveStep;
}

function allHours(days: number): readonly number[] {
  return Array.from({ length: days * 48 + 1 }, (_, index) => index - days * 24).filter((hours) => hours !== 0);
}

function way(thing: string, hours: number, steps: readonly MoveStep[]): Way {
  return { thing, way: hours < 0 ? 'earlier' : 'later', byDays: hours % 24 === 0, steps, days: Math.abs(hours) / 24 };
}

function bookingWays(plan: Plan, id: string, days: number): readonly Way[] {
  const booking = plan.bookings.find((each) => each.id === id);
  if (booking === undefined) return [];
  const family = familyOf(plan, booking);
  if (family.some(({ startAt }) => startAt < plan.now)) return [];
  const thing = `booking ${family.map((each) => each.id).sort()[0]}`;
  const moved = allHours(days)
    .filter((hours) => family.every(({ startAt, endAt }) => startAt + hours * HOUR >= plan.now && startAt < endAt))
    .map((hours) =>
      way(
        thing,
        hours,
        family.map((each) => bookingStep(each, hours)),
      ),
    );
  const here = plan.environments.find((each) => each.id === booking.environmentId);
  const others = plan.environments.filter(
    (each) =>
      each !== here && each.kind === here?.kind && each.region === here.region && each.capacity >= booking.units,
  );
  const there = others.map(
    (place): Way => ({
      thing: `${thing} in ${place.id}`,
      way: 'there',
      byDays: true,
      steps: [{ ...bookingStep(booking, 0), environmentId: place.id } as MoveStep],
      days: 0,
    }),
  );
  return family.length === 1 ? [...moved, ...there] : moved;
}

function releaseWays(plan: Plan, id: string, days: number): readonly Way[] {
  const release = plan.releases.find((each) => each.id === id);
  // What has departed, or never will, is not moved.
  if (release === undefined || !['planned', 'under-way'].includes(release.state)) return [];
  const isPlanned = plan.milestones.some((each) => each.releaseId === id && each.kind === 'deployment');
  const own = plan.bookings.filter(({ releaseId }) => releaseId === id).flatMap((each) => familyOf(plan, each));
  const bookings = [...new Set(own)].filter((each) => each.startAt >= plan.now && isFor(plan, each, id));
  return allHours(days).flatMap((hours): readonly Way[] => {
    const departs = release.departsAt + hours * HOUR;
    const [day, time] = localOf(departs).split('T') as [string, string];
    const moved = (at(`${day}T00:00`) - at(`${release.day}T00:00`)) / HOUR;
    const inPast = bookings.some(({ startAt, endAt }) => startAt + moved * HOUR < plan.now || startAt >= endAt);
    if (departs < plan.now || (moved !== 0 && inPast) || (isPlanned && hours % 24 !== 0)) return [];
    const step = { kind: 'release', releaseId: id, day, departureTime: time } as MoveStep;
    return [
      way(`release ${id}`, hours, [step, ...(moved === 0 ? [] : bookings.map((each) => bookingStep(each, moved)))]),
    ];
  });
}

function milestoneWays(plan: Plan, id: string, days: number): readonly Way[] {
  const milestone = plan.milestones.find((each) => each.id === id);
  if (milestone === undefined) return [];
  return allHours(days).flatMap((hours): readonly Way[] => {
    const start = milestone.startAt + hours * HOUR;
    if (start < plan.now && start < milestone.startAt) return [];
    const endLocal = milestone.endAt === null ? null : localOf(milestone.endAt + hours * HOUR);
    const step = { kind: 'milestone', milestoneId: id, startLocal: localOf(start), endLocal } as MoveStep;
    return [way(`milestone ${id}`, hours, [step])];
  });
}

function peopleWays(plan: Plan, conflict: Conflict): readonly Way[] {
  const there = (thing: string, steps: readonly MoveStep[]): Way => ({
    thing,
    way: 'there',
    byDays: true,
    steps,
    days: 0,
  });
  const unassign = (id: string) => there(`unassign ${id}`, [{ kind: 'unassign', assignmentId: id } as MoveStep]);
  const given = conflict.sides
    .filter(({ thing }) => thing.kind === 'assignment')
    .map(({ thing }) => unassign(thing.id));
  const person = plan.people.find(({ id }) => conflict.resource.kind === 'person' && id === conflict.resource.id);
  if (person === undefined) return given;
  const releases = new Set(conflict.sides.flatMap(({ releaseId }) => releaseId ?? []));
  const handed = [...releases].flatMap((release) => {
    const parts = plan.assignments.filter((each) => each.releaseId === release && each.personId === person.id);
    const busy = plan.assignments.filter((each) => each.releaseId === release).map(({ personId }) => personId);
    const free = plan.people.filter(
      (each) => each.teamId === person.teamId && !busy.includes(each.id) && each.id !== person.id,
    );
    const shadows = parts.filter(({ role }) => ['shadow', 'shadow lead'].includes(role.toLowerCase()));
    const to = parts.length === 0 ? [] : free;
    return [
      ...to.map(({ id }) => {
        const steps = parts.map((each) => ({ kind: 'hand-over', assignmentId: each.id, personId: id }) as MoveStep);
        return there(`hand over ${release} to ${id}`, steps);
      }),
      ...(shadows.length === parts.length ? parts.map(({ id }) => unassign(id)) : []),
    ];
  });
  return [...given, ...handed];
}

/** Every way that might lead out of a conflict: each hour of the days around, each other place, each other person. */
export function allWays(plan: Plan, conflict: Conflict, days: number): readonly Way[] {
  const single = conflict.kind !== 'capacity-exceeded' && conflict.kind !== 'owner-away' && conflict.sideCount > 2;
  const sides = single ? conflict.sides.slice(0, 1) : conflict.sides;
  return [
    ...sides.flatMap(({ thing, releaseId }) => [
      ...(thing.kind === 'booking' ? bookingWays(plan, thing.id, days) : []),
      ...(thing.kind === 'milestone' ? milestoneWays(plan, thing.id, days) : []),
      ...(releaseId !== null && ['booking', 'milestone', 'release'].includes(thing.kind)
        ? releaseWays(plan, releaseId, days)
        : []),
    ]),
    ...peopleWays(plan, conflict),
  ];
}

/** What a way costs, reckoned anew. */
export function costByHand(
  plan: Plan,
  { steps, days }: Pick<Way, 'steps' | 'days'>,
): readonly [number, number, number] {
  const people = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'hand-over' || step.kind === 'unassign') {
      const assignment = plan.assignments.find(({ id }) => id === step.assignmentId);
      if (assignment) people.add(assignment.personId);
      if (step.kind === 'hand-over') people.add(step.personId);
      continue;
    }
    let release: string | null | undefined;
    if (step.kind === 'release') release = step.releaseId;
    if (step.kind === 'milestone') release = plan.milestones.find(({ id }) => id === step.milestoneId)?.releaseId;
    if (step.kind === 'booking') release = plan.bookings.find(({ id }) => id === step.bookingId)?.releaseId;
    const trainId = plan.releases.find(({ id }) => id === release)?.trainId;
    const train = plan.trains.find((each) => each.train.id === trainId);
    if (train?.ownerId) people.add(train.ownerId);
    for (const each of plan.assignments) if (each.releaseId === release) people.add(each.personId);
    for (const each of plan.people) if (each.teamId && train?.train.teams.includes(each.teamId)) people.add(each.id);
  }
  return [days, people.size, steps.length];
}
