import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Holder, RunningLoad } from '../../../../shared/domain/conflicts/running-load.ts';

const someHolders = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 14,
  })
  .map((list) =>
    list.map(([start, length, units], at): Holder => ({ id: `h${at}`, start, end: start + length, units })),
  );

function there(holders: readonly Holder[], moment: number): readonly Holder[] {
  return holders.filter(({ start, end }) => start <= moment && moment < end);
}

function expectSame(load: RunningLoad, holders: readonly Holder[]): void {
  for (let moment = -1; moment <= 30; moment += 1) {
    const held = there(holders, moment);
    const { count, units } = load.at(moment);
    expect([count, units]).toEqual([held.length, held.reduce((sum, each) => sum + each.units, 0)]);
  }
}

describe('shared/domain/conflicts/running-load', () => {
  it('counts what starts at a moment and not what ends there', () => {
    const load = new RunningLoad([
      { id: 'a', start: 0, end: 10, units: 3 },
      { id: 'b', start: 10, end: 20, units: 2 },
    ]);

    expect([-1, 0, 9, 10, 20].map((moment) => load.at(moment).units)).toEqual([0, 3, 3, 2, 0]);
  });

  it('counts at every moment what a look at every holder counts', () => {
    fc.assert(fc.property(someHolders, (holders) => expectSame(new RunningLoad(holders), holders)));
  });

  it('counts after holders came and went what a new one counts', () => {
    fc.assert(
      fc.property(someHolders, someHolders, (holders, others) => {
        const load = new RunningLoad(holders);
        load.at(15);
        const added = others.map((each) => ({ ...each, id: `o${each.id}` }));
        for (const each of added) load.add(each);
        load.at(5);
        for (const each of holders) load.remove(each);

        expectSame(load, added);
        expect(load.at(12)).toEqual(new RunningLoad(added).at(12));
      }),
    );
  });

  it('names a set of holders the same whatever the order they came in, and another set otherwise', () => {
    fc.assert(
      fc.property(someHolders, fc.nat(28), fc.nat(28), (holders, one, other) => {
        const load = new RunningLoad(holders);
        const turned = new RunningLoad(holders.toReversed());
        const nameOf = ({ high, low }: { high: number; low: number }) => `${high} ${low}`;
        const isSame =
          there(holders, one)
            .map(({ id }) => id)
            .join() ===
          there(holders, other)
            .map(({ id }) => id)
            .join();

        expect(nameOf(load.at(one))).toBe(nameOf(turned.at(one)));
        expect(nameOf(load.at(one)) === nameOf(load.at(other))).toBe(isSame);
      }),
    );
  });

  it('tells at a start whether those who are there are joined by nobody, and until when', () => {
    fc.assert(
      fc.property(someHolders, (holders) => {
        const load = new RunningLoad(holders);
        for (const { start, end } of holders) {
          if (start >= end) continue;
          const held = there(holders, start);
          const until = Math.min(...held.map((each) => each.end));
          const joined = holders.some((each) => each.start > start && each.start < until && each.start < each.end);
          expect(load.togetherUntil(start)).toBe(joined ? null : until);
        }
      }),
    );
  });

  it('takes those who hold for no time for nobody', () => {
    const load = new RunningLoad([{ id: 'a', start: 5, end: 5, units: 9 }]);
    load.add({ id: 'b', start: 6, end: 5, units: 9 });
    load.remove({ id: 'c', start: 6, end: 6, units: 9 });

    expect(load.at(5).count).toBe(0);
  });
});
