import { BranchId } from '../../shared/model/ids.ts';
import type { CallPlace } from './call-place.ts';

const KEPT_BRANCH = 'signalbox-branch';

/** Which branch this page is in; null is the plan. It is kept for this tab alone, through reloads. */
export interface BranchPlace {
  readonly now: () => CallPlace;
  readonly go: (to: CallPlace) => void;
  /** Notes that somebody wants to go somewhere, which takes a while; the answer says whether it is still the newest wish. */
  readonly wish: () => () => boolean;
  /** How often the place has changed since the page was loaded. */
  readonly moves: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keeps the place in a tab's storage; what is kept there and is no branch's id is the plan. */
export function createBranchPlace(kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): BranchPlace {
  const listeners = new Set<() => void>();
  const known = BranchId.safeParse(kept.getItem(KEPT_BRANCH));
  let place: CallPlace = known.success ? known.data : null;
  let moves = 0;
  let wishes = 0;
  return {
    now: () => place,
    moves: () => moves,
    go(to) {
      if (to === place) return;
      place = to;
      moves += 1;
      if (to === null) kept.removeItem(KEPT_BRANCH);
      else kept.setItem(KEPT_BRANCH, to);
      for (const listener of listeners) listener();
    },
    wish() {
      wishes += 1;
      const own = wishes;
      return () => own === wishes;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
