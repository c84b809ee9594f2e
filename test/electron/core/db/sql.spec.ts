import { describe, expect, it } from 'vitest';
import { allOf, inList, sql } from '../../../../electron/core/db/sql.ts';

describe('electron/core/db/sql', () => {
  it('turns every value into a parameter', () => {
    const hostile = "'; DROP TABLE train; --";

    expect(sql`SELECT ${hostile}, ${3}, ${null}`).toEqual({ text: 'SELECT ?, ?, ?', values: [hostile, 3, null] });
  });

  it('splices pieces with their values in order', () => {
    const inner = sql`b = ${2}`;

    expect(sql`a = ${1} AND ${inner} AND c = ${3}`).toEqual({ text: 'a = ? AND b = ? AND c = ?', values: [1, 2, 3] });
  });

  it('does not take bytes for a piece', () => {
    const bytes = Buffer.from('x');

    expect(sql`${bytes}`).toEqual({ text: '?', values: [bytes] });
  });

  it('joins conditions so that an OR inside stays inside', () => {
    expect(allOf([sql`a = ${1} OR b = ${2}`, sql`c = ${3}`])).toEqual({
      text: '(a = ? OR b = ?) AND (c = ?)',
      values: [1, 2, 3],
    });
    expect(allOf([])).toEqual({ text: 'TRUE', values: [] });
  });

  it('keeps the text of a list the same whatever its length', () => {
    expect(inList(['a', "b'"]).text).toBe(inList([]).text);
    expect(inList(['a', "b'"]).values).toEqual([`["a","b'"]`]);
  });
});
