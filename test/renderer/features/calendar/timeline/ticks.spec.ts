import { describe, expect, it } from 'vitest';
import { dayLabel, ticksFor, tierAt } from '../../../../../renderer/features/calendar/timeline/ticks.ts';
import { DAY_MS } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { zoneClock } from '../../../../../renderer/features/calendar/timeline/zone-clock.ts';
import { toDayNumber } from '../../../../../shared/domain/calendar/days.ts';
import { aDay, anInstant, aZone } from '../../../../support/times.ts';

const berlin = zoneClock(aZone('Europe/Berlin'));
const utc = zoneClock(aZone('UTC'));

function between(from: string, to: string) {
  return { from: anInstant(from), to: anInstant(to) };
}

describe('renderer/features/calendar/timeline/ticks', () => {
  it.each([
    { pixelsPerDay: 1_200, tier: { unit: 'hour', step: 1 } },
    { pixelsPerDay: 400, tier: { unit: 'hour', step: 3 } },
    { pixelsPerDay: 90, tier: { unit: 'hour', step: 12 } },
    { pixelsPerDay: 40, tier: { unit: 'day', step: 1 } },
    { pixelsPerDay: 10, tier: { unit: 'week', step: 1 } },
    { pixelsPerDay: 2, tier: { unit: 'month', step: 1 } },
    { pixelsPerDay: 0.5, tier: { unit: 'quarter', step: 1 } },
  ])('counts in $tier.unit at $pixelsPerDay pixels a day', ({ pixelsPerDay, tier }) => {
    expect(tierAt(DAY_MS / pixelsPerDay)).toEqual(tier);
  });

  it('writes hours by the wall clock: a skipped hour has no tick', () => {
    const ticks = ticksFor(berlin, between('2026-03-29T00:00+01:00', '2026-03-29T06:00+02:00'), DAY_MS / 1_200);

    const early = ticks.minor.slice(0, 4);
    expect(early.map((tick) => tick.label)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(early[2]?.time).toBe(anInstant('2026-03-29T03:00+02:00'));
    expect(ticks.major[0]?.label).toBe('Sun 29 Mar 2026');
  });

  it('writes a repeated hour twice', () => {
    const ticks = ticksFor(berlin, between('2026-10-25T00:00+02:00', '2026-10-25T05:00+01:00'), DAY_MS / 1_200);

    expect(ticks.minor.slice(0, 5).map((tick) => tick.label)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00']);
  });

  it('stands on the midnights of its zone', () => {
    const ticks = ticksFor(berlin, between('2026-06-10T12:00Z', '2026-06-13T12:00Z'), DAY_MS / 40);

    expect(ticks.minor.map((tick) => tick.time)).toEqual(
      ['10', '11', '12', '13'].map((day) => anInstant(`2026-06-${day}T00:00+02:00`)),
    );
    expect(ticks.minor.map((tick) => tick.label)).toEqual(['10', '11', '12', '13']);
    expect(ticks.major).toEqual([{ time: anInstant('2026-06-01T00:00+02:00'), label: 'Jun 2026' }]);
  });

  it('names weekdays where a day is wide', () => {
    const ticks = ticksFor(utc, between('2026-06-10T12:00Z', '2026-06-10T13:00Z'), DAY_MS / 60);

    expect(ticks.minor.map((tick) => tick.label)).toEqual(['Wed 10']);
  });

  it('counts weeks from Monday, the first at or before the left edge', () => {
    const ticks = ticksFor(utc, between('2026-06-10T12:00Z', '2026-06-23T00:00Z'), DAY_MS / 10);

    expect(ticks.minor.map((tick) => tick.label)).toEqual(['8', '15', '22']);
  });

  it('counts months and years over the turn of a year', () => {
    const ticks = ticksFor(utc, between('2026-11-10T00:00Z', '2027-02-10T00:00Z'), DAY_MS / 2);

    expect(ticks.minor.map((tick) => tick.label)).toEqual(['Nov', 'Dec', 'Jan', 'Feb']);
    expect(ticks.major.map((tick) => tick.label)).toEqual(['2026', '2027']);
    expect(ticks.major[1]?.time).toBe(anInstant('2027-01-01T00:00Z'));
  });

  it('counts quarters from afar', () => {
    const ticks = ticksFor(utc, between('2026-05-10T00:00Z', '2027-02-10T00:00Z'), DAY_MS / 0.4);

    expect(ticks.minor.map((tick) => tick.label)).toEqual(['Q2', 'Q3', 'Q4', 'Q1']);
  });

  it('writes as much of a day as fits', () => {
    const number = toDayNumber(aDay('2028-02-29'));

    expect([200, 100, 50].map((width) => dayLabel(number, width))).toEqual(['Tue 29 Feb 2028', 'Tue 29 Feb', 'Tue 29']);
  });
});
