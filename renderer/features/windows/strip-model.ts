import { foldText } from '../../../shared/domain/text/fold-text.ts';
import type { Override, ScheduleRule, ScheduleRuleKind } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Occurrence } from '../../../shared/model/verdict.ts';
import { isAbout, type Names, scopeWords } from './names.ts';
import type { RuleFilters } from './search.ts';

/** One rule on the picture, with what of it is in sight. */
export interface StripRow {
  readonly rule: ScheduleRule;
  /** In order of their starts. */
  readonly occurrences: readonly Occurrence[];
  readonly overrides: readonly Override[];
}

/** Which of the occurrences is meant: a row, and one of its own. */
export interface StripPlace {
  readonly row: number;
  readonly at: number;
}

/** What beats what comes first. */
const order: Readonly<Record<ScheduleRuleKind, number>> = { freeze: 0, maintenance: 1, window: 2 };

/** The rules that fit, by kind and name. */
export function fittingRules(
  rules: readonly ScheduleRule[],
  { kind, scope, text }: RuleFilters,
  names: Names,
): readonly ScheduleRule[] {
  const words = foldText(text ?? '').trim();
  const says = (rule: ScheduleRule) =>
    foldText([rule.name, rule.reason, rule.owner, scopeWords(rule.scope, names), rule.source?.calendar].join(' '));
  return rules
    .filter((rule) => kind === undefined || rule.kind === kind)
    .filter((rule) => scope === undefined || isAbout(rule.scope, scope))
    .filter((rule) => words === '' || says(rule).includes(words))
    .toSorted((a, b) => order[a.kind] - order[b.kind] || a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** The rows of the picture. */
export function stripRows(
  rules: readonly ScheduleRule[],
  overrides: readonly Override[],
  occurrences: readonly { readonly ruleId: string; readonly occurrences: readonly Occurrence[] }[],
): readonly StripRow[] {
  const times = new Map(occurrences.map((one) => [one.ruleId, one.occurrences]));
  const own = Map.groupBy(overrides, ({ freezeId }) => freezeId);
  return rules.map((rule) => ({
    rule,
    occurrences: times.get(rule.id) ?? [],
    overrides: own.get(rule.id) ?? [],
  }));
}

/** How moments become pixels. */
export interface StripScale {
  readonly range: Span;
  readonly width: number;
}

/** Where a moment is, in pixels from the left, kept inside the picture. */
export function xOf(at: number, { range, width }: StripScale): number {
  const share = (at - range.start) / (range.end - range.start);
  return Math.min(1, Math.max(0, share)) * width;
}

const LEAST = 1.5;

/** Where a span begins and how wide it is drawn: never so narrow that it is not seen. */
export function extentOf({ start, end }: Span, scale: StripScale): { readonly x: number; readonly width: number } {
  const x = xOf(start, scale);
  return { x: Math.min(x, scale.width - LEAST), width: Math.max(LEAST, xOf(end, scale) - x) };
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/**
 * One outline for all spans of a row, in order, so that a row of thousands is one element. What is narrow is drawn wider, unless
 * it stands in a crowd: there it would look as if it never ended.
 */
export function outlineOf(
  spans: readonly Span[],
  scale: StripScale,
  { y, height }: Readonly<Record<'y' | 'height', number>>,
): string {
  return spans
    .map((span, at) => {
      const apart = [spans[at - 1], spans[at + 1]].map((other) =>
        other === undefined ? scale.width : Math.abs(xOf(other.start, scale) - xOf(span.start, scale)),
      );
      const isCrowded = Math.min(...apart) < 2 * LEAST;
      const { x, width } = extentOf(span, scale);
      const drawn = isCrowded ? xOf(span.end, scale) - xOf(span.start, scale) : width;
      return `M${rounded(x)} ${y}h${rounded(drawn)}v${height}h${rounded(-drawn)}z`;
    })
    .join('');
}

/** The occurrence at a place in pixels, the nearest within a few; null where none is. */
export function occurrenceAt(row: StripRow, x: number, scale: StripScale): number | null {
  const reach = 3;
  let found: { readonly at: number; readonly far: number } | null = null;
  for (const [at, { span }] of row.occurrences.entries()) {
    const extent = extentOf(span, scale);
    const far = Math.max(0, extent.x - x, x - (extent.x + extent.width));
    if (far <= reach && (found === null || far < found.far)) found = { at, far };
  }
  return found?.at ?? null;
}

/** The occurrence of a row that is nearest to a moment; null for a row without any. */
export function nearestTo(row: StripRow | undefined, moment: number): number | null {
  if (row === undefined || row.occurrences.length === 0) return null;
  const distance = ({ span: { start, end } }: Occurrence) => Math.max(0, start - moment, moment - end);
  return row.occurrences.reduce((best, one, at, all) => (distance(one) < distance(all[best] ?? one) ? at : best), 0);
}

/** Where the keys begin: what holds now or next, in the first row that has anything. */
export function firstPlace(rows: readonly StripRow[], now: number): StripPlace | null {
  const row = rows.findIndex(({ occurrences }) => occurrences.length > 0);
  const at = nearestTo(rows[row], now);
  return at === null ? null : { row, at };
}

export type StripKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

function otherRow(rows: readonly StripRow[], place: StripPlace, by: 1 | -1): StripPlace {
  const here = rows[place.row]?.occurrences[place.at];
  for (let row = place.row + by; here !== undefined && row >= 0 && row < rows.length; row += by) {
    const at = nearestTo(rows[row], (here.span.start + here.span.end) / 2);
    if (at !== null) return { row, at };
  }
  return place;
}

/** Where a key leads: along a row, or to what is nearest in time in the row above or below. */
export function stepPlace(rows: readonly StripRow[], place: StripPlace, key: StripKey): StripPlace {
  const last = (rows[place.row]?.occurrences.length ?? 1) - 1;
  if (key === 'ArrowUp') return otherRow(rows, place, -1);
  if (key === 'ArrowDown') return otherRow(rows, place, 1);
  const at = { ArrowLeft: place.at - 1, ArrowRight: place.at + 1, Home: 0, End: last }[key];
  return { row: place.row, at: Math.min(last, Math.max(0, at)) };
}
