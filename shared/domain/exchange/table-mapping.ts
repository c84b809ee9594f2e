import { OTHER_YEAR } from '../../model/plan-years.ts';
import type { ClockTime, Day, Zone } from '../../model/time.ts';
import { clockOfLocal, dayOfLocal } from '../calendar/zoned-time.ts';
import { foldText } from '../text/fold-text.ts';
import { cellMoment, saysMoreThanDay } from './cell-moment.ts';
import { type DayOrder, dayOrderOf, readDay } from './read-day.ts';

/** A table out of a file, all of it text: nothing in it was computed. */
export interface Table {
  /** What the columns are called in the file, in their order. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Whether a bare number may be a day as spreadsheets count them. */
  readonly serialDays: boolean;
}

export interface TableRow {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** One word of a choice, with what files call it. */
export interface FieldChoice {
  readonly value: string;
  readonly words: readonly string[];
}

/** Something that a column can be. */
export interface TableField {
  readonly key: string;
  readonly label: string;
  /** What files call such a column, besides its label. */
  readonly words: readonly string[];
  readonly kind: 'text' | 'day' | 'time' | 'choice';
  /** A row without it makes no sense. */
  readonly required: boolean;
  /** Several columns may be this; each keeps its own name. */
  readonly several: boolean;
  /** The words of a choice; empty for every other kind. */
  readonly choices: readonly FieldChoice[];
}

/** What each column is: a field's key, or null for a column that is left out. */
export type ColumnMapping = readonly (string | null)[];

/** What is wrong with one cell. */
export interface CellProblem {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** A value of a column of which there may be several. */
export interface NamedValue {
  readonly key: string;
  readonly column: string;
  readonly value: string;
}

/** A row by its fields: text as it stands without space around it, days as YYYY-MM-DD, times as HH:MM, choices by value. */
export interface MappedRow {
  readonly line: number;
  /** Empty where the file says nothing. */
  readonly values: Readonly<Record<string, string>>;
  readonly several: readonly NamedValue[];
  readonly problems: readonly CellProblem[];
}

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function matches(header: string, field: TableField, exactly: boolean): boolean {
  const name = plain(header);
  const words = [field.label, field.words].flat().map(plain);
  return exactly ? words.includes(name) : words.some((word) => ` ${name} `.includes(` ${word} `));
}

/**
 * What the columns most likely are, by their names: first those that are called exactly so, then those that have the word in them.
 * A field goes to one column, unless it takes several; what nothing fits is left out.
 */
export function guessMapping(headers: readonly string[], fields: readonly TableField[]): ColumnMapping {
  const mapping: (string | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  for (const exactly of [true, false]) {
    for (const [index, header] of headers.entries()) {
      if (mapping[index] !== null || plain(header) === '') continue;
      const field = fields.find((one) => !taken.has(one.key) && matches(header, one, exactly));
      if (field === undefined) continue;
      mapping[index] = field.key;
      if (!field.several) taken.add(field.key);
    }
  }
  return mapping;
}

/** The required fields that no column is. */
export function missingFields(fields: readonly TableField[], mapping: ColumnMapping): readonly TableField[] {
  return fields.filter(({ key, required }) => required && !mapping.includes(key));
}

/** The fields that more than one column is, although only one may be. */
export function doubledFields(fields: readonly TableField[], mapping: ColumnMapping): readonly TableField[] {
  return fields.filter(({ key, several }) => !several && mapping.filter((one) => one === key).length > 1);
}

/** How days of two numbers and a year are meant in the columns of days; null where the file does not tell. */
export function guessDayOrder(table: Table, fields: readonly TableField[], mapping: ColumnMapping): DayOrder | null {
  const days = new Set(fields.filter(({ kind }) => kind === 'day').map(({ key }) => key));
  const columns = mapping.flatMap((key, index) => (key !== null && days.has(key) ? [index] : []));
  return dayOrderOf(table.rows.flatMap(({ cells }) => columns.map((index) => cells[index] ?? '')));
}

type Read = { readonly value: string } | { readonly message: string; readonly remedy: string };

const DAY_PROBLEMS = {
  'no-day': ['This is no day.', 'Write it as 2026-03-31.'],
  either: ['This could be two days.', 'Say whether the day or the month comes first.'],
  'no-such-day': ['There is no such day.', 'Correct it in the file.'],
  'short-year': ['The year is missing or has two digits.', 'Write the year with four digits, as in 2026-03-31.'],
  'other-year': [`${OTHER_YEAR.charAt(0).toUpperCase()}${OTHER_YEAR.slice(1)}.`, 'Correct it in the file.'],
} as const;

/** How days and times of one row are read. */
interface MomentReading {
  readonly order: DayOrder | null;
  readonly serial: boolean;
  /** Whose clock shows the moments that a cell names by their distance from UTC. */
  readonly zone: Zone;
}

const MORE_THAN_DAY = {
  message: 'There is more in it than one day.',
  remedy: 'Write one day, as 2026-03-31, and the rest into a column of its own.',
};

/** A moment becomes the day on the zone's clock; midnight UTC is how programs write a day without a time, and stays that day. */
function readDayCell(text: string, { order, serial, zone }: MomentReading): Read {
  const moment = cellMoment(text, { order, serial }, zone);
  if (moment !== null && moment.local !== null && !moment.isMidnightUtc) {
    return { value: dayOfLocal(moment.local) satisfies Day };
  }
  const read = readDay(text, { order, serial });
  if (!('day' in read)) {
    const [message, remedy] = DAY_PROBLEMS[read.problem];
    return { message, remedy };
  }
  return moment === null && saysMoreThanDay(text) ? MORE_THAN_DAY : { value: read.day satisfies Day };
}

/** `9:30`, `09:30:00`, `9 pm`, or the time of a moment that spreadsheets wrote out. */
function readTimeCell(text: string, { order, serial, zone }: MomentReading): Read {
  const moment = cellMoment(text, { order, serial }, zone);
  if (moment !== null) {
    if (moment.local !== null) return { value: clockOfLocal(moment.local) };
    const message = 'This says how far it is from UTC, but not on which day.';
    return { message, remedy: "Write it on the train's clock, as 09:30, or with its day." };
  }
  const [, hour = '', minute = '00', half = ''] =
    /(?:^|[T ])(\d{1,2})(?::(\d{2}))(?::\d{2}(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?$/i.exec(text) ??
    /^(\d{1,2})()\s*([ap])\.?m\.?$/i.exec(text) ??
    [];
  const isLate = half.toLowerCase() === 'p';
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
  if (hour === '' || hours > 23 || Number(minute) > 59)
    return { message: 'This is no time.', remedy: 'Write it as 09:30.' };
  return { value: `${String(hours).padStart(2, '0')}:${minute || '00'}` satisfies string as ClockTime };
}

function readChoiceCell(text: string, { choices }: TableField): Read {
  const name = plain(text);
  const found = choices.find(({ value, words }) => [value, ...words].some((word) => plain(word) === name));
  if (found) return { value: found.value };
  const known = choices.map(({ value }) => value).join(', ');
  return { message: 'This word is not known here.', remedy: `Use one of: ${known}.` };
}

function readCell(text: string, field: TableField, reading: MomentReading): Read {
  const trimmed = text.trim();
  if (trimmed === '') {
    return field.required
      ? { message: `${field.label} is missing.`, remedy: 'Fill it in, or leave the row out.' }
      : { value: '' };
  }
  switch (field.kind) {
    case 'text':
      return { value: trimmed };
    case 'day':
      return readDayCell(trimmed, reading);
    case 'time':
      return readTimeCell(trimmed, reading);
    case 'choice':
      return readChoiceCell(trimmed, field);
  }
}

/** How a table is read. */
export interface TableReading {
  readonly fields: readonly TableField[];
  readonly mapping: ColumnMapping;
  readonly order: DayOrder | null;
  /** Whose clock a row's days and times are on, by what its cells of a field say. */
  readonly zoneOf: (cellOf: (key: string) => string) => Zone;
}

/** Reads the rows by what their columns are; what cannot be read is named with its line, column, value and a remedy. */
export function readMapped(table: Table, { fields, mapping, order, zoneOf }: TableReading): readonly MappedRow[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return table.rows.map(({ line, cells }) => {
    const values: Record<string, string> = {};
    const several: NamedValue[] = [];
    const problems: CellProblem[] = [];
    const zone = zoneOf((key) => cells[mapping.indexOf(key)]?.trim() ?? '');
    for (const [index, key] of mapping.entries()) {
      const field = key === null ? undefined : byKey.get(key);
      if (field === undefined) continue;
      const text = cells[index] ?? '';
      const column = table.headers[index] ?? '';
      const read = readCell(text, field, { order, serial: table.serialDays, zone });
      if ('message' in read) problems.push({ line, column, value: text.trim(), ...read });
      else if (!field.several) values[field.key] = read.value;
      else if (read.value !== '') several.push({ key: field.key, column, value: read.value });
    }
    return { line, values, several, problems };
  });
}
