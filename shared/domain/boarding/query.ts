import { StatusCategory } from '../../model/connection.ts';

/** The fields that a query can ask about. */
export const queryFields = ['project', 'status', 'category', 'type', 'label', 'version', 'assignee'] as const;
export type QueryField = (typeof queryFields)[number];

/** One alternative of a field: a glob over its values, or `none` for a field without a value. */
export type QueryValue = { readonly kind: 'pattern'; readonly pattern: string } | { readonly kind: 'none' };

/** One condition: a text that the key or the title contains, or a field that has one of some values. */
export type QueryTerm =
  | { readonly kind: 'text'; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: 'field';
      readonly field: QueryField;
      readonly values: readonly QueryValue[];
      readonly negated: boolean;
    };

/** What is wrong with a query, and where: `at` counts characters from 1. */
export interface QueryProblem {
  readonly message: string;
  readonly at: number;
}

/** The conditions of a query, all of which must hold, or its problem. */
export type ReadQuery =
  | { readonly terms: readonly QueryTerm[]; readonly problem: null }
  | { readonly terms: null; readonly problem: QueryProblem };

/** A place in the text, and the first problem met; the reading stops after the term that has it. */
interface Cursor {
  readonly text: string;
  at: number;
  problem: QueryProblem | null;
}

/** Remembers what is wrong at an index of the text, unless something was wrong before. */
function refuse(cursor: Cursor, message: string, index: number): void {
  cursor.problem ??= { message, at: index + 1 };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

/** A quoted phrase; `\"` and `\\` stand for the characters themselves. */
function readQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const [quoted, inside = ''] = /^"((?:[^"\\]|\\.)*)"/s.exec(cursor.text.slice(start)) ?? [];
  if (quoted === undefined) refuse(cursor, 'This quotation mark is never closed', start);
  else if (inside.trim() === '') refuse(cursor, 'There is nothing between the quotation marks', start);
  cursor.at = quoted === undefined ? cursor.text.length : start + quoted.length;
  const next = cursor.text[cursor.at];
  if (next !== undefined && next !== ',' && !isSpace(next)) {
    refuse(cursor, 'A space is missing after the quotation mark', cursor.at);
  }
  return inside.replaceAll(/\\(.)/gs, '$1');
}

function readBare(cursor: Cursor, stop: RegExp): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !stop.test(cursor.text[cursor.at] as string)) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

function readPattern(cursor: Cursor, field: QueryField): string {
  if (cursor.text[cursor.at] === '"') return readQuoted(cursor);
  const start = cursor.at;
  const word = readBare(cursor, /[\s,"]/);
  if (cursor.text[cursor.at] === '"') refuse(cursor, 'Quote the whole value, not a part of it', cursor.at);
  if (word === '') refuse(cursor, `A value is missing after ${field}:`, start);
  return word;
}

function readValue(cursor: Cursor, field: QueryField): QueryValue {
  const start = cursor.at;
  const quoted = cursor.text[start] === '"';
  const pattern = readPattern(cursor, field);
  const known: readonly string[] = StatusCategory.options;
  if (field === 'category' && !known.includes(pattern.toLowerCase())) {
    refuse(cursor, `"${pattern}" is not a category; categories are ${known.join(', ')}`, start);
  }
  return !quoted && pattern.toLowerCase() === 'none' ? { kind: 'none' } : { kind: 'pattern', pattern };
}

function readValues(cursor: Cursor, field: QueryField): readonly QueryValue[] {
  const values: QueryValue[] = [];
  do {
    // Over the colon, and then over each comma.
    cursor.at += 1;
    values.push(readValue(cursor, field));
  } while (cursor.text[cursor.at] === ',');
  return values;
}

function readText(cursor: Cursor): string {
  if (cursor.text[cursor.at] !== '"') {
    const word = readBare(cursor, /[\s"]/);
    if (cursor.text[cursor.at] === '"') refuse(cursor, 'A space is missing before the quotation mark', cursor.at);
    return word;
  }
  const phrase = readQuoted(cursor);
  if (cursor.text[cursor.at] === ',') refuse(cursor, 'A comma goes only between the values of a field', cursor.at);
  return phrase;
}

function readTerm(cursor: Cursor): QueryTerm {
  const start = cursor.at;
  const negated = cursor.text[start] === '-';
  if (negated) cursor.at += 1;
  const rest = cursor.text.slice(cursor.at);
  if (rest === '' || isSpace(rest[0])) refuse(cursor, 'The minus sign stands alone', start);
  const name = /^([^\s":]+):/.exec(rest)?.[1];
  if (name === undefined) return { kind: 'text', text: readText(cursor), negated };
  const field = queryFields.find((known) => known === name.toLowerCase());
  if (field === undefined) {
    const remedy = `use ${queryFields.join(':, ')}: or put quotation marks around the text`;
    refuse(cursor, `"${name}:" is not something to ask about; ${remedy}`, cursor.at);
  }
  cursor.at += name.length;
  return { kind: 'field', field: field ?? 'project', values: readValues(cursor, field ?? 'project'), negated };
}

/** Reads a boarding query; the language is described in this folder's README. */
export function readQuery(text: string): ReadQuery {
  const cursor: Cursor = { text, at: 0, problem: null };
  const terms: QueryTerm[] = [];
  while (cursor.at < text.length && cursor.problem === null) {
    if (isSpace(text[cursor.at])) cursor.at += 1;
    else terms.push(readTerm(cursor));
  }
  if (terms.length === 0) refuse(cursor, 'The query is empty', 0);
  const { problem } = cursor;
  return problem === null ? { terms, problem } : { terms: null, problem };
}
