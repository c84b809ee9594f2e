import * as fc from 'fast-check';
import type { TrainItem } from '../../shared/domain/capacity/train-risk.ts';

/** An item of a scope; `a` to `z` are good names. */
export function anItem(
  id: string,
  failure: number,
  rest: Partial<Pick<TrainItem, 'services' | 'dependsOn'>> = {},
): TrainItem {
  return { id, failure, services: [], dependsOn: [], ...rest };
}

/** Some items that share some services and depend on one another, in circles too. */
export function someItems(most: number, bound: boolean): fc.Arbitrary<readonly TrainItem[]> {
  const place = fc.integer({ min: 0, max: most - 1 });
  const item = fc.record({
    // Thousandths: drawn as floats, nearly all would be next to nothing.
    failure: fc.integer({ min: 0, max: 600 }).map((thousandths) => thousandths / 1_000),
    services: fc.array(fc.constantFrom('pay', 'cart', 'search'), { maxLength: 3 }),
    dependsOn: bound ? fc.array(place, { maxLength: 2 }) : fc.constant<number[]>([]),
  });
  return fc
    .array(item, { minLength: 1, maxLength: most })
    .map((items) =>
      items.map(({ failure, services, dependsOn }, index) =>
        anItem(`i${index}`, failure, { services, dependsOn: dependsOn.map((other) => `i${other}`) }),
      ),
    );
}

/** A train's risk from the formula as it is written, without logarithms. */
export function writtenRisk(items: readonly TrainItem[], beta: number): number {
  const services = new Set(items.flatMap((item) => item.services));
  const touches = (item: TrainItem) => new Set(item.services).size;
  let survives = 1;
  for (const item of items) survives *= (1 - item.failure) ** (touches(item) === 0 ? 1 : 1 - beta);
  for (const service of services) {
    const shares = items
      .filter((item) => item.services.includes(service))
      .map((item) => (1 - item.failure) ** (beta / touches(item)));
    survives *= Math.min(...shares);
  }
  return 1 - survives;
}

/** Every way to put items into so many trains in which dependencies ride the same or an earlier train. */
export function* everySplit(
  items: readonly TrainItem[],
  trains: number,
): Generator<readonly (readonly TrainItem[])[], void> {
  for (let code = 0; code < trains ** items.length; code += 1) {
    const train = new Map(items.map((item, index) => [item.id, Math.floor(code / trains ** index) % trains]));
    const holds = items.every((item) =>
      item.dependsOn.every((other) => (train.get(other) ?? -1) <= (train.get(item.id) ?? 0)),
    );
    if (!holds) continue;
    yield Array.from({ length: trains }, (_, number) => items.filter(({ id }) => train.get(id) === number));
  }
}

/** The least highest risk of all splits, by looking at each. */
export function leastHighestRisk(items: readonly TrainItem[], trains: number, beta: number): number {
  let least = 1;
  for (const split of everySplit(items, trains))
    least = Math.min(least, Math.max(...split.map((each) => writtenRisk(each, beta))));
  return least;
}
