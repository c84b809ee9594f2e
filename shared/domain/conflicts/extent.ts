import type { Conflict } from '../../model/conflict.ts';
import { SEVERITY_RANK } from '../../model/severity.ts';
import type { Instant } from '../../model/time.ts';
import type { Extent } from '../../model/waiver.ts';

/** How many units, scope items or further dependencies it is about; 0 where a conflict is not about a number. */
function amountOf(conflict: Conflict): number {
  if (conflict.kind === 'capacity-exceeded') return conflict.load;
  if (conflict.kind === 'dependency-order') return conflict.others;
  return conflict.kind === 'cut-off-passed' ? conflict.unboarded : 0;
}

/** What its sides meet over, beside the resource and the way to it. */
function metOver(conflict: Conflict): readonly string[] {
  switch (conflict.kind) {
    case 'environment-clash':
      return conflict.services.length === 0 ? ['all services'] : conflict.services;
    case 'service-clash':
      return conflict.services;
    case 'double-booked':
      return conflict.roles;
    case 'release-in-freeze':
    case 'release-in-maintenance':
    case 'outside-window':
      return conflict.about;
    default:
      return [];
  }
}

/** When a conflict is, of how much, among which things and over what: what somebody accepts who waives it. */
export function extentOf(conflict: Conflict): Extent {
  const { at, severity, sideCount, sides, resource, path } = conflict;
  const things = [...sides.map(({ thing }) => thing), resource, ...path].map(({ id }) => id);
  return {
    at,
    severity,
    sideCount,
    amount: amountOf(conflict),
    among: [...new Set([...things, ...metOver(conflict)])],
  };
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
