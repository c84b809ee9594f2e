/** What a node leads to. */
export type EdgesOf = (id: string) => readonly string[];

/** Every node that was reached, with the node before it on a shortest way; null for a start. In order of distance. */
export type Reached = ReadonlyMap<string, string | null>;

/** What can be reached from some nodes, they themselves included; rings and diamonds are walked once. Breadth first, O(V + E). */
export function reachFrom(starts: Iterable<string>, edgesOf: EdgesOf): Reached {
  const reached = new Map<string, string | null>();
  for (const start of starts) reached.set(start, null);
  // A map hands out what is added to it while it is walked.
  for (const id of reached.keys()) {
    for (const next of edgesOf(id)) if (!reached.has(next)) reached.set(next, id);
  }
  return reached;
}

/** A shortest way to a node that was reached, from a start to the node, both included; empty for one that was not. */
export function wayTo(id: string, reached: Reached): readonly string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = reached.has(id) ? id : null; at != null; at = reached.get(at)) way.push(at);
  return way.reverse();
}

/** The edges turned round, each once; those of a node in order of ids, whatever the order of the nodes. */
export function turnedRound(nodes: Iterable<string>, edgesOf: EdgesOf): EdgesOf {
  const back = new Map<string, string[]>();
  for (const from of nodes) {
    for (const to of new Set(edgesOf(from))) {
      const known = back.get(to);
      if (known) known.push(from);
      else back.set(to, [from]);
    }
  }
  for (const list of back.values()) list.sort();
  return (id) => back.get(id) ?? [];
}

/**
 * Which nodes lie in one ring, where each leads to every other: nodes of one ring share a number. O(V + E), without
 * recursion. Source: Kosaraju and Sharir, as in Cormen et al., "Introduction to Algorithms", section 20.5.
 */
export function ringsOf(nodes: readonly string[], edgesOf: EdgesOf): ReadonlyMap<string, number> {
  const back = turnedRound(nodes, edgesOf);
  const rings = new Map<string, number>();
  let ring = 0;
  for (const start of finishingOrder(nodes, edgesOf).reverse()) {
    if (rings.has(start)) continue;
    const members = [start];
    rings.set(start, ring);
    for (const id of members) {
      for (const next of back(id)) {
        if (rings.has(next)) continue;
        rings.set(next, ring);
        members.push(next);
      }
    }
    ring += 1;
  }
  return rings;
}

/** The nodes in the order in which a depth-first walk leaves them. */
function finishingOrder(nodes: readonly string[], edgesOf: EdgesOf): string[] {
  const known = new Set(nodes);
  const seen = new Set<string>();
  const order: string[] = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    seen.add(start);
    const open = [{ id: start, edges: edgesOf(start), next: 0 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const to = top.edges[top.next];
      top.next += 1;
      if (to === undefined) {
        order.push(top.id);
        open.pop();
      } else if (known.has(to) && !seen.has(to)) {
        seen.add(to);
        open.push({ id: to, edges: edgesOf(to), next: 0 });
      }
    }
  }
  return order;
}
