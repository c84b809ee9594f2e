import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { conflictText, seenText, sideText } from './oracle-base.ts';
import { seenCapacity, seenEnvironmentClashes } from './oracle-bookings.ts';
import {
  type OrderSeen,
  seenApprovals,
  seenAway,
  seenBuffers,
  seenCutOffs,
  seenDependencies,
  seenDoubleBooked,
  seenOrder,
  seenServiceClashes,
} from './oracle-releases.ts';
import { seenBlocks, seenOutside } from './oracle-schedule.ts';

/** Kinds whose other side may be any of several that start together: told by the late side and the kind it comes after. */
const BY_KIND: readonly Conflict['kind'][] = ['milestone-order', 'approval-after-gate'];

function orderText(kind: Conflict['kind'], { late, kind: after, start, end }: OrderSeen): string {
  return `${kind} ${late} after ${after} ${start}-${end}`;
}

/** Every conflict of a plan as lines of text, found by nested loops over everything, in order. */
export function conflictsByBruteForce(plan: Plan): readonly string[] {
  const found = [
    ...seenEnvironmentClashes(plan),
    ...seenCapacity(plan),
    ...seenBlocks(plan, 'freeze'),
    ...seenBlocks(plan, 'maintenance'),
    ...seenOutside(plan),
    ...seenServiceClashes(plan),
    ...seenDependencies(plan),
    ...seenDoubleBooked(plan),
    ...seenCutOffs(plan),
    ...seenBuffers(plan),
    ...seenAway(plan),
  ].map(seenText);
  const ordered = seenOrder(plan).map((each) => orderText('milestone-order', each));
  const approved = seenApprovals(plan).map((each) => orderText('approval-after-gate', each));
  return [...found, ...ordered, ...approved].sort();
}

function engineText(conflict: Conflict): string {
  if (!BY_KIND.includes(conflict.kind)) return conflictText(conflict);
  const [late] = conflict.sides;
  const text = late ? sideText(late.thing.kind, late.thing.id, late.span) : '';
  const after = conflict.key.split(' ').at(-1) ?? '';
  return orderText(conflict.kind, { late: text, kind: after, ...conflict.at });
}

/** The same lines of what the engine found. */
export function conflictTexts(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(engineText).sort();
}
