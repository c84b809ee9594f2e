import type { BookingId } from '../../model/ids.ts';
import type { Lack } from '../../model/integration.ts';
import type { Span } from '../../model/span.ts';
import type { Target } from '../../model/verdict.ts';
import { judge, legalSpans } from '../freezes/judge.ts';
import { isLegalState } from '../freezes/legality.ts';
import type { Schedule } from '../freezes/schedule.ts';
import { normalise, overlaps, type SpanSet, span, subtract } from '../freezes/spans.ts';
import { firstFit } from './hours.ts';

/** A time in which others have the environment to themselves. */
export interface TakenTime {
  readonly id: BookingId;
  readonly title: string;
  readonly span: Span;
}

/** Where the parts are brought together: what may be done there, and who else has it. */
export interface Place {
  readonly schedule: Schedule;
  /** What a release touches there. */
  readonly targetsOf: (releaseId: string) => readonly Target[];
  readonly taken: readonly TakenTime[];
}

/** No more proof than this is given: a freeze of months has hundreds of stretches. */
const MOST = 20;

/** When releases may be tried in a place, as far as rules say. */
export function allowedThere(place: Place, releases: readonly string[], times: SpanSet): SpanSet {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const targets = releases.flatMap(place.targetsOf);
  const legal = legalSpans(place.schedule, targets, span(first.start, last.end));
  return subtract(times, subtract([span(first.start, last.end)], legal));
}

/** When nobody else has a place to themselves. */
export function freeThere({ taken }: Place, times: SpanSet): SpanSet {
  return subtract(times, normalise(taken.map((one) => one.span)));
}

/** What forbids all times that would be long enough. */
export function whyForbidden(
  { schedule, targetsOf }: Place,
  {
    releases,
    times,
    minutes,
  }: { readonly releases: readonly string[]; readonly times: SpanSet; readonly minutes: number },
): Lack {
  const targets = releases.flatMap(targetsOf);
  const rules = new Map<string, Extract<Lack, { by: 'rules' }>['rules'][number]>();
  let outside = false;
  for (const time of times.filter((one) => firstFit([one], minutes, one.start) !== null).slice(0, MOST)) {
    const segments = judge(schedule, targets, time).targets.flatMap((one) => one.segments);
    for (const { state, because } of segments) {
      if (isLegalState(state)) continue;
      if (state === 'outside-windows') outside = true;
      for (const { ruleId: id, kind, name } of because) rules.set(id, { id, kind, name });
    }
  }
  return { by: 'rules', rules: [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST), outside };
}

/** Who else has the place in the times that are left. */
export function whyTaken({ taken }: Place, times: SpanSet): Lack {
  const bookings = taken
    .filter((one) => times.some((time) => overlaps(time, one.span)))
    .toSorted((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  return { by: 'bookings', bookings };
}
