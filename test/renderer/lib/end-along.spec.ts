import { describe, expect, it } from 'vitest';
import { endAlong } from '../../../renderer/lib/end-along.ts';

const day = { start: '2026-11-23T09:00', end: '2026-11-23T17:00' };

describe('renderer/lib/end-along', () => {
  it.each([
    ['later', day, '2027-03-25T18:00', '2027-03-26T02:00'],
    ['earlier', day, '2026-02-28T20:00', '2026-03-01T04:00'],
    ['a year that is half typed', day, '0002-11-23T09:00', '0002-11-23T17:00'],
    ['a start that is not there yet', { ...day, start: '' }, '2027-03-25T18:00', day.end],
    ['a start that is cleared', day, '', day.end],
    ['an end before its start', { ...day, end: '2026-11-22T17:00' }, '2027-03-25T18:00', '2026-11-22T17:00'],
    ['a year beyond all calendars', day, '20270-11-23T09:00', day.end],
  ])('keeps the length: %s', (_, time, start, end) => {
    expect(endAlong(time, start)).toBe(end);
  });
});
