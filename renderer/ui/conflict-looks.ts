import type { ConflictKind } from '../../shared/model/conflict.ts';
import type { Severity } from '../../shared/model/severity.ts';
import type { StatusLook } from './status-looks.ts';

export interface SeverityLook extends StatusLook {
  /** A path in a box of 16, filled by the even-odd rule: each severity has a shape of its own. */
  readonly glyph: string;
}

/** How a conflict's severity looks: an octagon, a triangle, a ring. */
export const severityLooks = {
  blocking: {
    label: 'Blocking',
    tone: 'danger',
    icon: 'stop',
    glyph: 'M5 0.5h6L15.5 5v6L11 15.5H5L0.5 11V5zM7 3.5v6h2v-6zM7 11v2h2v-2z',
  },
  serious: {
    label: 'Serious',
    tone: 'warning',
    icon: 'alert',
    glyph: 'M8 0.8L15.8 15H0.2zM7.1 5.5v5h1.8v-5zM7.1 11.8v1.8h1.8v-1.8z',
  },
  minor: {
    label: 'Minor',
    tone: 'neutral',
    icon: 'circle',
    glyph: 'M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z',
  },
} as const satisfies Readonly<Record<Severity, SeverityLook>>;

/** How a conflict looks that somebody accepted for a while. */
export const waivedLook: StatusLook = { label: 'Waived', tone: 'neutral', icon: 'pause' };

const kindLabels: Readonly<Record<ConflictKind, string>> = {
  'environment-clash': 'Environment clash',
  'capacity-exceeded': 'Capacity exceeded',
  'release-in-freeze': 'In a freeze',
  'release-in-maintenance': 'In maintenance',
  'outside-window': 'Outside every window',
  'service-clash': 'Service released twice at once',
  'dependency-order': 'Released before what it needs',
  'double-booked': 'Double-booked',
  'milestone-order': 'Milestones out of order',
  'cut-off-passed': 'Cut-off passed',
  'buffer-eaten': 'Buffer eaten',
  'approval-after-gate': 'Approval after its gate',
  'owner-away': 'Owner away',
};

/** What a kind of conflict is called. */
export function conflictLabel(kind: ConflictKind): string {
  return kindLabels[kind];
}
