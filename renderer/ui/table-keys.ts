export type TableKey = 'ArrowDown' | 'ArrowUp' | 'PageDown' | 'PageUp' | 'Home' | 'End';

/** The row that a key leads to from row `at`, kept inside a table of `count` rows with `page` of them in sight. */
export function step(key: TableKey, at: number, table: { readonly count: number; readonly page: number }): number {
  const target = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + table.page,
    PageUp: at - table.page,
    Home: 0,
    End: table.count - 1,
  }[key];
  return Math.max(0, Math.min(target, table.count - 1));
}
