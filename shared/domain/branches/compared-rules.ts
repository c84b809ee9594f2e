import type { ComparedRule } from '../../model/compared-rule.ts';
import type { ScheduleRule } from '../../model/schedule-rule.ts';

/** A rule as both sides have it; null where it is not there. */
export interface RuleSides {
  readonly one: ScheduleRule | null;
  readonly other: ScheduleRule | null;
}

function timesOf(rule: ScheduleRule | null): ComparedRule['one'] {
  return rule === null ? null : { kind: rule.kind, holds: rule.holds };
}

/**
 * The windows, freezes and maintenances that hold at other times on the other side, are of another kind there, or are on one
 * side only, by name.
 */
export function comparedRules(sides: readonly RuleSides[]): ComparedRule[] {
  return sides
    .flatMap((pair) => {
      const rule = pair.other ?? pair.one;
      const [one, other] = [timesOf(pair.one), timesOf(pair.other)];
      if (rule === null || JSON.stringify(one) === JSON.stringify(other)) return [];
      return [{ id: rule.id, name: rule.name, one, other }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
