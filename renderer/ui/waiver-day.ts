import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Span } from '../../shared/model/span.ts';
import type { Day, Instant, Zone } from '../../shared/model/time.ts';
import { dayIn } from '../lib/format.ts';

/** Days for which a waiver is offered to hold at least. */
const USUAL_DAYS = 14;

/** The day offered as a waiver's last: two weeks from today, or the conflict's own last day where that is later. */
export function offeredWaiverDay({ start, end }: Span, today: Day, zone: Zone): Day {
  const usual = addDays(today, USUAL_DAYS);
  // A span that ends at midnight has its last moment on the day before.
  const last = dayIn(end > start ? ((end - 1) as Instant) : end, zone); // still a moment, a millisecond earlier
  return last > usual ? last : usual;
}
