interface Group<T> {
  items: T[];
  /** Whether they are in order of ids. */
  sorted: boolean;
}

const NONE: readonly never[] = [];

/** Things, each with an id of its own, by the thing that they belong to. */
export class Grouped<T extends { readonly id: string }> {
  readonly #groups = new Map<string, Group<T>>();
  readonly #groupOf: (item: T) => string | null;

  constructor(groupOf: (item: T) => string | null, items: Iterable<T> = []) {
    this.#groupOf = groupOf;
    for (const item of items) this.add(item);
  }

  /** Puts in what is not there yet. */
  add(item: T): void {
    const name = this.#groupOf(item);
    if (name === null) return;
    const group = this.#groups.get(name);
    if (group === undefined) {
      this.#groups.set(name, { items: [item], sorted: true });
      return;
    }
    // What is in order may have been handed out, and stays as it is.
    if (group.sorted) group.items = [...group.items, item];
    else group.items.push(item);
    group.sorted = false;
  }

  /** Takes out what has the id of a thing, if it is there. */
  remove(item: T): void {
    const group = this.#groups.get(this.#groupOf(item) ?? '');
    // Another array, since the old one may have been handed out.
    if (group !== undefined) group.items = group.items.filter(({ id }) => id !== item.id);
  }

  /** What belongs to a thing, in order of ids, whatever the order it came in. */
  of(name: string): readonly T[] {
    const group = this.#groups.get(name);
    if (group === undefined) return NONE;
    if (!group.sorted) {
      group.items = [...group.items].sort((a, b) => (a.id < b.id ? -1 : 1));
      group.sorted = true;
    }
    return group.items;
  }
}
