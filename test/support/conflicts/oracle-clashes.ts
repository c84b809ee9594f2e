import { digest, hash32 } from '../../../shared/domain/conflicts/key.ts';
import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import type { Seen } from './oracle-base.ts';
import { overfull, rivals } from './oracle-bookings.ts';
import {
  deploymentKeys,
  type OrderSeen,
  seenApprovals,
  seenAway,
  seenBuffers,
  seenCutOffs,
  seenDependencies,
  seenDoubleBooked,
  seenOrder,
} from './oracle-releases.ts';
import { blockKeys, seenOutside } from './oracle-schedule.ts';

function idOf(text: string | undefined): string {
  return text?.split(/[:@]/)[1] ?? '';
}

function kindOf(text: string | undefined): string {
  return text?.split(':')[0] ?? '';
}

function orderKey(kind: string, { late, kind: after }: OrderSeen): readonly string[] {
  return [`${kind} ${idOf(late)} ${after}`];
}

function awayKeys(plan: Plan): readonly (readonly string[])[] {
  return seenAway(plan).map(({ sides: [duty, off], who }) => {
    const why = kindOf(off) === 'absence' ? 'absence' : 'holiday';
    return [`owner-away ${why} ${who} ${idOf(duty)}`];
  });
}

/** The clashes of a plan one by one, each as the keys that it can be told by; those of capacity aside. */
export function clashKeys(plan: Plan): readonly (readonly string[])[] {
  const firstOf = ({ kind, sides }: Seen) => [`${kind} ${idOf(sides[0])}`];
  const roles = seenDoubleBooked(plan).filter(({ sides }) => kindOf(sides[0]) === 'assignment');
  return [
    ...rivals(plan).map((pair) => {
      const [a, b] = pair.map(({ id }) => id).sort();
      return [`environment-clash ${a} ${b}`, `environment-clash ${a} *`, `environment-clash ${b} *`];
    }),
    ...blockKeys(plan),
    ...seenOutside(plan).map(firstOf),
    ...deploymentKeys(plan),
    ...seenDependencies(plan).map(({ sides }) => [`dependency-order ${idOf(sides[0])} ${idOf(sides[1])}`]),
    ...roles.map(({ sides }) => {
      const release = plan.assignments.find(({ id }) => id === idOf(sides[0]))?.releaseId;
      return [`double-booked role ${release} release-lead`];
    }),
    ...seenOrder(plan).map((each) => orderKey('milestone-order', each)),
    ...seenApprovals(plan).map((each) => orderKey('approval-after-gate', each)),
    ...seenCutOffs(plan).map(firstOf),
    ...seenBuffers(plan).map(firstOf),
    ...awayKeys(plan),
  ];
}

function capacityKey(set: readonly Booking[]): string {
  const ids = set.map(({ id }) => id as string).sort();
  const sum = (seed: number) => ids.reduce((all, id) => (all + hash32(id, seed)) % 2 ** 32, 0);
  const who = ids.length <= 3 ? ids.join(' ') : `${ids.length} ${digest(sum(1), sum(2))}`;
  return `capacity-exceeded ${set[0]?.environmentId} ${who}`;
}

/** Whether a set was part of one that was above the capacity already, nobody in it with less than now. */
function wasPart(set: readonly Booking[], before: readonly (readonly Booking[])[]): boolean {
  return before.some((old) =>
    set.every((each) =>
      old.some(
        ({ id, units, environmentId }) => id === each.id && units >= each.units && environmentId === each.environmentId,
      ),
    ),
  );
}

/** The clashes of one plan that another did not have, each as the keys that it can be told by. */
export function newClashes(before: Plan, after: Plan): readonly (readonly string[])[] {
  const old = new Set(clashKeys(before).map(([own]) => own));
  const [overBefore, overAfter] = [overfull(before), overfull(after)];
  const oldSets = new Set(overBefore.map(capacityKey));
  return [
    ...clashKeys(after).filter(([own]) => !old.has(own)),
    ...overAfter
      .filter((set) => !oldSets.has(capacityKey(set)) && !wasPart(set, overBefore))
      .map((set) => [capacityKey(set)]),
  ];
}
