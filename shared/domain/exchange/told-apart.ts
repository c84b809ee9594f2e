import type { Span } from '../../model/span.ts';

/** What a row of a file means, by places in two lists: a thing that is here, a new one, an earlier row again, or nobody can tell. */
export type Meaning =
  | { readonly by: 'here'; readonly index: number }
  | { readonly by: 'new' }
  | { readonly by: 'row'; readonly index: number }
  | { readonly by: 'several'; readonly count: number };

/** Null is at any time. */
function meet(one: Span | null, other: Span | null): boolean {
  return one === null || other === null || (one.start < other.end && other.start < one.end);
}

function isSameSpan(one: Span | null, other: Span | null): boolean {
  return one !== null && other !== null && one.start === other.start && one.end === other.end;
}

/**
 * Which things of one name the rows of a file mean. Of several, each means the one that it overlaps, so that the freezes of two
 * years may have one name; a single row means the single thing of its name, wherever it moved.
 */
export function meaningsOf(rows: readonly (Span | null)[], here: readonly (Span | null)[]): readonly Meaning[] {
  if (rows.length === 1 && here.length === 1) return [{ by: 'here', index: 0 }];
  const takenBy = new Map<number, number>();
  return rows.map((span, place): Meaning => {
    const twin = rows.findIndex((other) => meet(span, other));
    if (twin < place) return { by: 'row', index: twin };
    const met = here.flatMap((other, index) => (meet(span, other) ? [index] : []));
    const index = met.length === 1 ? met[0] : met.find((one) => isSameSpan(span, here[one] ?? null));
    if (index === undefined) return met.length === 0 ? { by: 'new' } : { by: 'several', count: met.length };
    const earlier = takenBy.get(index);
    takenBy.set(index, earlier ?? place);
    return earlier === undefined ? { by: 'here', index } : { by: 'row', index: earlier };
  });
}
