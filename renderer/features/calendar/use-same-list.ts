import { useState } from 'react';

/** The list of the last render as long as it holds the same things. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list);
  const same = kept.length === list.length && kept.every((entry, index) => entry === list[index]);
  if (!same) setKept(list);
  return same ? kept : list;
}
