import { ROSTER_ROLES, type RosterPart } from '../../model/roster.ts';
import { foldText } from '../text/fold-text.ts';

/** A part's name to group by: names that differ in nothing but case are of the same part. */
export function roleKey(role: string): string {
  return foldText(role);
}

/** Whether two names are of the same part. */
export function isSameRole(one: string, other: string): boolean {
  return roleKey(one) === roleKey(other);
}

/** Which part of a roster a part in a release is; null for any other. */
export function rosterPartOf(role: string): RosterPart | null {
  if (isSameRole(role, ROSTER_ROLES.lead)) return 'lead';
  return isSameRole(role, ROSTER_ROLES.shadow) ? 'shadow' : null;
}

/** Whether a part is that of one who learns beside a lead: what a roster calls it, or "shadow" alone. */
export function isShadowRole(role: string): boolean {
  return rosterPartOf(role) === 'shadow' || isSameRole(role, 'shadow');
}
