import type { Change } from '../../../../shared/model/journal.ts';
import type { Milestone, Release } from '../../../../shared/model/release.ts';
import type { ReadDb } from '../database.ts';
import { changesOf, revertedBy } from '../journal.ts';
import { sql } from '../sql.ts';

/** What the imports that stand wrote last, by id. */
export interface ImportedImages {
  readonly releases: ReadonlyMap<string, Release>;
  readonly milestones: ReadonlyMap<string, Milestone>;
  /** The releases that imports from one source wrote. */
  readonly ofSource: ReadonlySet<string>;
}

/** Whether an entry holds: it was not taken back, or its taking back was. */
function stands(db: ReadDb, seq: number): boolean {
  const later = revertedBy(db, seq);
  return later === null || !stands(db, later);
}

function sourceOf(input: string): unknown {
  const read: unknown = JSON.parse(input);
  return typeof read === 'object' && read !== null && 'source' in read ? read.source : null;
}

/** Reads from the journal what imports of plans wrote: there, and nowhere else, it is known what was changed by hand since. */
export function importedImages(db: ReadDb, source: string): ImportedImages {
  const rows = db.all<{ seq: number; input: string; changes: string }>(
    sql`SELECT seq, input, changes FROM journal WHERE command = 'exchange.importPlan' ORDER BY seq`,
  );
  const releases = new Map<string, Release>();
  const milestones = new Map<string, Milestone>();
  const ofSource = new Set<string>();
  for (const { seq, input, changes } of rows) {
    if (!stands(db, seq)) continue;
    const isOfSource = sourceOf(input) === source;
    for (const { kind, id, after } of changesOf({ changes }) ?? ([] satisfies readonly Change[])) {
      // The journal's images are the decisions as they were written.
      if (kind === 'release' && after !== null) releases.set(id, after as unknown as Release);
      if (kind === 'milestone' && after !== null) milestones.set(id, after as unknown as Milestone);
      if (kind === 'release' && isOfSource) ofSource.add(id);
    }
  }
  return { releases, milestones, ofSource };
}
