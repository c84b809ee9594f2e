import { describe, expect, it } from 'vitest';
import { eraAt } from '../../../../shared/domain/calendar/zone-eras.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { aZone } from '../../../support/times.ts';

const HOUR = 3_600_000;

describe('shared/domain/calendar/zone-eras', () => {
  it('knows the era of a moment, its beginning included and its end not', () => {
    const zone = aZone('Europe/Berlin');
    const spring = Date.parse('2026-03-29T01:00:00Z');
    const autumn = Date.parse('2026-10-25T01:00:00Z');

    expect(eraAt(Date.parse('2026-07-01T00:00:00Z'), zone)).toEqual({ from: spring, to: autumn, offset: 2 * HOUR });
    expect(eraAt(spring, zone)).toEqual({ from: spring, to: autumn, offset: 2 * HOUR });
    expect(eraAt(autumn - 1, zone)).toEqual({ from: spring, to: autumn, offset: 2 * HOUR });
    expect(eraAt(spring - 1, zone)).toMatchObject({ to: spring, offset: HOUR });
    expect(eraAt(autumn, zone)).toMatchObject({ from: autumn, offset: HOUR });
  });

  it('gives the same answer whatever was asked before', () => {
    const zone = aZone('America/New_York');
    const moments = [0, 9, 3, 7, 1, 8, 2, 6, 4, 5].map((year) => Date.UTC(2015 + year, 6, 1));

    const forth = moments.map((at) => eraAt(at, zone).offset);
    const back = moments.toReversed().map((at) => eraAt(at + 180 * 24 * HOUR, zone).offset);

    expect(new Set(forth)).toEqual(new Set([-4 * HOUR]));
    expect(new Set(back)).toEqual(new Set([-5 * HOUR]));
  });

  it('has one era without end for a zone that never changes', () => {
    expect(eraAt(0, aZone('UTC'))).toEqual({
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      offset: 0,
    });
  });

  it('has eras one after the other, without hole or overlap', () => {
    for (const name of ['Europe/London', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Gaza']) {
      const zone = aZone(name);
      let era = eraAt(Date.UTC(1900, 0, 1), zone);
      while (era.to < Date.UTC(2060, 0, 1)) {
        const next = eraAt(era.to, zone);

        expect(next.from, `${name} ${era.to}`).toBe(era.to);
        expect(next.offset, `${name} ${era.to}`).not.toBe(era.offset);
        era = next;
      }
    }
  });

  it('refuses a zone that this system does not know, by name', () => {
    expect(() => eraAt(0, 'Mars/Olympus_Mons' as Zone)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', where: 'Mars/Olympus_Mons' }),
    );
  });
});
