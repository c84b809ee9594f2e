import { describe, expect, it } from 'vitest';
import {
  bandFinder,
  namesPlaces,
  namesServices,
  targetsOfTrain,
} from '../../../../../renderer/features/calendar/lanes/bands-of.ts';
import { aBooking, anEnvironment, anOccurrence, aRule, aService } from '../../../../support/calendar-lanes.ts';
import { aTrain } from '../../../../support/calendar-plan.ts';

const held = [anOccurrence('1', '2026-12-01T00:00Z', '2026-12-03T00:00Z')];
const services = new Map([
  ['ledger', aService('ledger', { tier: 1, regions: ['EU'] })],
  ['web', aService('web', { tier: 3, regions: ['US'] })],
]);
const environments = new Map([
  ['prod', anEnvironment('prod', { kind: 'production' })],
  ['uat', anEnvironment('uat', { kind: 'test' })],
]);
const bookings = [
  aBooking('b1', 'prod', { releaseId: 'r' }),
  aBooking('b2', 'uat', { releaseId: 'r' }),
  aBooking('b3', 'uat', { releaseId: 'other', purpose: 'canary' }),
];
const train = aTrain({ services: ['ledger'], teams: ['checkout'] });
const targets = targetsOfTrain(train, new Set(['r']), { services, environments, bookings });

function namesOver(scope: Record<string, unknown>, kind = 'freeze'): readonly string[] {
  const rule = aRule('rule', { scope, kind });
  return bandFinder([rule], new Map([['rule', held]]))(targets).bands.map(({ name }) => name);
}

describe('renderer/features/calendar/lanes/bands-of', () => {
  it.each([
    ['everything', {}, true],
    ['its service', { services: ['ledger'] }, true],
    ['another service', { services: ['web'] }, false],
    ['its service’s region, however it is written', { regions: ['eu '] }, true],
    ['another region', { regions: ['US'] }, false],
    ['its tier', { tiers: [1] }, true],
    ['its team', { teams: ['checkout'] }, true],
    ['the production that is booked for it', { environments: ['prod'] }, true],
    ['where it is only tried', { environments: ['uat'] }, false],
    ['its service in another tier', { services: ['ledger'], tiers: [3] }, false],
  ])('a freeze of %s: %o shades the train: %s', (_, scope, shades) => {
    expect(namesOver(scope)).toEqual(shades ? ['rule'] : []);
  });

  it('shades nothing with windows, and tells maintenance apart', () => {
    expect(namesOver({}, 'window')).toEqual([]);
    expect(bandFinder([aRule('m', { kind: 'maintenance' })], new Map([['m', held]]))(targets).bands[0]?.kind).toBe(
      'maintenance',
    );
  });

  it('gives trains that the same freezes are about one set of bands', () => {
    const bandsOf = bandFinder([aRule('f')], new Map([['f', held]]));

    expect(bandsOf(targets).bands).toHaveLength(1);
    expect(bandsOf(targets)).toBe(bandsOf(targets.slice(0, 1)));
  });

  it('knows when more has to be read: places for regions and environments, the catalogue for any part of it', () => {
    expect(namesPlaces([aRule('a'), aRule('b', { kind: 'window', scope: { regions: ['EU'] } })])).toBe(false);
    expect(namesPlaces([aRule('a', { scope: { regions: ['EU'] } })])).toBe(true);
    expect(namesServices([aRule('a')])).toBe(false);
    expect(namesServices([aRule('a', { scope: { tiers: [1] } })])).toBe(true);
  });
});
