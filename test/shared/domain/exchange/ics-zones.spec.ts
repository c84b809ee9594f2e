import { describe, expect, it } from 'vitest';
import { zoneDefinition, zoneId } from '../../../../shared/domain/exchange/ics-zones.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { aZone } from '../../../support/times.ts';

const YEAR = span(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));

describe('shared/domain/exchange/ics-zones', () => {
  it('names clocks, and UTC not at all', () => {
    expect(zoneId({ by: 'offset', minutes: 0 })).toBeNull();
    expect(zoneId({ by: 'offset', minutes: 330 })).toBe('UTC+05:30');
    expect(zoneId({ by: 'aoe' })).toBe('AoE');
  });

  it('defines each change of a clock in the time asked for', () => {
    const text = zoneDefinition({ by: 'zone', zone: aZone('Europe/Berlin') }, YEAR).toString();

    expect(text.match(/DTSTART:\d+T\d+/g)).toEqual([
      'DTSTART:19700101T010000',
      'DTSTART:20260329T020000',
      'DTSTART:20261025T030000',
    ]);
    expect(text).toContain('TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100');
  });

  it('defines a clock that does not change by its one distance', () => {
    expect(zoneDefinition({ by: 'offset', minutes: -210 }, YEAR).toString()).toContain('TZOFFSETTO:-0330');
  });
});
