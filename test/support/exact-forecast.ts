// The exact distributions that simulated ones are compared with: every way a day can go, carried forward with its weight.

/** How likely each number is. */
export type Distribution = ReadonlyMap<number, number>;

function added(into: Map<number, number>, value: number, weight: number): void {
  into.set(value, (into.get(value) ?? 0) + weight);
}

/** One number of a list, each as likely. */
function evenly(list: readonly number[]): Distribution {
  const result = new Map<number, number>();
  for (const value of list) added(result, value, 1 / list.length);
  return result;
}

/** Items finished in a day with a factor: rounded up with a chance of the fraction; less items discovered. */
export function exactDay(finished: readonly number[], discovered: readonly number[], factor: number): Distribution {
  const result = new Map<number, number>();
  for (const [done, weight] of evenly(finished)) {
    const low = Math.floor(done * factor);
    const up = done * factor - low;
    for (const [found, chance] of evenly(discovered.length > 0 ? discovered : [0])) {
      added(result, low - found, weight * chance * (1 - up));
      if (up > 0) added(result, low + 1 - found, weight * chance * up);
    }
  }
  return result;
}

/** How likely `items` are done at the end of each of the days: backlogs carried forward, those at nothing left out. */
export function exactDoneBy(items: number, days: readonly Distribution[]): readonly number[] {
  let left = new Map([[items, 1]]);
  let done = 0;
  return days.map((day) => {
    const next = new Map<number, number>();
    for (const [backlog, weight] of left)
      for (const [net, chance] of day) {
        if (backlog - net <= 0) done += weight * chance;
        else added(next, backlog - net, weight * chance);
      }
    left = next;
    return done;
  });
}

/** How likely the sum of the days is each number: plain convolution. */
export function exactSum(days: readonly Distribution[]): Distribution {
  return days.reduce<Distribution>(
    (sum, day) => {
      const next = new Map<number, number>();
      for (const [value, weight] of sum) for (const [more, chance] of day) added(next, value + more, weight * chance);
      return next;
    },
    new Map([[0, 1]]),
  );
}

/**
 * How far the shares found in so many runs may lie from the exact ones anywhere, but for one case in a billion.
 * Source: the inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant (1990).
 */
export function allowance(runs: number): number {
  return Math.sqrt(Math.log(2 / 1e-9) / (2 * runs));
}
