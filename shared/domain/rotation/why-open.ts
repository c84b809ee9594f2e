import type { Hindrance, UnfilledPlace } from '../../model/roster.ts';

/** What leaves most of the open places open. */
export interface OpenCause {
  readonly why: Hindrance['why'];
  /** How many places it leaves open. */
  readonly places: number;
  /** Whether it hinders everybody who takes such a part, in each of them. */
  readonly everybody: boolean;
  /** The first of them, and what hinders somebody there, as a sentence. */
  readonly example: { readonly place: UnfilledPlace; readonly text: string } | null;
}

function mostOf<T>(groups: Iterable<readonly [T, readonly unknown[]]>): T | undefined {
  let best: { readonly key: T; readonly count: number } | undefined;
  for (const [key, { length: count }] of groups) if (best === undefined || count > best.count) best = { key, count };
  return best?.key;
}

/** What hinders most of those who take such a part; that nobody takes it where there are none. */
function causeOf(place: UnfilledPlace): Omit<OpenCause, 'places'> {
  const takers = place.people.filter(({ hindrances }) => hindrances.every(({ why }) => why !== 'takes-no-such-part'));
  const all = takers.flatMap(({ hindrances }) => hindrances);
  const whys = Map.groupBy(all, ({ why }) => why);
  const why = mostOf(whys);
  const [first] = whys.get(why ?? 'takes-no-such-part') ?? [];
  if (why === undefined || first === undefined) return { why: 'takes-no-such-part', everybody: true, example: null };
  return { why, everybody: whys.get(why)?.length === takers.length, example: { place, text: first.text } };
}

/** What leaves most open places of a roster open, with the first of them as an example; null where none is open. */
export function commonestCause(unfilled: readonly UnfilledPlace[]): OpenCause | null {
  const causes = Map.groupBy(unfilled.map(causeOf), ({ why }) => why);
  const own = causes.get(mostOf(causes) ?? 'absent');
  const [first] = own ?? [];
  if (own === undefined || first === undefined) return null;
  return { ...first, places: own.length, everybody: own.every(({ everybody }) => everybody) };
}
