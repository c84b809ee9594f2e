import { describe, expect, it } from 'vitest';
import { readCalendarBytes, stemOf } from '../../../../../renderer/features/windows/exchange/read-file.ts';

const TEXT = 'BEGIN:VCALENDAR\r\nSUMMARY:Bücher\r\nEND:VCALENDAR\r\n';

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

describe('renderer/features/windows/exchange/read-file', () => {
  it.each([
    ['UTF-8', new Uint8Array(Buffer.from(TEXT))],
    ['UTF-8 with its mark', new Uint8Array(Buffer.from(`\uFEFF${TEXT}`))],
    ['UTF-16 with its mark', utf16(TEXT)],
    ['UTF-16 the other way round', utf16(TEXT).map((_byte, at, all) => all[at ^ 1] ?? 0)],
  ])('reads %s', (_what, bytes) => {
    expect(readCalendarBytes('days.ics', bytes)).toEqual({ text: TEXT, problem: null });
  });

  it.each([
    ['Latin 1', new Uint8Array(Buffer.from(TEXT, 'latin1')), 'is not written in UTF-8'],
    ['a table', new Uint8Array(Buffer.from('a;b;c')), 'does not begin with BEGIN:VCALENDAR'],
    ['nothing', new Uint8Array(), 'does not begin with BEGIN:VCALENDAR'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'is not written in UTF-8'],
    ['too much', new Uint8Array(900_001), 'has 900 kB; a calendar file may have 900 kB'],
  ])('refuses %s in words', (_what, bytes, words) => {
    expect(readCalendarBytes('days.ics', bytes).problem).toContain(words);
  });

  it('calls a calendar by its file', () => {
    expect(stemOf('Company days.2026.ics')).toBe('Company days.2026');
  });
});
