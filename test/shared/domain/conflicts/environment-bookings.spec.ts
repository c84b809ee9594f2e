import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsUnits,
  EnvironmentBookings,
  takesAll,
} from '../../../../shared/domain/conflicts/environment-bookings.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import { aBooking, anEnvironment, hours } from '../../../support/conflicts/things.ts';

const year = hours(-1_000, 1_000);

function idsIn(list: { overlapping: (span: typeof year) => readonly Booking[] } | undefined): readonly string[] {
  return list?.overlapping(year).map(({ id }) => id) ?? [];
}

function contents(place: EnvironmentBookings): unknown {
  const { all, takers, counted, unnamed, load } = place;
  const services = ['a', 'b'].map((id) => idsIn(place.using(id as never)));
  return { lists: [all, takers, counted, unnamed].map(idsIn), services, load: load.at(hours(5, 6).start) };
}

const someBooking = (id: string): fc.Arbitrary<Booking> =>
  fc
    .record({
      mode: fc.constantFrom('shared', 'exclusive'),
      purpose: fc.constantFrom('use', 'canary'),
      services: fc.subarray(['a', 'b']),
      start: fc.integer({ min: 0, max: 9 }),
      length: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ start, length, ...parts }) => aBooking(id, start, start + length, parts));

describe('shared/domain/conflicts/environment-bookings', () => {
  it.each([
    ['exclusive', 'shared', true],
    ['shared', 'exclusive', true],
    ['by-service', 'exclusive', true],
    ['shared', 'shared', false],
    ['by-service', 'shared', false],
  ])('in an environment for %s use, a booking in mode %s takes all of it: %s', (sharing, mode, expected) => {
    expect(takesAll(aBooking('b', 0, 1, { mode }), anEnvironment('env', { sharing }))).toBe(expected);
  });

  it.each([
    ['shared', 'shared', 'use', true],
    ['shared', 'shared', 'canary', true],
    ['shared', 'exclusive', 'use', false],
    ['exclusive', 'shared', 'use', false],
    ['exclusive', 'shared', 'blue-green', true],
    ['by-service', 'shared', 'use', false],
    ['by-service', 'shared', 'canary', true],
  ])('in an environment for %s use, a booking in mode %s for %s counts: %s', (sharing, mode, purpose, expected) => {
    expect(countsUnits(aBooking('b', 0, 1, { mode, purpose }), anEnvironment('env', { sharing }))).toBe(expected);
  });

  it('holds after bookings came and went what a new one holds', () => {
    const environments: readonly Environment[] = ['exclusive', 'shared', 'by-service'].map((sharing) =>
      anEnvironment('env', { sharing }),
    );
    const many = (prefix: string) => fc.tuple(...[0, 1, 2, 3, 4].map((index) => someBooking(`${prefix}${index}`)));
    fc.assert(
      fc.property(fc.constantFrom(...environments), many('x'), many('y'), (environment, old, added) => {
        const place = new EnvironmentBookings(environment, old);
        for (const each of added) place.add(each);
        for (const each of old) place.remove(each);

        expect(contents(place)).toEqual(contents(new EnvironmentBookings(environment, added)));
      }),
    );
  });
});
