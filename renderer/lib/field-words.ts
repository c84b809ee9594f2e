import { Day, Instant, LocalTime, Zone } from '../../shared/model/time.ts';
import { formatDay, formatInstant, formatLocal, zoneName } from './format.ts';

const words: Readonly<Record<string, string>> = {
  rrule: 'rule',
  startLocal: 'starts',
  endLocal: 'ends',
  startAt: 'starts at',
  endAt: 'ends at',
  departsAt: 'departs at',
  onDayOff: 'on a day off',
  extraDaysOff: 'more days off',
  boardedAt: 'boarded at',
  boardedBy: 'boarded by',
  bumpedTo: 'bumped to',
  workItemId: 'work item',
  trainId: 'train',
  releaseId: 'release',
  connectionId: 'connection',
  baseUrl: 'address',
  everyMinutes: 'every, in minutes',
  skippedStages: 'stages left out',
  bufferDays: 'buffer, in working days',
};

function wordOf(part: string): string {
  if (/^\d+$/.test(part)) return String(Number(part) + 1);
  return words[part] ?? part.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
}

/** Where a field is, for people: `stages.2.start.amount` is `Stages › 3 › start › amount`. */
export function fieldLabel(path: string): string {
  const label = path.split('.').map(wordOf).join(' › ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

const UTC = Zone.parse('UTC');

/** A moment where a field's name says that its number is one, on the clocks of its row's zone. */
function momentText(name: string, value: number, zone: Zone): string | null {
  const instant = Instant.safeParse(value);
  if (!/(At|Until|Since)$/.test(name) || !instant.success) return null;
  return `${formatInstant(instant.data, zone)} ${zoneName(zone, instant.data)}`;
}

/** A kept value for people; `name` is the last part of its path. */
export function valueText(name: string, value: unknown, zone: Zone = UTC): string {
  if (value === null || value === undefined) return 'none';
  if (value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return momentText(name, value, zone) ?? String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const day = Day.safeParse(value);
  if (day.success) return formatDay(day.data);
  const local = LocalTime.safeParse(value);
  return local.success ? formatLocal(local.data) : value;
}

/** Fields that follow from others of the same row, which say the same: they are left out beside them. */
const derived: Readonly<Record<string, readonly string[]>> = {
  startAt: ['startLocal', 'zone'],
  endAt: ['endLocal', 'zone'],
  departsAt: ['day', 'departureTime', 'zone'],
};

/** Whether a field only repeats what others of its row say. */
export function isDerived(path: string, row: Readonly<Record<string, unknown>>): boolean {
  const from = derived[path];
  return from?.every((name) => name in row) ?? false;
}

/** The zone that a row's times are meant in; UTC where it names none. */
export function zoneOfRow(row: Readonly<Record<string, unknown>>): Zone {
  const zone = Zone.safeParse(row.zone);
  return zone.success ? zone.data : UTC;
}
