import { describe, expect, it } from 'vitest';
import {
  readWeeks,
  typedHistory,
  typedPresence,
  typedWords,
  weeksText,
} from '../../../../shared/domain/capacity/typed-throughput.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

const asked = { from: aDay('2026-05-25'), to: aDay('2026-11-22') };
const week = (monday: string, finished: number) => ({ monday: aDay(monday), finished });
const range = (least: number, most: number) => ({ by: 'range', least, most, overFacts: false }) as const;
const weeks = (...list: ReturnType<typeof week>[]) => ({ by: 'weeks', weeks: list, overFacts: false }) as const;

describe('shared/domain/capacity/typed-throughput', () => {
  it.each([
    [range(8, 12), '8 to 12 items a week'],
    [range(1, 1), '1 item a week'],
    [weeks(week('2026-11-02', 9)), '1 week with 9 items'],
    [weeks(week('2026-11-02', 900), week('2026-11-09', 300)), '2 weeks with 1,200 items'],
  ])('says it in words', (typed, text) => {
    expect(typedWords(typed)).toBe(text);
  });

  it('spreads a week evenly over its working days, and draws them together', () => {
    const history = typedHistory(weeks(week('2026-11-02', 7), week('2026-11-16', 0)), 5, asked);

    expect(history).toEqual({
      from: '2026-11-02',
      to: '2026-11-22',
      finished: [1, 1, 2, 1, 2, 0, 0, 0, 0, 0],
      undone: 0,
      together: 5,
      typed: '2 weeks with 7 items',
    });
  });

  it('takes each number of a range for as likely as any other', () => {
    const { finished, ...history } = typedHistory(range(2, 4), 2, asked);

    expect(finished).toEqual([1, 1, 1, 2, 2, 2]);
    expect(history).toMatchObject({ ...asked, together: 2, typed: '2 to 4 items a week' });
  });

  it('knows who was there: in the typed weeks alone, and everybody for a range', () => {
    // Half are away from Wednesday the 4th to Wednesday the 18th.
    const presence = (day: string) => (day >= '2026-11-04' && day <= '2026-11-18' ? 0.5 : 1);
    const typed = weeks(week('2026-11-02', 7), week('2026-11-16', 9));

    // Of ten working days four are whole: two of the first week and two of the second.
    expect(typedPresence(typed, presence, aCalendar())).toBeCloseTo(0.7, 12);
    expect(typedPresence(range(8, 12), presence, aCalendar())).toBe(1);
  });

  it('reads lines as they are typed, pasted, or exported, in whatever order', () => {
    const text = 'Week,Finished\r\n2026-W46, 12\n"2026-11-04";9\n\n2 Jan 2026\t0\n';

    expect(readWeeks(text)).toEqual({
      weeks: [week('2025-12-29', 0), week('2026-11-02', 9), week('2026-11-09', 12)],
      problems: [],
    });
    expect(weeksText(readWeeks(text).weeks)).toBe('2025-12-29, 0\n2026-11-02, 9\n2026-11-09, 12');
  });

  it.each([
    ['soon, 3', 'Line 1: “soon” is no week.'],
    ['2026-W54, 3', 'Line 1: “2026-W54” is no week.'],
    ['2026-W45, many', 'Line 1: “many” is no number of items'],
    ['2026-W45', 'Line 1: “” is no number of items'],
    ['2026-W45, 1001', 'Line 1: “1001” is no number of items from 0 to 1,000.'],
    ['2026-W45, 1\n2026-11-03, 2', 'Line 2: “2026-11-03” is in a week that stands there already.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readWeeks(text).problems[0]).toContain(problem);
  });

  it('takes two years of weeks and no more', () => {
    const lines = Array.from({ length: 105 }, (_, at) => `${2024 + Math.floor(at / 52)}-W${(at % 52) + 1}, 1`);

    expect(readWeeks(lines.slice(1).join('\n')).problems).toEqual([]);
    expect(readWeeks(lines.join('\n')).problems).toEqual(['105 weeks: at most 104 are kept.']);
  });
});
