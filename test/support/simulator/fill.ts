import type { WriteDb } from '../../../electron/core/db/database.ts';
import { createFactWriter } from '../../../electron/core/db/fact-writer.ts';
import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';
import { instant } from '../../../shared/model/time.ts';

export interface Filled {
  readonly facts: number;
  readonly kinds: Readonly<Partial<Record<FactKind, number>>>;
}

export interface FillOptions {
  readonly fetchedAt: number;
  /** Facts a transaction. */
  readonly batch?: number;
}

function* batches(facts: Iterable<MappedFact>, size: number): Generator<readonly MappedFact[]> {
  let batch: MappedFact[] = [];
  for (const fact of facts) {
    batch.push(fact);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Writes a stream of facts into a workspace through the core's own writer; its connections must be there. */
export function fillFacts(db: WriteDb, facts: Iterable<MappedFact>, options: FillOptions): Filled {
  const writer = createFactWriter(db);
  const kinds: Partial<Record<FactKind, number>> = {};
  let total = 0;
  for (const batch of batches(facts, options.batch ?? 20_000)) {
    const counts = db.transaction(() => writer.write(batch, { fetchedAt: instant(options.fetchedAt), rawId: null }));
    for (const kind of Object.keys(counts) as FactKind[]) kinds[kind] = (kinds[kind] ?? 0) + (counts[kind] ?? 0);
    total += batch.length;
  }
  return { facts: total, kinds };
}
