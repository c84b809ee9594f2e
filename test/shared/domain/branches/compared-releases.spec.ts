import { describe, expect, it } from 'vitest';
import { comparedReleases } from '../../../../shared/domain/branches/compared-releases.ts';
import { aRelease } from '../../../support/conflicts/things.ts';

const ofTrain = () => 'Cards';
const planned = aRelease('r', 14);
const cancelled = aRelease('r', 14, { state: 'cancelled' });

describe('shared/domain/branches/compared-releases', () => {
  it.each([
    ['on another day', planned, aRelease('r', 14 + 24)],
    ['at another hour of the same day', planned, aRelease('r', 16)],
    ['cancelled since', planned, cancelled],
    ['back since', cancelled, planned],
    ['new', null, planned],
    ['gone', planned, null],
  ])('has a release that is %s', (_how, one, other) => {
    const [found] = comparedReleases([{ one, other }], ofTrain);

    expect(found).toMatchObject({ id: 'r', trainName: 'Cards' });
    expect([found?.one?.departsAt, found?.one?.state]).toEqual([one?.departsAt, one?.state]);
    expect([found?.other?.departsAt, found?.other?.state]).toEqual([other?.departsAt, other?.state]);
  });

  it.each([
    ['departed as planned', planned, aRelease('r', 14, { state: 'departed' })],
    ['went under way', planned, aRelease('r', 14, { state: 'under-way' })],
    ['has another name', planned, aRelease('r', 14, { name: 'renamed' })],
    ['came and went', null, null],
  ])('leaves out one that %s', (_how, one, other) => {
    expect(comparedReleases([{ one, other }], ofTrain)).toEqual([]);
  });

  it('has the earliest departure first, where releases are now', () => {
    const sides = [
      { one: aRelease('moved late', 1), other: aRelease('moved late', 90) },
      { one: null, other: aRelease('noon', 12) },
      { one: aRelease('gone', 8), other: null },
    ];

    expect(comparedReleases(sides, ofTrain).map(({ id }) => id)).toEqual(['gone', 'noon', 'moved late']);
  });
});
