import { describe, expect, it } from 'vitest';
import { commonestCause } from '../../../../shared/domain/rotation/why-open.ts';
import { type Hindrance, UnfilledPlace } from '../../../../shared/model/roster.ts';

type Why = Hindrance['why'];

/** A place that people cannot have, each for their own reasons. */
function open(releaseId: string, ...people: readonly (readonly Why[])[]): UnfilledPlace {
  return UnfilledPlace.parse({
    releaseId,
    part: 'lead',
    people: people.map((whys, at) => ({
      personId: `p${at}`,
      hindrances: whys.map((why) => ({ why, text: `${why} of p${at} in ${releaseId}` })),
    })),
  });
}

describe('shared/domain/rotation/why-open', () => {
  it('has no cause where no place is open', () => {
    expect(commonestCause([])).toBeNull();
  });

  it('names what leaves most places open, with how many, and the first of them', () => {
    const places = [
      open('r1', ['no-rest'], ['no-rest']),
      open('r2', ['outside-working-hours'], ['outside-working-hours', 'absent']),
      open('r3', ['outside-working-hours'], ['outside-working-hours']),
    ];

    expect(commonestCause(places)).toEqual({
      why: 'outside-working-hours',
      places: 2,
      everybody: true,
      example: { place: places[1], text: 'outside-working-hours of p0 in r2' },
    });
  });

  it('says where it does not hinder everybody who takes such a part, and passes those by who do not', () => {
    const places = [open('r1', ['takes-no-such-part', 'absent'], ['no-rest'], ['absent'], ['absent'])];

    expect(commonestCause(places)).toMatchObject({
      why: 'absent',
      places: 1,
      everybody: false,
      example: { text: 'absent of p2 in r1' },
    });
  });

  it('says that nobody takes such a part, also where there is nobody', () => {
    expect(commonestCause([open('r1'), open('r2', ['takes-no-such-part', 'absent'])])).toEqual({
      why: 'takes-no-such-part',
      places: 2,
      everybody: true,
      example: null,
    });
  });
});
