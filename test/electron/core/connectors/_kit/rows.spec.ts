import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseRow, parseRows, sampleOf } from '../../../../../electron/core/connectors/_kit/rows.ts';
import { cpuMilliseconds } from '../../../../support/cpu-time.ts';

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

  it('makes a sample of the beginning of a long text, and shows no half of a secret where it cuts', () => {
    const secret = 'hunter2'.repeat(3_000);
    const started = cpuMilliseconds();
    const long = sampleOf({ text: 'a.'.repeat(4 * 1_048_576) });
    const spent = cpuMilliseconds() - started;
    const cut = sampleOf({ first: `?token=${'x'.repeat(4_000)}`, hook: `https://ada:${secret}@ci.example` });

    expect(long.length).toBeLessThanOrEqual(301);
    expect(spent).toBeLessThan(500);
    expect(cut).toContain('?token=[secret]');
    expect(cut).not.toContain('hunter2');
  });
});
