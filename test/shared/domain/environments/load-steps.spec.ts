import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Load, loadSteps } from '../../../../shared/domain/environments/load-steps.ts';
import { minute, minutesAt } from '../../../support/bookings.ts';

function load(id: string, from: number, to: number, units = 1, whole = false): Load {
  return { id, start: minute(from), end: minute(to), units, whole };
}

function told(loads: readonly Load[]): readonly string[] {
  return loadSteps(loads).map(
    ({ span, units, whole, ids }) =>
      `${minutesAt(span.start)}-${minutesAt(span.end)}: ${units}${whole ? ' whole' : ''} (${ids.join(' ')})`,
  );
}

describe('shared/domain/environments/load-steps', () => {
  it.each<[string, readonly Load[], readonly string[]]>([
    ['nothing', [], []],
    ['one', [load('a', 1, 3, 2)], ['1-3: 2 (a)']],
    ['overlapping ones add up', [load('a', 0, 4, 2), load('b', 2, 6, 3)], ['0-2: 2 (a)', '2-4: 5 (a b)', '4-6: 3 (b)']],
    ['touching ones do not meet', [load('a', 0, 2), load('b', 2, 4)], ['0-2: 1 (a)', '2-4: 1 (b)']],
    ['a gap is left out', [load('a', 0, 1), load('b', 3, 4)], ['0-1: 1 (a)', '3-4: 1 (b)']],
    ['no length holds nothing', [load('a', 2, 2), load('b', 1, 3)], ['1-3: 1 (b)']],
    ['turned round holds nothing', [load('a', 3, 2)], []],
    [
      'whole while one has it for itself',
      [load('a', 0, 2, 1, true), load('b', 1, 3)],
      ['0-1: 1 whole (a)', '1-2: 2 whole (a b)', '2-3: 1 (b)'],
    ],
    ['the same span twice', [load('a', 0, 2), load('b', 0, 2)], ['0-2: 2 (a b)']],
  ])('%s', (_what, loads, expected) => {
    expect(told(loads)).toEqual(expected);
  });

  it('says of every minute what a look at every load says', () => {
    const some = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (list) => {
        const loads = list.map(([from, length, units, whole], index) =>
          load(`l${index}`, from, from + length, units, whole),
        );

        const steps = loadSteps(loads);

        for (let at = 0; at < 30; at += 1) {
          const there = loads.filter(({ start, end }) => start <= minute(at) && end > minute(at));
          const found = steps.filter(({ span }) => span.start <= minute(at) && span.end > minute(at));
          expect(found.length).toBe(there.length === 0 ? 0 : 1);
          expect([...(found[0]?.ids ?? [])].sort()).toEqual(there.map(({ id }) => id).sort());
          expect(found[0]?.units ?? 0).toBe(there.reduce((sum, { units }) => sum + units, 0));
          expect(found[0]?.whole ?? false).toBe(there.some(({ whole }) => whole));
        }
      }),
    );
  });
});
