import type { ReleaseState } from '../../../../shared/model/release.ts';
import type { Zone } from '../../../../shared/model/time.ts';

/** What stands on the lanes besides releases and their milestones. */
export type EntryLook =
  | 'freeze'
  | 'maintenance'
  | 'window'
  | 'exclusive'
  | 'shared'
  | 'reserve'
  | 'absence'
  | 'holiday';

/** Where an entry leads to. */
export type EntryPlace =
  | { readonly to: 'environment' | 'rule' | 'release'; readonly id: string }
  | { readonly to: 'people' };

/** Something on a lane that is no release or milestone of that lane's own. */
export interface LaneEntry {
  readonly id: string;
  /** A departure is that of a release whose own lane is another. */
  readonly look: EntryLook | 'departure';
  /** Milliseconds UTC; a departure ends where it starts. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly title: string;
  /** The name of its environment; empty for what has none. */
  readonly at: string;
  /** What it is, in one line. */
  readonly what: string;
  /** Further lines of its card. */
  readonly notes: readonly string[];
  readonly zone: Zone;
  /** Entries of one row key share their rows. */
  readonly row: string;
  readonly releaseId: string | null;
  readonly state: ReleaseState;
  /** Why it cannot be moved here; null where it can. */
  readonly fixed: string | null;
  readonly place: EntryPlace;
}

/** Whether an item of the timeline can be moved there. */
export function isMovable({ entry }: { readonly entry: LaneEntry | null }): boolean {
  return entry === null || entry.fixed === null;
}
