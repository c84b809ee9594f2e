import { addDays } from '../../../../shared/domain/calendar/days.ts';
import type { Day, Instant, Zone } from '../../../../shared/model/time.ts';
import type { Slot } from '../../../../shared/model/verdict.ts';
import { dayIn, formatDay, formatTime } from '../../../lib/format.ts';

const MINUTE = 60_000;

/** The slots that start on one day. */
export interface DaySlots {
  readonly day: Day;
  /** The first of the best, with those right after it that are as good. */
  readonly best: readonly [Slot, ...Slot[]];
  /** All of them, by their start. */
  readonly slots: readonly Slot[];
}

function bestRun(byStart: readonly Slot[], best: Slot, stepMinutes: number): DaySlots['best'] {
  const run: [Slot, ...Slot[]] = [best];
  for (const slot of byStart) {
    const expected = best.span.start + run.length * stepMinutes * MINUTE;
    if (slot.span.start === expected && slot.score === best.score) run.push(slot);
  }
  return run;
}

/** Slots, the best first, as one line a day on the clock of a zone: the days in the order of their best. */
export function slotsByDay(slots: readonly Slot[], stepMinutes: number, zone: Zone): readonly DaySlots[] {
  const days = Map.groupBy(slots, ({ span }) => dayIn(span.start, zone));
  return [...days].flatMap(([day, ranked]) => {
    const [best] = ranked;
    if (best === undefined) return [];
    const byStart = ranked.toSorted((one, other) => one.span.start - other.span.start);
    return { day, best: bestRun(byStart, best, stepMinutes), slots: byStart };
  });
}

/** `17:00`, `24:00` for the midnight that ends the day, and with its day where that is another. */
function endText(end: Instant, day: Day, zone: Zone): string {
  const last = dayIn(end, zone);
  const time = formatTime(end, zone);
  if (last === day) return time;
  return last === addDays(day, 1) && time === '00:00' ? '24:00' : `${formatDay(last, 'medium')}, ${time}`;
}

/** When the best of a day are: `Mon 4 Jan, 09:00 to 17:00, any hour`. */
export function bestText({ day, best }: DaySlots, step: string, zone: Zone): string {
  const [{ span }] = best;
  const end = endText((best.at(-1) ?? best[0]).span.end, day, zone);
  const any = best.length === 1 ? '' : `, any ${step}`;
  return `${formatDay(day, 'medium')}, ${formatTime(span.start, zone)} to ${end}${any}`;
}
