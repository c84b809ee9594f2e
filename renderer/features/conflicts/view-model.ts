import type { ConflictList } from '../../../shared/contract/conflicts.ts';
import { type ConflictKind, ConflictKind as Kinds } from '../../../shared/model/conflict.ts';
import { formatCount } from '../../lib/format.ts';
import { conflictLabel } from '../../ui/conflict-looks.ts';

/** How many conflicts there are of one kind: those that count, and those that are waived. */
export interface KindCount {
  readonly kind: ConflictKind;
  readonly label: string;
  readonly open: number;
  readonly waived: number;
}

/** The kinds that there are, the most frequent first; kinds without any are left out. */
export function kindCounts(counts: ConflictList['counts']): readonly KindCount[] {
  return counts
    .flatMap(({ kind, count, waived }) => {
      const known = Kinds.safeParse(kind);
      return known.success
        ? [{ kind: known.data, label: conflictLabel(known.data), open: count - waived, waived }]
        : [];
    })
    .sort((one, other) => other.open - one.open || other.waived - one.waived || (one.label < other.label ? -1 : 1));
}

/** How many there are in all: those that count, and those that are waived. */
export function totals(counts: ConflictList['counts']): { readonly open: number; readonly waived: number } {
  const waived = counts.reduce((sum, one) => sum + one.waived, 0);
  return { open: counts.reduce((sum, one) => sum + one.count, 0) - waived, waived };
}

/** One sentence for the head of the page. */
export function headline({ open, waived }: { readonly open: number; readonly waived: number }): string {
  const still = open === 0 ? 'No open conflict' : formatCount(open, 'open conflict');
  return waived === 0 ? `${still}.` : `${still}; ${formatCount(waived, 'more is', 'more are')} waived.`;
}
