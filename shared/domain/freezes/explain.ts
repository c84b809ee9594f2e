import type { Bound } from '../../model/schedule-rule.ts';
import type { Zone } from '../../model/time.ts';
import type { Because, FirstLegal, Segment } from '../../model/verdict.ts';
import { clockOfLocal, dayOfLocal, offsetLabel, toLocal } from '../calendar/zoned-time.ts';
import { clockName, instantOf } from './clock.ts';
import { approvalsWords } from './override-rules.ts';

type At = Segment['span']['start'];

/** A moment on the clock of a reader, with the clock's distance from UTC then: `2026-12-20 00:00 UTC+01:00`. */
function moment(at: At, zone: Zone): string {
  const local = toLocal(at, zone);
  return `${dayOfLocal(local)} ${clockOfLocal(local)} ${offsetLabel(at, zone)}`;
}

function named(rules: readonly Because[]): string {
  const names = [...new Set(rules.map((one) => `"${one.name}"`))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function until(rules: readonly Because[], zone: Zone): string {
  const [first = 0, ...others] = rules.map((one) => one.occurrence.span.end);
  return moment(Math.max(first, ...others) as At, zone);
}

function said({ state, because }: Segment, zone: Zone): string {
  if (state === 'frozen') return `frozen by ${named(because)}, until ${until(because, zone)}`;
  if (state === 'maintenance') return `maintenance ${named(because)}, until ${until(because, zone)}`;
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
  const when = start === end ? `At ${moment(start, zone)}` : `${moment(start, zone)} to ${moment(end, zone)}`;
  return `${when}: ${said(segment, zone)}.`;
}

/** A first legal minute in a sentence, or until when there is none. */
export function explainFirstLegal(answer: FirstLegal, zone: Zone): string {
  if (answer.found === 'yes') return `Legal from ${moment(answer.at, zone)}.`;
  return `There is no legal time that is long enough and starts before ${moment(answer.lookedUntil, zone)}.`;
}

/** A bound as it was typed, with its clock, beside the moment on the clock of the reader: one is never shown without the other. */
export function explainBound(bound: Bound, zone: Zone): string {
  const typed = `${dayOfLocal(bound.local)} ${clockOfLocal(bound.local)} ${clockName(bound.clock)}`;
  return `${typed}, which is ${moment(instantOf(bound), zone)}`;
}
