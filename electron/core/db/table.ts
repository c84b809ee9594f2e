import type * as z from 'zod';

/** How a field is kept in SQLite: as it is, as 0/1, or as JSON text. */
export type Codec = 'plain' | 'flag' | 'json';

export interface Table {
  readonly name: string;
  readonly fields: readonly string[];
  readonly columns: readonly string[];
  readonly codecs: readonly Codec[];
  /** Fields younger than the table: what they are in an image that does not know them. */
  readonly added: Readonly<Record<string, unknown>>;
}

/** `startLocal` becomes `start_local`. */
export function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Describes the table of an entity: one column a field, in the order of its schema. */
export function tableOf(
  name: string,
  schema: z.ZodObject,
  special: Readonly<Partial<Record<'flag' | 'json', readonly string[]>>> & Partial<Pick<Table, 'added'>> = {},
): Table {
  const fields = Object.keys(schema.shape);
  const codecOf = (field: string): Codec => {
    if (special.flag?.includes(field)) return 'flag';
    return special.json?.includes(field) ? 'json' : 'plain';
  };
  return { name, fields, columns: fields.map(snakeCase), codecs: fields.map(codecOf), added: special.added ?? {} };
}

function encode(codec: Codec, value: unknown): unknown {
  if (codec === 'plain') return value;
  if (codec === 'flag') return value ? 1 : 0;
  return value === null ? null : JSON.stringify(value);
}

function decodeFlag(value: unknown): boolean {
  if (value === 0 || value === 1) return value === 1;
  throw new RangeError(`a flag is 0 or 1, not ${String(value)}`);
}

function decode(codec: Codec, value: unknown): unknown {
  if (codec === 'plain') return value;
  if (codec === 'flag') return decodeFlag(value);
  return value === null ? null : JSON.parse(String(value));
}

/** The entity's values by column position. */
export function toRow(table: Table, entity: Readonly<Record<string, unknown>>): unknown[] {
  return table.fields.map((field, index) => encode(table.codecs[index] ?? 'plain', entity[field]));
}

/** The entity of a row; columns that are not of the table are left out. */
export function fromRow(table: Table, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entity: Record<string, unknown> = {};
  for (const [index, field] of table.fields.entries()) {
    entity[field] = decode(table.codecs[index] ?? 'plain', row[table.columns[index] ?? field]);
  }
  return entity;
}

/** Inserts a row where its id is not known, and says so by what it changed; values in the order of `columns`. */
export function insertNewText(name: string, columns: readonly string[]): string {
  const places = columns.map(() => '?').join(', ');
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO NOTHING`;
}

/** Inserts a row or, where its id is known, replaces all of it; the values are bound in the order of `columns`. */
export function upsertText(name: string, columns: readonly string[]): string {
  const places = columns.map(() => '?').join(', ');
  const changes = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`;
}
