/** What clashes with more than this many others is reported once, as a crowd: n plans in one place give n conflicts, not n². */
export const CROWD = 8;

/** A crowd is counted up to here; beyond it the count is a lower bound. */
export const COUNT_LIMIT = 1_000;

/** How many sides a conflict lists. */
export const LISTED = 12;

/** Things that may clash two by two. */
export interface PairSpace<Node> {
  readonly idOf: (node: Node) => string;
  /** What clashes with a thing, each once and never the thing itself, at most `limit` of it. Mutual: if a clashes with b, so does b with a. */
  readonly partners: (node: Node, limit: number) => readonly Node[];
}

/** What is reported under one thing: its clashes with things of a greater id, or it with all that it clashes with. */
export type Reported<Node> =
  | { readonly as: 'pairs'; readonly partners: readonly Node[] }
  | { readonly as: 'crowd'; readonly partners: readonly Node[]; readonly count: number; readonly atLeast: boolean };

function sorted<Node>(nodes: readonly Node[], idOf: (node: Node) => string): readonly Node[] {
  return [...nodes].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** The nodes of the least ids, in order: a crowd is not sorted for the few of it that are listed. */
function leastOf<Node>(nodes: readonly Node[], count: number, idOf: (node: Node) => string): readonly Node[] {
  const least: Node[] = [];
  for (const node of nodes) {
    const last = least.at(-1);
    if (least.length === count && last !== undefined && idOf(last) < idOf(node)) continue;
    const place = least.findIndex((each) => idOf(node) < idOf(each));
    least.splice(place < 0 ? least.length : place, 0, node);
    least.length = Math.min(least.length, count);
  }
  return least;
}

/**
 * What is reported under a thing. A clash of two is reported once, under the lesser id, unless one of them is a crowd: then
 * it is one of that one's. So n things give at most n crowds and 4n pairs.
 */
export function reportedUnder<Node>(node: Node, { idOf, partners }: PairSpace<Node>): Reported<Node> {
  const few = partners(node, CROWD + 1);
  if (few.length <= CROWD) {
    const own = idOf(node);
    const shown = few.filter((other) => own < idOf(other) && partners(other, CROWD + 1).length <= CROWD);
    return { as: 'pairs', partners: sorted(shown, idOf) };
  }
  const many = partners(node, COUNT_LIMIT + 1);
  const atLeast = many.length > COUNT_LIMIT;
  const count = Math.min(many.length, COUNT_LIMIT);
  return { as: 'crowd', partners: leastOf(many, LISTED - 1, idOf), count, atLeast };
}

/**
 * Everything under which something else may be reported when a change moves `moved` things, this one among them: the thing, what it clashes
 * with, and what those clash with that may become, or cease to be, a crowd.
 */
export function disturbedBy<Node>(node: Node, moved: number, { idOf, partners }: PairSpace<Node>): readonly Node[] {
  const found = new Map([[idOf(node), node]]);
  const most = CROWD + moved;
  for (const near of partners(node, Number.POSITIVE_INFINITY)) {
    found.set(idOf(near), near);
    const far = partners(near, most + 1);
    if (far.length <= most) for (const each of far) found.set(idOf(each), each);
  }
  return [...found.values()];
}
