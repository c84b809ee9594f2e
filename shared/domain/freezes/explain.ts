import type { Bound } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import { instant, type Zone } from '../../model/time.ts';
import type { Because, FirstLegal, Segment } from '../../model/verdict.ts';
import { momentWords } from '../calendar/moment-words.ts';
import { localsWords, localWords } from '../calendar/time-words.ts';
import { offsetLabel, toLocal } from '../calendar/zoned-time.ts';
import { clockName, instantOf } from './clock.ts';
import { approvalsWords } from './override-rules.ts';

/** From when to when on the clock of a reader, with its distance from UTC: told once where the clock is not changed in between. */
function spanWords({ start, end }: Span, zone: Zone): string {
  const [first, last] = [offsetLabel(start, zone), offsetLabel(end, zone)];
  if (first !== last) return `${momentWords(start, zone)} to ${momentWords(end, zone)}`;
  return `${localsWords(toLocal(start, zone), toLocal(end, zone))} ${last}`;
}

function named(rules: readonly Because[]): string {
  const names = [...new Set(rules.map((one) => `“${one.name}”`))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Until when rules hold, where that is later than the time that is told already. */
function until(rules: readonly Because[], told: Span, zone: Zone): string {
  const end = Math.max(...rules.map((one) => one.occurrence.span.end));
  return end > told.end ? `, until ${momentWords(instant(end), zone)}` : '';
}

function said({ state, because, span }: Segment, zone: Zone): string {
  if (state === 'frozen') return `frozen by ${named(because)}${until(because, span, zone)}`;
  if (state === 'maintenance') return `maintenance ${named(because)}${until(because, span, zone)}`;
  if (state === 'outside-windows') return 'outside every window that is about it';
  const windows = because.filter((one) => one.kind === 'window');
  const inside = windows.length === 0 ? '' : `in the window ${named(windows)}`;
  if (state === 'open')
    return inside === '' ? 'open: no window, freeze or maintenance is about it then' : `open: ${inside}`;
  const freezes = named(because.filter((one) => one.kind === 'freeze'));
  const through = `open: an override lets it through ${freezes} (${approvalsWords(because)})`;
  return inside === '' ? through : `${through}, ${inside}`;
}

/** A segment in a sentence, its times on the clock of the reader with their distance from UTC. */
export function explainSegment(segment: Segment, zone: Zone): string {
  const { start, end } = segment.span;
  const when = start === end ? `At ${momentWords(start, zone)}` : spanWords(segment.span, zone);
  return `${when}: ${said(segment, zone)}.`;
}

/** A first legal minute in a sentence, or until when there is none. */
export function explainFirstLegal(answer: FirstLegal, zone: Zone): string {
  if (answer.found === 'yes') return `Legal from ${momentWords(answer.at, zone)}.`;
  return `There is no legal time that is long enough and starts before ${momentWords(answer.lookedUntil, zone)}.`;
}

/** A bound as it was typed, with its clock, beside the moment on the clock of the reader: one is never shown without the other. */
export function explainBound(bound: Bound, zone: Zone): string {
  const typed = `${localWords(bound.local)} ${clockName(bound.clock)}`;
  return `${typed}, which is ${momentWords(instantOf(bound), zone)}`;
}
