/** A span along a line, in any unit; a point ends where it starts. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PackOptions {
  /** Every span takes at least this much of its row, so that a point has room for its mark. */
  readonly minWidth: number;
  /** Room left free behind each span. */
  readonly gap: number;
}

/** Where spans go: the row of each, in the order they were given, and how many rows there are. */
export interface PackedLanes {
  readonly rows: readonly number[];
  readonly rowCount: number;
}

/** A binary heap of numbered rows, the smallest `rank` on top. */
class RowHeap {
  readonly #ranks: number[] = [];
  readonly #rows: number[] = [];

  get topRank(): number {
    return this.#ranks[0] ?? Number.POSITIVE_INFINITY;
  }

  push(rank: number, row: number): void {
    let at = this.#ranks.length;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if ((this.#ranks[parent] as number) <= rank) break;
      this.#put(at, this.#ranks[parent] as number, this.#rows[parent] as number);
      at = parent;
    }
    this.#put(at, rank, row);
  }

  /** Takes the top row off; undefined where the heap is empty. */
  pop(): number | undefined {
    const top = this.#rows[0];
    const rank = this.#ranks.pop();
    const row = this.#rows.pop();
    if (rank !== undefined && row !== undefined && this.#ranks.length > 0) this.#sink(rank, row);
    return top;
  }

  #put(at: number, rank: number, row: number): void {
    this.#ranks[at] = rank;
    this.#rows[at] = row;
  }

  #sink(rank: number, row: number): void {
    const size = this.#ranks.length;
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= size) break;
      const right = left + 1;
      const child = right < size && (this.#ranks[right] as number) < (this.#ranks[left] as number) ? right : left;
      if ((this.#ranks[child] as number) >= rank) break;
      this.#put(at, this.#ranks[child] as number, this.#rows[child] as number);
      at = child;
    }
    this.#put(at, rank, row);
  }
}

/**
 * Packs spans into as few rows as can be, so that none overlap within a row: spans in order of their start
 * (then as given) take the topmost free row. Spans that only touch share a row. The number of rows is the
 * greatest number of spans over any one place. O(n log n).
 * Source: interval partitioning, Kleinberg and Tardos, "Algorithm Design", section 4.1.
 */
export function packLanes(spans: readonly Span[], { minWidth, gap }: PackOptions): PackedLanes {
  const order = spans.map((_, index) => index);
  const startOf = (index: number) => (spans[index] as Span).start;
  order.sort((a, b) => startOf(a) - startOf(b) || a - b);
  const busy = new RowHeap();
  const free = new RowHeap();
  const rows = spans.map(() => 0);
  let rowCount = 0;
  for (const index of order) {
    const { start, end } = spans[index] as Span;
    while (busy.topRank <= start) {
      const row = busy.pop() as number;
      free.push(row, row);
    }
    const row = free.pop() ?? rowCount;
    if (row === rowCount) rowCount += 1;
    rows[index] = row;
    busy.push(Math.max(end, start + minWidth) + gap, row);
  }
  return { rows, rowCount };
}
