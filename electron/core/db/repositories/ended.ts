import { endingOf } from '../../../../shared/domain/work-items/ending.ts';
import type { StatusCategory } from '../../../../shared/model/connection.ts';

/** The columns that tell how a ticket ended; see `endingOf`. */
export interface Ended {
  readonly category: StatusCategory;
  readonly originalStatus: string;
}

/** Of some work items those that came to an end, each with whether it ended undone. */
export function ended<Row extends Ended>(
  rows: readonly Row[],
): (Omit<Row, keyof Ended> & { readonly undone: boolean })[] {
  return rows.flatMap(({ category, originalStatus, ...row }) => {
    const ending = endingOf({ category, originalStatus });
    return ending === 'open' ? [] : [{ ...row, undone: ending === 'undone' }];
  });
}
