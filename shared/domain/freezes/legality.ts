import type { Override } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Because, DeployState, Segment } from '../../model/verdict.ts';
import { type Held, heldDuring, type TargetSchedule } from './schedule.ts';
import { covers, normalise, overlap, type SpanSet, span, subtract, within } from './spans.ts';

/** What has a say in a state, in order of precedence: the first that holds anything decides. */
type Say = 'freeze' | 'maintenance' | 'override' | 'window';

/** A stretch of a rule's occurrence that has one say from its start to its end. */
interface Part {
  readonly says: Say;
  readonly span: Span;
  readonly because: Because;
}

function letsThrough({ id, requestedBy, approvedBy, recordedBy }: Override): Because['override'] {
  return { id, requestedBy, approvedBy, recordedBy };
}

function because({ rule, occurrence }: Held, override: Override | null): Because {
  const lets = override === null ? null : letsThrough(override);
  return { ruleId: rule.id, kind: rule.kind, name: rule.name, occurrence, override: lets };
}

/** A freeze in its parts: those that an override lets through, and the rest, in which it holds. */
function freezeParts(held: Held, inside: Span, schedule: TargetSchedule): readonly Part[] {
  const through = schedule.overridesOf(held.rule.id).flatMap((one): readonly Part[] => {
    const part = overlap(one.span, inside);
    return part === null ? [] : [{ says: 'override', span: part, because: because(held, one.override) }];
  });
  const rest = subtract([inside], normalise(through.map((one) => one.span)));
  const reason = because(held, null);
  return [...through, ...rest.map((each): Part => ({ says: 'freeze', span: each, because: reason }))];
}

function partsIn(schedule: TargetSchedule, range: Span): readonly Part[] {
  return heldDuring(schedule, range).flatMap((held): readonly Part[] => {
    const inside = overlap(held.occurrence.span, range);
    if (inside === null) return [];
    const { kind } = held.rule;
    if (kind === 'freeze') return freezeParts(held, inside, schedule);
    return [{ says: kind, span: inside, because: because(held, null) }];
  });
}

