import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Band, bandSet, bandsOver } from '../../../../../renderer/features/calendar/timeline/bands.ts';
import { DAY, DAY_ZERO } from '../../../../support/timeline.ts';

function band(name: string, start: number, end: number, kind: Band['kind'] = 'freeze'): Band {
  return { kind, name, start: DAY_ZERO + start * DAY, end: DAY_ZERO + end * DAY };
}

const someBands = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
    .map(([at, long]) => band('b', at, at + long)),
  { maxLength: 20 },
);

describe('renderer/features/calendar/timeline/bands', () => {
  it('finds the bands that a look at every one finds', () => {
    fc.assert(
      fc.property(someBands, fc.integer({ min: -5, max: 95 }), fc.integer({ min: 1, max: 20 }), (bands, at, long) => {
        const [start, end] = [DAY_ZERO + at * DAY, DAY_ZERO + (at + long) * DAY];

        const found = bandsOver(bandSet(bands), start, end);

        expect(new Set(found)).toEqual(new Set(bands.filter((one) => one.start < end && one.end > start)));
      }),
    );
  });

  it('holds its start and not its end, for moments too', () => {
    const set = bandSet([band('b', 1, 2)]);
    const at = (day: number) => bandsOver(set, DAY_ZERO + day * DAY, DAY_ZERO + day * DAY).length;

    expect([at(0.99), at(1), at(1.99), at(2)]).toEqual([0, 1, 1, 0]);
  });
});
