import type { ReleaseId, ServiceId } from '../../model/ids.ts';
import type { Bound, IntegrationStep, IntegrationWindow, Lack, Readiness } from '../../model/integration.ts';
import type { Span } from '../../model/span.ts';
import type { Instant, Zone } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { dayOf, startOfDay } from '../calendar/zoned-time.ts';
import type { EdgesOf } from '../conflicts/graph.ts';
import { type SpanSet, span, within } from '../freezes/spans.ts';
import { afterWork, commonHours, firstFit, type Hours, lastFit, whyNoHours } from './hours.ts';
import { allowedThere, freeThere, type Place, whyForbidden, whyTaken } from './place.ts';
import { stepsOf } from './steps.ts';

/** A release that takes part. */
export interface Part {
  readonly id: ReleaseId;
  readonly services: readonly ServiceId[];
  /** The teams that work for it, by id. */
  readonly crews: readonly string[];
  readonly ready: Readiness;
}

/** What is asked: who takes part, when and for how long. */
export interface IntegrationQuestion {
  readonly parts: readonly Part[];
  /** What each service needs. */
  readonly dependsOn: EdgesOf;
  /** The hours of every crew inside the range. */
  readonly hours: Hours;
  readonly range: Span;
  readonly now: Instant;
  readonly minutes: number;
  /** How long each team works after one window before the next begins. */
  readonly gapMinutes: number;
  /** Null where no environment is meant: nothing is then forbidden, and nothing taken. */
  readonly place: Place | null;
  /** Windows that are wanted no sooner than a moment, by step. */
  readonly chosen: ReadonlyMap<number, Instant>;
  /** Whose days the slots are told by. */
  readonly zone: Zone;
}

/** The steps in order of ids, and the windows in order of time. */
export interface Integration {
  readonly steps: readonly IntegrationStep[];
  readonly windows: readonly IntegrationWindow[];
}

/** Who comes together in a window. */
interface Gathering {
  readonly step: number;
  readonly together: boolean;
  readonly releases: readonly ReleaseId[];
  readonly crews: readonly string[];
}

const MINUTE = 60_000;
/** The first slot of so many days is told. */
const DAYS_TOLD = 6;

function sortedOnce<T extends string>(ids: Iterable<T>): readonly T[] {
  return [...new Set(ids)].sort();
}

/** A step's window holds the teams of the step and of what it needs at once; the last one holds everybody. */
function gatherings(parts: readonly Part[], steps: readonly IntegrationStep[]): readonly Gathering[] {
  const crewsOf = new Map<string, readonly string[]>(parts.map(({ id, crews }) => [id, crews]));
  const byStep = Map.groupBy(steps, ({ step }) => step);
  const each = [...byStep].map(([step, of]): Gathering => {
    const releases = of.map(({ releaseId }) => releaseId);
    const needed = of.flatMap(({ needs }) => needs.map(({ releaseId }) => releaseId));
    const crews = sortedOnce([...releases, ...needed].flatMap((id) => crewsOf.get(id) ?? []));
    return { step, together: false, releases, crews };
  });
  const inOrder = each.sort((a, b) => a.step - b.step);
  if (inOrder.length < 2) return inOrder;
  const releases = steps.map(({ releaseId }) => releaseId);
  const crews = sortedOnce(parts.flatMap((part) => part.crews));
  return [...inOrder, { step: inOrder.length + 1, together: true, releases, crews }];
}

/** The latest of what a window waits for, of two at once what comes first here; null where the range ends before. */
function boundOf(question: IntegrationQuestion, gathering: Gathering, before: Instant | null): Bound | null {
  const { parts, hours, gapMinutes, now } = question;
  const own = new Set<string>(gathering.releases);
  const bounds: Bound[] = parts
    .filter(({ id }) => own.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, ready: { at } }) => ({ at, by: 'ready', releaseId: id }));
  if (before !== null) {
    const worked = gathering.crews.map((id) => afterWork(hours.get(id) ?? [], before, gapMinutes));
    for (const at of [before, ...worked]) {
      if (at === null) return null;
      bounds.push({ at, by: 'step-before', releaseId: null });
    }
  }
  return [...bounds, { at: now, by: 'now', releaseId: null } as const].reduce((latest, one) =>
    one.at > latest.at ? one : latest,
  );
}

