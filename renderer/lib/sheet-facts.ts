import { type ReactNode, useEffect, useSyncExternalStore } from 'react';

/** What a page that is kept or printed has to say besides what is seen of it. */
export interface SheetFacts {
  /** What it shows where its picture does not say so: the time, the view, what is measured against. */
  readonly about?: readonly string[] | undefined;
  /** What narrows what is shown, in words; empty where all of it is. */
  readonly filters: readonly string[];
  /** What the signs mean; null where they speak for themselves. */
  readonly legend: ReactNode;
}

let facts: SheetFacts | null = null;
const listeners = new Set<() => void>();

function tell(next: SheetFacts | null): void {
  facts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says, while the calling page is shown, what a picture of it has to say too. */
export function useSheetFacts(own: SheetFacts): void {
  useEffect(() => tell(own), [own]);
  useEffect(() => () => tell(null), []);
}

/** What the page that is shown has to say; null where it says nothing. */
export function useShownFacts(): SheetFacts | null {
  return useSyncExternalStore(subscribe, () => facts);
}
