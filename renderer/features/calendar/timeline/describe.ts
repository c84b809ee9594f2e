import type { Severity } from '../../../../shared/model/severity.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';
import { formatInstant, formatPlanned } from '../../../lib/format.ts';
import { severityLooks } from '../../../ui/conflict-looks.ts';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { releaseLooks } from '../../../ui/status-looks.ts';
import { type Edit, targetOf } from './edit.ts';
import type { TimelineItem } from './model.ts';

/** What a card or a screen reader says of an item. */
export interface ItemText {
  readonly title: string;
  /** `UAT of Payments 2026.24`, `Departure, planned`. */
  readonly what: string;
  /** One line a moment: exact, in the plan's zone and in the display zone. */
  readonly when: readonly string[];
  readonly pinned: boolean;
  /** What else there is to say of it. */
  readonly notes: readonly string[];
}

/** Describes an item, where it stands or where it would be. */
export function describeItem(
  item: TimelineItem,
  display: Zone | null,
  span: { readonly start: number; readonly end: number } = item,
): ItemText {
  const planned = (time: number) => formatPlanned(instant(time), item.zone as Zone, display); // a zone of the model
  const when =
    item.what === 'span' ? [`From ${planned(span.start)}`, `to ${planned(span.end)}`] : [planned(span.start)];
  const { entry } = item;
  if (entry !== null) return { title: entry.title, what: entry.what, when, pinned: false, notes: entry.notes };
  if (item.kind === null) {
    const what = `Departure · ${releaseLooks[item.state].label}`;
    return { title: item.releaseName, what, when, pinned: false, notes: [] };
  }
  const kind = lookOf(item.kind).label;
  const of = item.label === kind ? item.releaseName : `${kind} · ${item.releaseName}`;
  return { title: item.label, what: of, when, pinned: item.pinned, notes: [] };
}

/** What is said of an item that is in conflict. */
export function conflictText(severity: Severity): string {
  return `In conflict: ${severityLooks[severity].label.toLowerCase()}`;
}

/** One sentence for a screen reader. */
export function labelOf(
  text: ItemText,
  { severity, notes = [] }: { readonly severity?: Severity | undefined; readonly notes?: readonly string[] } = {},
): string {
  const pinned = text.pinned ? ['moved by hand'] : [];
  const conflict = severity === undefined ? [] : [conflictText(severity)];
  return [text.title, text.what, ...text.when, ...pinned, ...text.notes, ...notes, ...conflict].join(', ');
}

function amountOf(minutes: number): string {
  const days = minutes / 1440;
  const amount = Math.abs(minutes);
  const sign = minutes < 0 ? 'earlier' : 'later';
  if (Number.isInteger(days)) return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${sign}`;
  const hours = Math.floor(amount / 60);
  const rest = amount % 60;
  return `${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')} ${sign}`;
}

/** What an edit would do, for the banner and the live region. */
export function describeEdit(edit: Edit, followers: number): string {
  const { item } = edit;
  const target = targetOf(edit);
  const { zone } = item;
  const by = edit.part === 'end' ? edit.endBy : edit.startBy;
  const name = item.kind === null ? item.releaseName : item.label;
  const moment = edit.part === 'end' ? target.end : target.start;
  const edge = { body: '', start: ' starts', end: ' ends' }[edit.part];
  const to = item.what === 'span' && edit.part === 'body' ? ` to ${formatInstant(target.end, zone)}` : '';
  const things = item.entry === null ? 'milestone' : 'booking';
  const follow = followers === 0 ? '' : `; ${followers} ${followers === 1 ? `${things} follows` : `${things}s follow`}`;
  const still = edit.to === null ? 'where it was' : 'at the same time';
  const lane = edit.to === null ? '' : ` to “${edit.to.name}”,`;
  return `${name}${lane}${edge} ${formatInstant(moment, zone)}${to} (${by === 0 ? still : amountOf(by)}${follow})`;
}
