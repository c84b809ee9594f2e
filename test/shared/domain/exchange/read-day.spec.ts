import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOrderOf, readDay } from '../../../../shared/domain/exchange/read-day.ts';

const plainly = { order: null, serial: false } as const;

describe('shared/domain/exchange/read-day', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['2026-03-04T23:30:00Z', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['4.3.2026', '2026-03-04'],
    ['04. 03. 2026', '2026-03-04'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['3/3/2026', '2026-03-03'],
    ['4 March 2026', '2026-03-04'],
    ['Mar 4, 2026', '2026-03-04'],
    ['Monday 8th January 2024', '2024-01-08'],
    ['Wed August 25, 2021', '2021-08-25'],
    ['4-Mar-2026', '2026-03-04'],
    ['29.02.2028', '2028-02-29'],
  ])('reads %s', (text, day) => {
    expect(readDay(text, plainly)).toEqual({ day });
  });

  it.each([
    ['3/4/2026', 'either'],
    ['2026-02-30', 'no-such-day'],
    ['29.02.2026', 'no-such-day'],
    ['31 April 2026', 'no-such-day'],
    ['13/13/2026', 'no-such-day'],
    ['0026-03-04', 'other-year'],
    ['31.12.1969', 'other-year'],
    ['4 March 2200', 'other-year'],
    ['04.03.26', 'short-year'],
    ['4 March', 'short-year'],
    ['TBD', 'no-day'],
    ['=TODAY()', 'no-day'],
    ['46085', 'no-day'],
    ['', 'no-day'],
  ])('does not guess %s', (text, problem) => {
    expect(readDay(text, plainly)).toEqual({ problem });
  });

  it('takes the order that it is told', () => {
    expect(readDay('3/4/2026', { order: 'day-first', serial: false })).toEqual({ day: '2026-04-03' });
    expect(readDay('3/4/2026', { order: 'month-first', serial: false })).toEqual({ day: '2026-03-04' });
  });

  it('counts the days of spreadsheets, whose 1900 had a day too many', () => {
    const counted = { order: null, serial: true } as const;

    expect(readDay('61', counted)).toEqual({ problem: 'no-day' });
    expect(readDay('43831', counted)).toEqual({ day: '2020-01-01' });
    expect(readDay('46085.75', counted)).toEqual({ day: '2026-03-04' });
  });

  it('tells the order by a value that only makes sense in it', () => {
    expect(dayOrderOf(['1/2/2026', '13/2/2026'])).toBe('day-first');
    expect(dayOrderOf(['1/2/2026', '2/13/2026'])).toBe('month-first');
    expect(dayOrderOf(['1/2/2026'])).toBeNull();
    expect(dayOrderOf(['13/2/2026', '2/13/2026'])).toBeNull();
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readDay(text, { order: null, serial: true });

        expect('day' in read || 'problem' in read).toBe(true);
      }),
    );
  });
});
