import { ROSTER_ROLES } from '../../model/roster.ts';
import { foldText } from '../text/fold-text.ts';

const SHADOWS: ReadonlySet<string> = new Set(['Shadow', ROSTER_ROLES.shadow].map(foldText));

/** Whether a part is that of one who learns beside a lead: what a roster calls it, or "shadow" alone; without regard to case. */
export function isShadowRole(role: string): boolean {
  return SHADOWS.has(foldText(role));
}
