import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../renderer/lib/open-file/read-file.ts';
import { workbook } from '../../../support/workbook.ts';

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

describe('renderer/lib/open-file/read-file', () => {
  it('goes by what is in a file, not by its name', async () => {
    const file = workbook({ Plan: [['Release'], ['R1']], More: [['a'], ['b']] });

    const opened = await readFile('plan.csv', file);

    expect(opened).toMatchObject({ kind: 'table', encoding: null, sheets: [{ name: 'Plan' }, { name: 'More' }] });
  });

  it('takes any text for a table, and says how it was written', async () => {
    expect(await readFile('plan.txt', bytes('Release,Day\nR1,2026-01-01'))).toMatchObject({
      kind: 'table',
      encoding: 'UTF-8',
      sheets: [{ table: { headers: ['Release', 'Day'] } }],
    });
  });

  it('takes what is called so for a schedule', async () => {
    const opened = await readFile('schedule.json', bytes('{"v26":{"start":"2026-04-22"}}'));

    expect(opened).toMatchObject({ kind: 'schedule', schedule: { kind: 'node' } });
  });

  it.each([
    ['a calendar', bytes('BEGIN:VCALENDAR\r\nEND:VCALENDAR'), 'This is a calendar file (iCalendar).'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'the old Excel format'],
    [
      'a program',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
      'This file is not text, whatever it is called.',
    ],
    ['nothing', new Uint8Array(), 'The file has no rows.'],
    ['too much', new Uint8Array(31 * 1024 * 1024), 'The file has 31 MB; at most 30 are read.'],
  ])('refuses %s in words', async (_what, file, message) => {
    await expect(readFile('plan.csv', file)).rejects.toThrow(message);
  });
});
