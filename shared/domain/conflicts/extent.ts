import type { Conflict } from '../../model/conflict.ts';
import { SEVERITY_RANK } from '../../model/severity.ts';
import type { Instant } from '../../model/time.ts';
import type { Extent } from '../../model/waiver.ts';

/** How many units, or scope items, are too many; 0 where a conflict is not about a number. */
function amountOf(conflict: Conflict): number {
  if (conflict.kind === 'capacity-exceeded') return conflict.load;
  return conflict.kind === 'cut-off-passed' ? conflict.unboarded : 0;
}

/** When a conflict is, of how much and among which things: what somebody accepts who waives it. */
export function extentOf(conflict: Conflict): Extent {
  const { at, severity, sideCount, sides } = conflict;
  return { at, severity, sideCount, amount: amountOf(conflict), among: sides.map(({ thing }) => thing.id) };
}

/**
 * Whether a conflict is within what was accepted: at no other time, no worse, of no more, among nothing else. Time that has passed meanwhile
 * is nothing new. Of a crowd too large to be counted only the things that it lists are compared.
 */
export function isWithin(conflict: Conflict, accepted: Extent, now: Instant): boolean {
  const { at, severity, sideCount, amount, among } = extentOf(conflict);
  const isThen = at.start >= accepted.at.start && at.end <= Math.max(accepted.at.end, now);
  const isNoMore = sideCount <= accepted.sideCount && amount <= accepted.amount;
  const isNoWorse = SEVERITY_RANK[severity] >= SEVERITY_RANK[accepted.severity];
  return isThen && isNoMore && isNoWorse && among.every((id) => accepted.among.includes(id));
}
