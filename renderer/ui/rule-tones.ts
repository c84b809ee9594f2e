import type { ScheduleRuleKind } from '../../shared/model/schedule-rule.ts';
import type { Tone } from './tokens.ts';

/** The tone of each kind of rule, the same on every screen; a shape or a word always stands beside it. */
export const ruleTones = {
  window: 'success',
  freeze: 'danger',
  maintenance: 'warning',
} as const satisfies Record<ScheduleRuleKind, Tone>;
