import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidnightOf, Moment } from '../../../../../electron/core/connectors/_kit/moment.ts';

describe('electron/core/connectors/_kit/moment Moment', () => {
  it.each([
    ['2021-03-28T16:06:08.713+0800', '2021-03-28T08:06:08.713Z'],
    ['2021-03-28T16:06:08.713+08:00', '2021-03-28T08:06:08.713Z'],
    ['2021-03-28T08:06:08Z', '2021-03-28T08:06:08.000Z'],
    ['2021-03-28T08:06Z', '2021-03-28T08:06:00.000Z'],
    ['2021-03-28T08:06:08.1Z', '2021-03-28T08:06:08.100Z'],
    ['2021-03-28T08:06:08.123999999Z', '2021-03-28T08:06:08.123Z'],
    ['2021-01-01T00:30:00-0930', '2021-01-01T10:00:00.000Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(Moment.parse(text)).toISOString()).toBe(expected);
  });

  it.each([
    'yesterday',
    '',
    '5',
    '2021',
    '2021-01-01',
    '2021-01-01T10:00:00',
    'Mar 3 2021',
    'Wed, 03 Mar 2021 10:00:00 GMT',
    '2021-02-30T10:00:00Z',
    '2021-02-29T10:00:00Z',
    '2021-13-01T10:00:00Z',
    '2021-01-01T24:00:00Z',
    '2021-01-01T10:60:00Z',
    '2021-01-01T10:00:00+2500',
  ])('refuses %j', (text) => {
    expect(Moment.safeParse(text).error?.issues[0]?.message).toBe(`not a time: ${text}`);
  });

  it('reads every moment of four-digit years', () => {
    const moment = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59Z') });
    fc.assert(
      fc.property(moment, (ms) => {
        expect(Moment.parse(new Date(ms).toISOString())).toBe(ms);
      }),
    );
  });
});

describe('electron/core/connectors/_kit/moment MidnightOf', () => {
  it.each([
    ['2026-07-01', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01T23:59:59-0500', '2026-07-01T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(MidnightOf.parse(text)).toISOString()).toBe(expected);
  });

  it.each(['soon', '', '2026-02-30', '2026-7-1', '2026-07-011', '20260701'])('refuses %j', (text) => {
    expect(MidnightOf.safeParse(text).error?.issues[0]?.message).toBe(`not a day: ${text}`);
  });
});
