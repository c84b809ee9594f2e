import { describe, expect, it } from 'vitest';
import { isZone, knownZones, machineZone, offsetText, zoneNamed } from '../../../renderer/lib/zones.ts';
import { instant } from '../../../shared/model/time.ts';

describe('renderer/lib/zones', () => {
  it('lists UTC first, once, and every zone that this runtime names', () => {
    const zones = knownZones('');

    expect(zones[0]).toBe('UTC');
    expect(zones.filter((zone) => zone === 'UTC')).toHaveLength(1);
    expect(zones).toEqual(expect.arrayContaining(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland']));
  });

  it('keeps a zone that is only an alias', () => {
    expect(knownZones('US/Pacific')[0]).toBe('US/Pacific');
  });

  it.each([
    ['UTC', '2026-07-01T00:00:00Z', '+00:00'],
    ['Europe/Berlin', '2026-07-01T00:00:00Z', '+02:00'],
    ['Europe/Berlin', '2026-12-01T00:00:00Z', '+01:00'],
    ['Asia/Kolkata', '2026-12-01T00:00:00Z', '+05:30'],
    ['America/St_Johns', '2026-12-01T00:00:00Z', '-03:30'],
  ])('gives %s at %s the offset %s', (zone, at, offset) => {
    expect(offsetText(zone, instant(Date.parse(at)))).toBe(offset);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['Europe/Berln', null],
    ['US/Pacific', 'US/Pacific'],
    ['Berlin', null],
    ['', null],
  ])('finds by %j the zone %j', (text, zone) => {
    expect(zoneNamed(text)).toBe(zone);
  });

  it('knows a zone from a word that is none', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Europe/Berln')).toBe(false);
    expect(isZone('')).toBe(false);
  });

  it('knows the zone of this machine', () => {
    expect(machineZone()).toMatch(/^[A-Z]/);
  });
});
