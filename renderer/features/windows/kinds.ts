import type { ScheduleRuleKind } from '../../../shared/model/schedule-rule.ts';
import type { DeployState } from '../../../shared/model/verdict.ts';
import { ruleTones } from '../../ui/rule-tones.ts';
import type { StatusLook } from '../../ui/status-looks.ts';
import type { Tone } from '../../ui/tokens.ts';

export interface KindLook extends StatusLook {
  /** Many of them, for a heading. */
  readonly plural: string;
  /** What it says, for whoever chooses one. */
  readonly meaning: string;
}

/** How the kinds of rule look; a kind is never told by its colour alone. */
export const kindLooks = {
  window: {
    label: 'Window',
    plural: 'Windows',
    tone: ruleTones.window,
    icon: 'check',
    meaning: 'Deploying is allowed then. What has a window is deployed to in its windows only.',
  },
  freeze: {
    label: 'Freeze',
    plural: 'Freezes',
    tone: ruleTones.freeze,
    icon: 'stop',
    meaning: 'Deploying is forbidden then, whatever windows say. An approved override lets something through.',
  },
  maintenance: {
    label: 'Maintenance',
    plural: 'Maintenance',
    tone: ruleTones.maintenance,
    icon: 'pause',
    meaning: 'Infrastructure is being worked on: deploying has to wait, whatever windows say.',
  },
} as const satisfies Record<ScheduleRuleKind, KindLook>;

/** How the states of a time for deploying look. */
export const stateLooks = {
  open: { label: 'Allowed', tone: 'success', icon: 'check' },
  overridden: { label: 'Let through', tone: 'accent', icon: 'forward' },
  'outside-windows': { label: 'Outside windows', tone: 'neutral', icon: 'circle' },
  maintenance: { label: 'Maintenance', tone: ruleTones.maintenance, icon: 'pause' },
  frozen: { label: 'Frozen', tone: ruleTones.freeze, icon: 'stop' },
} as const satisfies Record<DeployState, StatusLook & { tone: Tone }>;
