/** Something on a row that may carry a label beside it, in pixels. */
export interface Labelled {
  readonly start: number;
  readonly end: number;
  /** The label's width with its distance from the mark. */
  readonly label: number;
  /** Chooses before the others, and may stand on the left where the right is taken. */
  readonly first: boolean;
}

export type LabelSide = 'right' | 'left' | null;

/** Pixels that stay free between a label and the next mark. */
const CLEAR = 4;

/**
 * Gives labels the free room of a row so that none touches another label or mark; marks come by start. The
 * ones that choose first take the room on their right, else on their left; the others what is left on theirs.
 */
export function placeLabels(row: readonly Labelled[]): readonly LabelSide[] {
  const covered = coverage(row);
  const free = row.map((_, index) => {
    const next = row[index + 1];
    return next === undefined ? Number.POSITIVE_INFINITY : next.start - (covered[index] ?? 0);
  });
  const sides = row.map((): LabelSide => null);

  function tryRight(mark: Labelled, index: number): boolean {
    const hidden = mark.end < (covered[index] ?? 0);
    if (hidden || (free[index] ?? 0) < mark.label + CLEAR) return false;
    free[index] = (free[index] ?? 0) - mark.label - CLEAR;
    sides[index] = 'right';
    return true;
  }

  function tryLeft(mark: Labelled, index: number): void {
    // Before the first mark of a row all is free.
    if (index === 0) sides[index] = 'left';
    if (index === 0 || (free[index - 1] ?? 0) < mark.label + CLEAR) return;
    free[index - 1] = (free[index - 1] ?? 0) - mark.label - CLEAR;
    sides[index] = 'left';
  }

  row.forEach((mark, index) => {
    if (mark.first && !tryRight(mark, index)) tryLeft(mark, index);
  });
  row.forEach((mark, index) => {
    if (!mark.first) tryRight(mark, index);
  });
  return sides;
}

/** How far to the right a row is covered up to and with each mark. */
function coverage(row: readonly Labelled[]): readonly number[] {
  let reach = Number.NEGATIVE_INFINITY;
  return row.map((mark) => {
    reach = Math.max(reach, mark.end);
    return reach;
  });
}
