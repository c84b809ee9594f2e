interface Group<T> {
  readonly byId: Map<string, T>;
  /** In order of ids; made when it is asked for. */
  sorted: readonly T[] | null;
}

const NONE: readonly never[] = [];

/** Things by the thing they belong to, each under its own id. */
export class Grouped<T extends { readonly id: string }> {
  readonly #groups = new Map<string, Group<T>>();
  readonly #groupOf: (item: T) => string | null;

  constructor(groupOf: (item: T) => string | null, items: Iterable<T> = []) {
    this.#groupOf = groupOf;
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    const name = this.#groupOf(item);
    if (name === null) return;
    const group = this.#groups.get(name) ?? { byId: new Map<string, T>(), sorted: null };
    this.#groups.set(name, group);
    group.byId.set(item.id, item);
    group.sorted = null;
  }

  remove(item: T): void {
    const group = this.#groups.get(this.#groupOf(item) ?? '');
    if (group === undefined) return;
    group.byId.delete(item.id);
    group.sorted = null;
  }

  /** What belongs to a thing, in order of ids, whatever the order it came in. */
  of(name: string): readonly T[] {
    const group = this.#groups.get(name);
    if (group === undefined) return NONE;
    group.sorted ??= [...group.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return group.sorted;
  }
}
