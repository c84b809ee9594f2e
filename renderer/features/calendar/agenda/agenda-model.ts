import { compareDays } from '../../../../shared/domain/calendar/days.ts';
import { dayOf } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { Day, Instant } from '../../../../shared/model/time.ts';
import { byTime, type PlanItem } from '../plan-items.ts';

/** One line of the agenda: an item begins, ends or happens. */
export interface AgendaRow {
  readonly key: string;
  readonly day: Day;
  /** Whether it is the first of its day, which then says which day it is. */
  readonly firstOfDay: boolean;
  readonly at: Instant;
  readonly edge: 'happens' | 'begins' | 'ends';
  readonly item: PlanItem;
}

type Line = Omit<AgendaRow, 'firstOfDay'>;

function linesOf(item: PlanItem): readonly Line[] {
  // What a rule or a booking takes of one day is one line.
  const isOneLine = item.endAt === null || (item.entry !== null && item.first === item.last);
  if (item.endAt === null || isOneLine)
    return [{ key: item.id, day: item.first, at: item.startAt, edge: 'happens', item }];
  return [
    { key: `${item.id} begins`, day: item.first, at: item.startAt, edge: 'begins', item },
    { key: `${item.id} ends`, day: dayOf(item.endAt, item.zone), at: item.endAt, edge: 'ends', item },
  ];
}

/** What happens on the days from `from` to `to`, both included, day by day in the order of time. */
export function agendaRows(items: readonly PlanItem[], from: Day, to: Day): readonly AgendaRow[] {
  const lines = items
    .flatMap(linesOf)
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => compareDays(a.day, b.day) || a.at - b.at || byTime(a.item, b.item));
  return lines.map((line, index) => ({ ...line, firstOfDay: lines[index - 1]?.day !== line.day }));
}
