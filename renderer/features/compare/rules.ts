import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { clockOfLocal, dayOfLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import type { ComparedRule } from '../../../shared/model/compared-rule.ts';
import type { Bound, When } from '../../../shared/model/schedule-rule.ts';
import { formatCount } from '../../lib/format.ts';
import { clockWords, whenWords } from '../../lib/when-words.ts';
import type { SideNames } from './dates.ts';

/** When a rule holds on one side, in words: `Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 08:00 CET`, `none`. */
export function timesText(side: ComparedRule['one']): string {
  if (side === null) return 'none';
  const { holds } = side;
  return holds.by === 'once' ? whenWords(holds) : `${whenWords(holds)}, ${clockWords(holds)}`;
}

/** The whole days by which a bound lies later, at the same time of the same clock; null where it does not. */
function daysLater(one: Bound, other: Bound): number | null {
  const isSameClock = JSON.stringify(one.clock) === JSON.stringify(other.clock);
  if (!isSameClock || clockOfLocal(one.local) !== clockOfLocal(other.local)) return null;
  return daysBetween(dayOfLocal(one.local), dayOfLocal(other.local));
}

function timesChange(one: When, other: When): string {
  if (one.by !== 'once' || other.by !== 'once') return 'at other times';
  const [start, end] = [daysLater(one.start, other.start), daysLater(one.end, other.end)];
  if (start === null || start !== end) return 'at other times';
  return `${formatCount(Math.abs(start), 'day')} ${start > 0 ? 'later' : 'earlier'}`;
}

/** What the other side does to a rule, in words: `7 days later`, `at other times`, `a window there`, `not in the plan`. */
export function ruleChangeText({ one, other }: ComparedRule, sides: SideNames): string {
  if (one === null) return `not in ${sides.one}`;
  if (other === null) return `not in ${sides.other}`;
  const isMoved = JSON.stringify(one.holds) !== JSON.stringify(other.holds);
  return [
    ...(one.kind === other.kind ? [] : [`${one.kind} becomes ${other.kind}`]),
    ...(isMoved ? [timesChange(one.holds, other.holds)] : []),
  ].join(', ');
}
