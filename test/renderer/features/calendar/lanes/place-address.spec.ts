import { describe, expect, it } from 'vitest';
import { placeAddress } from '../../../../../renderer/features/calendar/lanes/place-address.ts';

describe('renderer/features/calendar/lanes/place-address', () => {
  it.each([
    [{ to: 'environment', id: 'e 1' }, '/environments?id=e%201'],
    [{ to: 'rule', id: 'r-1' }, '/windows?rule=r-1'],
    [{ to: 'release', id: 'x/y' }, '/releases/x%2Fy'],
    [{ to: 'people' }, '/catalogue'],
  ] as const)('%o is at %s', (place, address) => {
    expect(placeAddress(place)).toBe(address);
  });
});
