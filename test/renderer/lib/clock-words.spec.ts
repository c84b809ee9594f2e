import { describe, expect, it } from 'vitest';
import { clocksOf, localOn, ownTimes, readersTimes, shortClock, spanIn } from '../../../renderer/lib/clock-words.ts';
import { When } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { anInstant } from '../../support/times.ts';

const berlin = { by: 'zone', zone: 'Europe/Berlin' as Zone } as const;
const bound = (local: string, clock: object) => ({ local, clock });
const holds = When.parse({
  by: 'once',
  start: bound('2026-12-18T18:00', berlin),
  end: bound('2026-12-18T20:00', berlin),
});
const span: Span = { start: anInstant('2026-12-18T17:00Z'), end: anInstant('2026-12-18T19:00Z') };

describe('renderer/lib/clock-words', () => {
  it('tells a span on the clock of its rule, and its day once', () => {
    expect(ownTimes(span, holds)).toBe('Fri 18 Dec 2026, 18:00 to 20:00 CET');
  });

  it('tells both clocks where the two ends are on two', () => {
    const mixed = When.parse({
      by: 'once',
      start: bound('2026-12-18T18:00', berlin),
      end: bound('2026-12-18T07:00', { by: 'aoe' }),
    });

    expect(ownTimes(span, mixed)).toBe('Fri 18 Dec 2026, 18:00 CET to Fri 18 Dec 2026, 07:00 AoE');
    expect(clocksOf(mixed)).toEqual({ start: berlin, end: { by: 'aoe' } });
  });

  it('tells the reader’s times only where that clock shows others', () => {
    expect(readersTimes(span, holds, 'Europe/Paris' as Zone)).toBeNull();
    expect(readersTimes(span, holds, 'UTC' as Zone)).toBe('Fri 18 Dec 2026, 17:00 to 19:00 UTC');
    expect(spanIn(span, 'UTC' as Zone)).toBe('Fri 18 Dec 2026, 17:00 to 19:00 UTC');
  });

  it('reads clocks of a zone, of an offset and of anywhere on Earth', () => {
    const offset = { by: 'offset', minutes: 600 } as const;
    const clocks = [berlin, offset, { by: 'aoe' } as const];

    expect(clocks.map((clock) => localOn(clock, span.start))).toEqual([
      '2026-12-18T18:00',
      '2026-12-19T03:00',
      '2026-12-18T05:00',
    ]);
    expect(clocks.map((clock) => shortClock(clock, span.start))).toEqual(['CET', 'UTC+10:00', 'AoE']);
  });
});