/** All times that suit a gathering, or why none is long enough. */
function suitable(question: IntegrationQuestion, gathering: Gathering, bound: Bound | null): SpanSet | Lack {
  const { hours, minutes, range, place } = question;
  const { crews, releases } = gathering;
  const fits = (times: SpanSet) => firstFit(times, minutes, range.start) !== null;
  const common = within(commonHours(crews, hours), range);
  const last = lastFit(common, minutes);
  if (last === null) return whyNoHours(crews, hours, minutes);
  if (bound === null || last < bound.at) return { by: 'too-late', last };
  const ahead = within(common, span(Math.ceil(bound.at / MINUTE) * MINUTE, range.end));
  if (place === null) return ahead;
  const allowed = allowedThere(place, releases, ahead);
  if (!fits(allowed)) return whyForbidden(place, { releases, times: ahead, minutes });
  const free = freeThere(place, allowed);
  return fits(free) ? free : whyTaken(place, allowed);
}

/** The first slot of each of the first days that have one. */
function firstOfDays(times: SpanSet, { minutes, range, zone }: IntegrationQuestion): readonly Span[] {
  const slots: Span[] = [];
  for (let at = firstFit(times, minutes, range.start); at !== null && slots.length < DAYS_TOLD; ) {
    slots.push(span(at, at + minutes * MINUTE));
    at = firstFit(times, minutes, startOfDay(addDays(dayOf(at, zone), 1), zone));
  }
  return slots;
}

function windowOf(question: IntegrationQuestion, gathering: Gathering, before: Instant | null): IntegrationWindow {
  const bound = boundOf(question, gathering, before);
  const none = { ...gathering, bound, span: null, slots: [] };
  const times = suitable(question, gathering, bound);
  if ('by' in times) return { ...none, lack: times };
  const slots = firstOfDays(times, question);
  const wanted = question.chosen.get(gathering.step);
  const chosen = wanted === undefined ? null : firstFit(times, question.minutes, wanted);
  // Nothing is left from the chosen time on: the earliest would be another answer than was asked for.
  const last = lastFit(times, question.minutes);
  if (wanted !== undefined && chosen === null && last !== null)
    return { ...none, lack: { by: 'too-late', last }, slots };
  const own = chosen === null ? (slots[0] ?? null) : span(chosen, chosen + question.minutes * MINUTE);
  return { ...none, span: own, lack: null, slots };
}

/** What comes after a step without a window, at once or later, names that one. */
function waitsFor({ step, lack }: IntegrationWindow): Lack {
  return lack?.by === 'step-before' ? lack : { by: 'step-before', step };
}

/**
 * The earliest windows in which releases can be brought together, step after step, and all together after the last: each begins
 * when all of its step is ready and the windows before have ended, and lies wholly in the hours of its teams, where that is
 * allowed and nobody else has the place. Where there is none, the answer says why. The order of the parts says nothing.
 * A window that was chosen later is moved to the first time that suits from then on, and those after it follow.
 */
export function integrationOf(question: IntegrationQuestion): Integration {
  const steps = stepsOf(question.parts, question.dependsOn);
  const windows: IntegrationWindow[] = [];
  let before: IntegrationWindow | null = null;
  for (const gathering of gatherings(question.parts, steps)) {
    if (before !== null && before.span === null) {
      before = { ...gathering, bound: null, span: null, lack: waitsFor(before), slots: [] };
    } else before = windowOf(question, gathering, before?.span?.end ?? null);
    windows.push(before);
  }
  return { steps, windows };
}
