/** Things by the thing they belong to, each under its own id. */
export class Grouped<T extends { readonly id: string }> {
  readonly #groups = new Map<string, Map<string, T>>();
  readonly #groupOf: (item: T) => string | null;

  constructor(groupOf: (item: T) => string | null, items: Iterable<T> = []) {
    this.#groupOf = groupOf;
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    const name = this.#groupOf(item);
    if (name === null) return;
    const group = this.#groups.get(name) ?? new Map<string, T>();
    this.#groups.set(name, group);
    group.set(item.id, item);
  }

  remove(item: T): void {
    const name = this.#groupOf(item);
    if (name !== null) this.#groups.get(name)?.delete(item.id);
  }

  /** What belongs to a thing, in order of ids, whatever the order it came in. */
  of(name: string): readonly T[] {
    const group = this.#groups.get(name);
    if (group === undefined) return [];
    return [...group.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