function inOrder(a: Because, b: Because): number {
  if (a.occurrence.span.start !== b.occurrence.span.start) return a.occurrence.span.start - b.occurrence.span.start;
  const nameOf = (one: Because) => `${one.ruleId} ${one.occurrence.key} ${one.override?.id}`;
  const [left, right] = [nameOf(a), nameOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** What holds at one moment of a sweep, and how often that has changed. */
class Holding {
  readonly #held: Record<Say, Set<Part>> = {
    freeze: new Set(),
    maintenance: new Set(),
    override: new Set(),
    window: new Set(),
  };
  readonly #changes: Record<Say, number> = { freeze: 0, maintenance: 0, override: 0, window: 0 };

  change(part: Part, begins: boolean): void {
    if (begins) this.#held[part.says].add(part);
    else this.#held[part.says].delete(part);
    this.#changes[part.says] += 1;
  }

  state(hasWindows: boolean): DeployState {
    if (this.#held.freeze.size > 0) return 'frozen';
    if (this.#held.maintenance.size > 0) return 'maintenance';
    if (hasWindows && this.#held.window.size === 0) return 'outside-windows';
    return this.#held.override.size > 0 ? 'overridden' : 'open';
  }

  /** Which says make a state, those that matter most first. */
  #says(state: DeployState): readonly Say[] {
    if (state === 'frozen') return ['freeze'];
    if (state === 'maintenance') return ['maintenance'];
    if (state === 'outside-windows') return [];
    return state === 'open' ? ['window'] : ['override', 'window'];
  }

  /** Equal at two moments only where the same parts make the state. */
  mark(state: DeployState): string {
    return `${state} ${this.#says(state).map((says) => this.#changes[says])}`;
  }

  because(state: DeployState): readonly Because[] {
    return this.#says(state).flatMap((says) => [...this.#held[says]].map((part) => part.because).sort(inOrder));
  }
}

/** The parts that begin, or else end, by the moment at which they do. */
function byMoment(parts: readonly Part[], side: 'start' | 'end'): ReadonlyMap<number, readonly Part[]> {
  const found = new Map<number, Part[]>();
  for (const part of parts) {
    const known = found.get(part.span[side]);
    if (known === undefined) found.set(part.span[side], [part]);
    else known.push(part);
  }
  return found;
}

function sweep(schedule: TargetSchedule, range: Span): readonly Segment[] {
  const parts = partsIn(schedule, range);
  const beginning = byMoment(parts, 'start');
  const ending = byMoment(parts, 'end');
  const moments = [...new Set([range.start, ...beginning.keys(), ...ending.keys()])].sort((a, b) => a - b);
  const holding = new Holding();
  const segments: Segment[] = [];
  let mark = '';
  for (const [index, at] of moments.entries()) {
    for (const part of ending.get(at) ?? []) holding.change(part, false);
    for (const part of beginning.get(at) ?? []) holding.change(part, true);
    const until = moments[index + 1] ?? range.end;
    if (at >= until) continue;
    const state = holding.state(schedule.hasWindows);
    const markNow = holding.mark(state);
    const last = segments.at(-1);
    if (last !== undefined && markNow === mark) {
      segments[segments.length - 1] = { ...last, span: span(last.span.start, until) };
    } else segments.push({ span: span(at, until), state, because: holding.because(state) });
    mark = markNow;
  }
  return segments;
}

/**
 * What a span is like for a target: segments in order, without holes, each with its state and what makes it so. A freeze beats
 * a maintenance, which beats a window; an override that counts lets its target through the freeze that it names, and
 * nothing else. Where no window is about the target at all, any time that is not frozen or in maintenance is open.
 * An empty span is the moment at which it lies, and gets one empty segment. The order of the rules says nothing.
 * O(k log k) for k occurrences in the span, and the length of the answer.
 */
export function timeline(schedule: TargetSchedule, range: Span): readonly Segment[] {
  if (range.start < range.end) return sweep(schedule, range);
  return sweep(schedule, span(range.start, range.start + 1)).map((one) => ({ ...one, span: range }));
}

/** Whether deploying is allowed in a state. */
export function isLegalState(state: DeployState): boolean {
  return state === 'open' || state === 'overridden';
}

/** The parts of a freeze's time that no override lets the target through. */
function notLetThrough({ rule }: Held, frozen: Span, schedule: TargetSchedule): SpanSet {
  const overrides = schedule.overridesOf(rule.id);
  return overrides.length === 0 ? [frozen] : subtract([frozen], normalise(overrides.map((one) => one.span)));
}

/**
 * Whether deploying to a target is allowed for the whole of a span: as `timeline` says, without reasons and no further than
 * the first thing that forbids it. An empty span is the moment at which it lies. O(log n + k).
 */
export function isLegalSpan(schedule: TargetSchedule, { start, end }: Span): boolean {
  const range = span(start, Math.max(end, start + 1));
  const windows: Span[] = [];
  const isForbidden = schedule.someHeld(range, (held) => {
    const { rule, occurrence } = held;
    if (rule.kind === 'window') windows.push(occurrence.span);
    if (rule.kind !== 'freeze') return rule.kind === 'maintenance';
    return notLetThrough(held, overlap(occurrence.span, range) ?? range, schedule).length > 0;
  });
  if (isForbidden) return false;
  return !schedule.hasWindows || covers(normalise(windows), range);
}

/** When deploying to a target is allowed in a span: as `timeline` says, without the reasons. O(k log k). */
export function legalSpansOf(schedule: TargetSchedule, range: Span): SpanSet {
  const windows: Span[] = [];
  const blocked: Span[] = [];
  for (const held of heldDuring(schedule, range)) {
    const { rule, occurrence } = held;
    if (rule.kind === 'window') windows.push(occurrence.span);
    else if (rule.kind === 'maintenance') blocked.push(occurrence.span);
    else blocked.push(...notLetThrough(held, occurrence.span, schedule));
  }
  const allowed = schedule.hasWindows ? within(normalise(windows), range) : normalise([range]);
  return subtract(allowed, normalise(blocked));
}
