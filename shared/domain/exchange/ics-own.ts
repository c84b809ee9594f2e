import type ICAL from 'ical.js';
import { type ScheduleRuleKind, When } from '../../model/schedule-rule.ts';

/** Who wrote a calendar file, as it says itself. */
export const PRODUCT = '-//Signalbox//Signalbox//EN';
/** The name of the clock that is anywhere on Earth, in a calendar file. */
export const AOE_NAME = 'AoE';
/** A rule's cron patterns, which recurrences of calendars cannot say, beside each of its times. */
export const CRON_PROPERTY = 'x-signalbox-cron';
/** The id of the rule that an event is, beside the uid that it may have from elsewhere. */
export const RULE_PROPERTY = 'x-signalbox-rule';
/** The journal's newest entry when a calendar was written, by which its own workspace knows what it said then. */
export const JOURNAL_PROPERTY = 'x-signalbox-journal';

/** An entry of the journal: its number, and the hash without which another workspace's number would be believed. */
export interface JournalMark {
  readonly seq: number;
  readonly hash: string;
}

/** What an event of an own calendar is. */
export type EntryKind = ScheduleRuleKind | 'release' | 'milestone' | 'duty';

const KINDS: readonly EntryKind[] = ['window', 'freeze', 'maintenance', 'release', 'milestone', 'duty'];

/** What an own calendar calls the kinds of its events. */
export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  window: 'Window',
  freeze: 'Freeze',
  maintenance: 'Maintenance',
  release: 'Release',
  milestone: 'Milestone',
  duty: 'Duty',
};

/** Whether a calendar was written by this product: then its events say what they are. */
function isOwnCalendar(calendar: ICAL.Component): boolean {
  return calendar.getFirstPropertyValue('prodid') === PRODUCT;
}

/** The journal's newest entry when an own calendar was written; null where the file does not say it. */
export function ownJournal(calendar: ICAL.Component): JournalMark | null {
  const written = isOwnCalendar(calendar) ? calendar.getFirstPropertyValue(JOURNAL_PROPERTY) : null;
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})$/.exec(String(written)) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

/** The id of the rule that an event of an own calendar is; null where it does not say, or the calendar is somebody else's. */
export function ownRule(event: ICAL.Component): string | null {
  const written =
    event.parent !== null && isOwnCalendar(event.parent) ? event.getFirstPropertyValue(RULE_PROPERTY) : null;
  return typeof written === 'string' ? written : null;
}

/** Whether an event of an own calendar is the plan itself, and no rule. */
export function isPlan(kind: EntryKind | null): kind is Exclude<EntryKind, ScheduleRuleKind> {
  return kind === 'release' || kind === 'milestone' || kind === 'duty';
}

/** What an event of an own calendar is; null where it does not say, or the calendar is somebody else's. */
export function ownKind(event: ICAL.Component): EntryKind | null {
  if (event.parent === null || !isOwnCalendar(event.parent)) return null;
  const category = event.getFirstPropertyValue('categories');
  return KINDS.find((kind) => KIND_NAMES[kind] === category) ?? null;
}

/** A rule's name as its event is called: `Freeze: Christmas`. */
export function eventName(kind: ScheduleRuleKind, name: string): string {
  return `${KIND_NAMES[kind]}: ${name}`;
}

/** The rule's name of what an event is called. */
export function ruleName(kind: ScheduleRuleKind, name: string): string {
  const lead = eventName(kind, '');
  return name.startsWith(lead) ? name.slice(lead.length) : name;
}

/** The rule of cron that an event of an own calendar is one time of; null where it is none. */
export function ownCron(event: ICAL.Component): { readonly uid: string; readonly holds: When } | null {
  const [written, uid] = [CRON_PROPERTY, 'related-to'].map((name) => event.getFirstPropertyValue(name));
  if (typeof written !== 'string' || typeof uid !== 'string') return null;
  try {
    const [start, end, zone] = JSON.parse(written) as readonly unknown[];
    const holds = When.safeParse({ by: 'cron', start, end, zone });
    return holds.success ? { uid, holds: holds.data } : null;
  } catch {
    return null; // somebody changed the file: each time of it is then an event of its own
  }
}
