import type { Severity } from '../../../../shared/model/conflict.ts';
import type { Tone } from '../../../ui/tokens.ts';

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

export interface SeverityLook {
  readonly label: string;
  readonly tone: Tone;
  /** A path in a box of 16, filled by the even-odd rule: each severity has a shape of its own. */
  readonly glyph: string;
}

/** How a conflict's severity looks: an octagon, a triangle, a ring. */
export const severityLooks = {
  blocking: {
    label: 'Blocking',
    tone: 'danger',
    glyph: 'M5 0.5h6L15.5 5v6L11 15.5H5L0.5 11V5zM7 3.5v6h2v-6zM7 11v2h2v-2z',
  },
  serious: { label: 'Serious', tone: 'warning', glyph: 'M8 0.8L15.8 15H0.2zM7.1 5.5v5h1.8v-5zM7.1 11.8v1.8h1.8v-1.8z' },
  minor: {
    label: 'Minor',
    tone: 'neutral',
    glyph: 'M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z',
  },
} as const satisfies Readonly<Record<Severity, SeverityLook>>;
