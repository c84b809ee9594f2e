import { describe, expect, it } from 'vitest';
import { likelyPlaces } from '../../../renderer/app/likely-places.ts';

describe('renderer/app/likely-places', () => {
  it.each([
    ['/services', ['/catalogue']],
    ['/service/service-1', ['/catalogue']],
    ['/Teams', ['/catalogue']],
    ['/freezes', ['/windows']],
    ['/bookings', ['/environments']],
    ['/plan', ['/compare']],
    ['/tickets', ['/work-items']],
    ['/', []],
    ['/of', []],
    ['/xyzzy', []],
  ])('tells what %s may have meant', (address, places) => {
    expect(likelyPlaces(address).map(({ to }) => to)).toEqual(places);
  });
});
