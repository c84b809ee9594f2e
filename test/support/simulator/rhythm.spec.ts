import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRhythm, DAY, HOUR } from './rhythm.ts';

const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2025, 0, 1);

function rhythm(changes: Partial<Parameters<typeof createRhythm>[0]> = {}) {
  return createRhythm({ seed: 1, from: FROM, to: TO, zoneHours: 0, peaks: [], ...changes });
}

describe('test/support/simulator/rhythm', () => {
  it('maps moments to working hours and back', () => {
    const { hoursAt, momentOf } = rhythm({ zoneHours: -7 });
    fc.assert(
      fc.property(fc.integer({ min: FROM + 2 * DAY, max: TO }), (at) => {
        // Night hours are a few thousandths of a day: a moment is found again to the minute.
        expect(Math.abs(momentOf(hoursAt(at)) - at)).toBeLessThan(60_000);
      }),
    );
  });

  it('never runs backwards', () => {
    const { after } = rhythm();
    const moments = fc.record({
      at: fc.integer({ min: FROM, max: TO }),
      hours: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(moments, ({ at, hours }) => {
        expect(after(at, hours)).toBeGreaterThanOrEqual(at - 1_000);
        expect(after(at, hours + 1)).toBeGreaterThan(after(at, hours));
      }),
    );
  });

  it('has about eight hours in an ordinary working week day, a tenth of it at the weekend', () => {
    const { hoursAt } = rhythm();
    const perWeekday = new Array<number>(7).fill(0);
    for (let day = 0; day < 364; day += 1) {
      const at = FROM + day * DAY;
      const weekday = (new Date(at).getUTCDay() + 6) % 7;
      perWeekday[weekday] = (perWeekday[weekday] ?? 0) + (hoursAt(at + DAY) - hoursAt(at)) / 52;
    }

    for (const hours of perWeekday.slice(0, 5)) expect(hours).toBeGreaterThan(5.5);
    for (const hours of perWeekday.slice(0, 5)) expect(hours).toBeLessThan(10);
    for (const hours of perWeekday.slice(5)) expect(hours).toBeLessThan(1);
  });

  it('follows the clock of its zone', () => {
    const east = rhythm({ zoneHours: 9 });
    const monday = Date.UTC(2024, 2, 4);

    const morningInTokyo = east.hoursAt(monday + 3 * HOUR) - east.hoursAt(monday);
    const nightInTokyo = east.hoursAt(monday + 18 * HOUR) - east.hoursAt(monday + 15 * HOUR);

    expect(morningInTokyo).toBeGreaterThan(8 * nightInTokyo);
  });

  it('rises before a peak and is quiet after it', () => {
    const peak = { at: Date.UTC(2024, 4, 16, 12), rise: 1, fadeDays: 1.5, quietDays: 2, quiet: 0.5 };
    const [plain, peaked] = [rhythm(), rhythm({ peaks: [peak] })];
    const share = (from: number, to: number) =>
      (peaked.hoursAt(to) - peaked.hoursAt(from)) / (plain.hoursAt(to) - plain.hoursAt(from));

    expect(share(Date.UTC(2024, 4, 16), Date.UTC(2024, 4, 17))).toBeCloseTo(2, 1);
    expect(share(Date.UTC(2024, 4, 17), Date.UTC(2024, 4, 18))).toBeCloseTo(0.5, 2);
    expect(share(Date.UTC(2024, 3, 1), Date.UTC(2024, 3, 8))).toBeCloseTo(1, 2);
  });

  it('nearly rests at the turn of the year', () => {
    const { hoursAt } = rhythm();
    const week = (from: number) => hoursAt(from + 7 * DAY) - hoursAt(from);

    expect(week(Date.UTC(2024, 11, 24))).toBeLessThan(0.3 * week(Date.UTC(2024, 10, 5)));
  });
});
