import type { ConflictList } from '../../shared/contract/conflicts.ts';
import type { Zone } from '../../shared/model/time.ts';
import type { Answer } from '../lib/answer.ts';
import { dayIn, formatCount, formatDay } from '../lib/format.ts';

type Listed = Pick<ConflictList, 'leftOut'>;

/** What is said of a conflict that is not among those that were read; `text` is null where the answer's trouble says it. */
interface AbsentConflict {
  readonly title: string;
  readonly text: string | null;
}

/** Why a conflict is not in a list: it is gone only where the list was read now, and whole. */
export function absentConflict(answer: Answer<Listed>): AbsentConflict {
  if (!('data' in answer)) return { title: 'This conflict could not be looked up', text: null };
  if (answer.stale !== null) return { title: 'This conflict is not among those read before', text: null };
  const { leftOut } = answer.data;
  if (leftOut === 0) {
    return {
      title: 'This conflict is not there any more',
      text: 'The plan has changed since, and its two sides hold together now.',
    };
  }
  return {
    title: 'This conflict is not in the list',
    text: `It may be one of ${formatCount(leftOut, 'conflict that is', 'conflicts that are')} not listed, or the plan has changed since.`,
  };
}

/** How many conflicts a list leaves out; null where it holds all. */
export function leftOutText({ leftOut }: Listed): string | null {
  if (leftOut === 0) return null;
  return `${formatCount(leftOut, 'more conflict is', 'more conflicts are')} not listed here: the most severe and earliest are.`;
}

/** Of which releases it is not known whether tickets wait after their cut-off; null where it is known of all. */
export function unknownScopeText({ unknownScope }: Pick<ConflictList, 'unknownScope'>): string | null {
  const [first, ...others] = unknownScope;
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` and ${formatCount(others.length, 'other release')}`;
  return `What waits to board ${first}${more} after the cut-off is not known: the boarding rules look at too many work items.`;
}

/** What lies too far away to be held against the schedule's rules; null where nothing does. Days are those of a zone. */
export function unjudgedText({ unjudged }: Pick<ConflictList, 'unjudged'>, zone: Zone): string | null {
  const { deployments, bookings, from, until } = unjudged;
  const parts = [
    ...(deployments === 0 ? [] : [formatCount(deployments, 'deployment')]),
    ...(bookings === 0 ? [] : [formatCount(bookings, 'booking')]),
  ];
  if (parts.length === 0) return null;
  const verb = deployments + bookings === 1 ? 'is' : 'are';
  const days = `${formatDay(dayIn(from, zone))} to ${formatDay(dayIn(until, zone))}`;
  return `${parts.join(' and ')} outside ${days} ${verb} not looked at for windows, freezes and maintenances.`;
}
