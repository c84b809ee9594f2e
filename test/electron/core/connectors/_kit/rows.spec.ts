import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseRow, parseRows, sampleOf } from '../../../../../electron/core/connectors/_kit/rows.ts';

const Row = z.object({ id: z.int(), user: z.object({ login: z.string() }) });
const good = { id: 1, user: { login: 'ada' }, more: true };

describe('electron/core/connectors/_kit/rows', () => {
  it('keeps the rows that it can read and tells of the others', () => {
    const { rows, dropped } = parseRows(Row, [good, { id: 'x', user: { login: 'b' } }, null, { id: 2, user: {} }]);

    expect(rows).toEqual([{ id: 1, user: { login: 'ada' } }]);
    expect(dropped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^id: /),
      expect.stringMatching(/object/),
      expect.stringMatching(/^user\.login: /),
    ]);
    expect(dropped[0]?.sample).toBe('{"id":"x","user":{"login":"b"}}');
  });

  it.each([[{ rows: [] }], ['text'], [null], [undefined]])(
    'counts %j, which is no list, as one dropped row',
    (value) => {
      expect(parseRows(Row, value)).toMatchObject({ rows: [], dropped: [{ reason: 'not a list' }] });
    },
  );

  it('reads one thing', () => {
    expect(parseRow(Row, good)).toEqual({ row: { id: 1, user: { login: 'ada' } }, dropped: [] });
    expect(parseRow(Row, [])).toMatchObject({ row: null, dropped: [{ sample: '[]' }] });
  });

  it('keeps samples short and free of secrets', () => {
    expect(sampleOf({ text: 'x'.repeat(1_000) })).toHaveLength(301);
    expect(sampleOf({ hook: 'https://ada:hunter2@ci.example/?token=abcdef' })).not.toMatch(/hunter2|abcdef/);
    expect(sampleOf(undefined)).toBe('undefined');
  });
});
