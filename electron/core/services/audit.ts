import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Drift, Verification } from '../../../shared/contract/journal.ts';
import { verifyChain } from '../../../shared/domain/journal/verify-chain.ts';
import type { Change, DecisionKind } from '../../../shared/model/journal.ts';
import type { CoreContext } from '../core-context.ts';
import { canonicalJson, sha256 } from '../db/canonical.ts';
import type { ReadDb } from '../db/database.ts';
import { decisionTables } from '../db/decision-tables.ts';
import { allDecisions } from '../db/decisions.ts';
import { type JournalRow, journalHead, rowsAfter } from '../db/journal.ts';
import { openDatabase } from '../db/open.ts';
import type { Os } from '../middleware.ts';

/** Rows verified between two turns of the event loop: about ten milliseconds of work. */
const BATCH = 1_000;

/** Drift beyond this many rows is not listed one by one. */
const LISTED_DRIFT = 100;

interface LastImage {
  readonly seq: number;
  /** Canonical JSON of the row as the journal left it; null once removed. */
  readonly image: string | null;
}

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}

function remember(images: Map<string, LastImage>, row: JournalRow): void {
  for (const change of JSON.parse(row.changes) as readonly Change[]) {
    const image = change.after === null ? null : canonicalJson(change.after);
    images.set(keyOf(change.kind, change.id), { seq: row.seq, image });
  }
}

function driftOfKind(db: ReadDb, kind: DecisionKind, images: Map<string, LastImage>): Drift[] {
  const drift: Drift[] = [];
  for (const row of allDecisions(db, kind)) {
    const known = images.get(keyOf(kind, row.id));
    images.delete(keyOf(kind, row.id));
    if (known?.image === canonicalJson(row)) continue;
    const message =
      known?.image == null
        ? `The ${kind} ${row.id} is there, but no journal entry put it there.`
        : `The ${kind} ${row.id} is not as entry ${known.seq} left it.`;
    drift.push({ kind, id: row.id, seq: known?.seq ?? null, message });
  }
  return drift;
}

function lost(kind: DecisionKind, images: ReadonlyMap<string, LastImage>): Drift[] {
  return [...images]
    .filter(([key, { image }]) => image !== null && key.startsWith(`${kind} `))
    .map(([key, { seq }]) => {
      const id = key.slice(kind.length + 1);
      return { kind, id, seq, message: `The ${kind} ${id}, as entry ${seq} left it, is gone.` };
    });
}

function driftOf(db: ReadDb, images: Map<string, LastImage>): Drift[] {
  const kinds = Object.keys(decisionTables) as DecisionKind[];
  return kinds.flatMap((kind) => [...driftOfKind(db, kind, images), ...lost(kind, images)]).slice(0, LISTED_DRIFT);
}

/**
 * Verifies the whole journal on a connection of its own, in one snapshot and in small batches, so that
 * neither the interface nor a sync waits for it.
 */
export async function verifyJournal(file: string, now: Verification['verifiedAt']): Promise<Verification> {
  const db = openDatabase({ file, readOnly: true, create: false });
  try {
    db.exec('BEGIN');
    const verifier = verifyChain(sha256);
    const images = new Map<string, LastImage>();
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const rows = rowsAfter(db, after, BATCH);
      for (const row of rows) {
        verifier.add({ ...row, prevHash: row.prev_hash });
        remember(images, row);
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) break;
      after = last.seq;
      await nextTurn();
    }
    const verdict = verifier.finish(journalHead(db));
    const drift = driftOf(db, images);
    const ok = verdict.faults.length === 0 && drift.length === 0;
    return { ok, ...verdict, faults: [...verdict.faults], drift, verifiedAt: now };
  } finally {
    db.close();
  }
}

/** Proves, or disproves, that the journal is whole and that the tables are what it says. */
export function auditService(os: Os, core: CoreContext) {
  return { verify: os.audit.verify.handler(() => verifyJournal(core.db.file, core.env.now())) };
}
