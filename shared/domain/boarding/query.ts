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

class Refused extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Cursor {
  readonly text: string;
  at: number;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

/** A quoted phrase; `\"` and `\\` stand for the characters themselves. */
function readQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const end = /^"((?:[^"\\]|\\.)*)"/s.exec(cursor.text.slice(start));
  if (end === null) throw new Refused('This quotation mark is never closed', start + 1);
  const phrase = (end[1] as string).replaceAll(/\\(.)/gs, '$1');
  if (phrase.trim() === '') throw new Refused('There is nothing between the quotation marks', start + 1);
  cursor.at += end[0].length;
  const next = cursor.text[cursor.at];
  if (next === undefined || isSpace(next) || next === ',') return phrase;
  throw new Refused('A space is missing after the quotation mark', cursor.at + 1);
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
  if (cursor.text[cursor.at] === '"') throw new Refused('Quote the whole value, not a part of it', cursor.at + 1);
  if (word === '') throw new Refused(`A value is missing after ${field}:`, start + 1);
  return word;
}

function readValue(cursor: Cursor, field: QueryField): QueryValue {
  const start = cursor.at;
  const quoted = cursor.text[start] === '"';
  const pattern = readPattern(cursor, field);
  const known: readonly string[] = StatusCategory.options;
  if (field === 'category' && !known.includes(pattern.toLowerCase())) {
    throw new Refused(`"${pattern}" is not a category; categories are ${known.join(', ')}`, start + 1);
  }
  return !quoted && pattern.toLowerCase() === 'none' ? { kind: 'none' } : { kind: 'pattern', pattern };
}

function readField(cursor: Cursor, name: string, negated: boolean): QueryTerm {
  const start = cursor.at;
  const field = queryFields.find((known) => known === name.toLowerCase());
  if (field === undefined) {
    const remedy = `use ${queryFields.join(':, ')}: or put quotation marks around the text`;
    throw new Refused(`"${name}:" is not something to ask about; ${remedy}`, start + 1);
  }
  const values: QueryValue[] = [];
  cursor.at += name.length;
  do {
    cursor.at += 1;
    values.push(readValue(cursor, field));
  } while (cursor.text[cursor.at] === ',');
  return { kind: 'field', field, values, negated };
}

function readTerm(cursor: Cursor): QueryTerm {
  const start = cursor.at;
  const negated = cursor.text[start] === '-';
  if (negated) cursor.at += 1;
  const first = cursor.text[cursor.at];
  if (first === undefined || isSpace(first)) throw new Refused('The minus sign stands alone', start + 1);
  if (first === '"') {
    const phrase = readQuoted(cursor);
    if (cursor.text[cursor.at] === ',')
      throw new Refused('A comma goes only between the values of a field', cursor.at + 1);
    return { kind: 'text', text: phrase, negated };
  }
  const name = /^([^\s":]+):/.exec(cursor.text.slice(cursor.at))?.[1];
  if (name !== undefined) return readField(cursor, name, negated);
  const word = readBare(cursor, /[\s"]/);
  if (cursor.text[cursor.at] === '"') throw new Refused('A space is missing before the quotation mark', cursor.at + 1);
  return { kind: 'text', text: word, negated };
}

/** Reads a boarding query; the language is described in this folder's README. */
export function readQuery(text: string): ReadQuery {
  const cursor: Cursor = { text, at: 0 };
  const terms: QueryTerm[] = [];
  try {
    while (cursor.at < text.length) {
      if (isSpace(text[cursor.at])) cursor.at += 1;
      else terms.push(readTerm(cursor));
    }
    if (terms.length === 0) throw new Refused('The query is empty', 1);
    return { terms, problem: null };
  } catch (error) {
    if (error instanceof Refused) return { terms: null, problem: { message: error.message, at: error.at } };
    throw error;
  }
}
