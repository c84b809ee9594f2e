import type { Severity } from '../../../../shared/model/severity.ts';

/**
 * The worst conflict of each item, by the item's id. A departure's id is its release's, a milestone's, booking's and
 * absence's its own; what a rule holds is `ruleItemId`, a departure in a team's lane `teamItemId`.
 */
export type Marks = ReadonlyMap<string, Severity>;

export const noMarks: Marks = new Map();

/** The id of one occurrence of a window, freeze or maintenance on the timeline. */
export function ruleItemId(ruleId: string, occurrenceKey: string): string {
  return `${ruleId} ${occurrenceKey}`;
}

/** The id of a release's departure in the lane of a team. */
export function teamItemId(teamId: string, releaseId: string): string {
  return `${teamId} ${releaseId}`;
}
