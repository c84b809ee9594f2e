import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Drift, Verification } from '../../../shared/contract/journal.ts';
import { verifyChain } from '../../../shared/domain/journal/verify-chain.ts';
import type { ChainFault, DecisionKind } from '../../../shared/model/journal.ts';
import type { CoreContext } from '../core-context.ts';
import { sha256 } from '../db/canonical.ts';
import type { ReadDb } from '../db/database.ts';
import { decisionTables } from '../db/decision-tables.ts';
import { examineDecisions } from '../db/decisions.ts';
import { type Image, isAsImaged } from '../db/images.ts';
import { changesOf, type JournalRow, journalHead, rowsAfter } from '../db/journal.ts';
import { createIndexCheck } from '../db/journal-index.ts';
import { openDatabase } from '../db/open.ts';
import type { Os } from '../middleware.ts';

/** Rows verified between two turns of the event loop: about ten milliseconds of work. */
const BATCH = 1_000;

/** Drift beyond this many rows is not listed one by one. */
const LISTED_DRIFT = 100;

interface LastImage {
  readonly seq: number;
  /** The row as the journal left it; null once removed. */
  readonly image: Image | null;
}

/** The latest image of every decision, by kind and id. */
type Images = Record<DecisionKind, Map<string, LastImage>>;

const kinds = Object.keys(decisionTables) as readonly DecisionKind[];

function noImages(): Images {
  // Every kind has its entry, by the table of kinds.
  return Object.fromEntries(kinds.map((kind) => [kind, new Map<string, LastImage>()])) as Images;
}

function driftOfRow(
  kind: DecisionKind,
  { id, decision }: { readonly id: string; readonly decision: Image | null },
  known: LastImage | undefined,
): Drift[] {
  const seq = known?.seq ?? null;
  if (decision === null) return [{ kind, id, seq, message: `The ${kind} ${id} cannot be read.` }];
  if (known === undefined || known.image === null) {
    return [{ kind, id, seq, message: `The ${kind} ${id} is there, but no journal entry put it there.` }];
  }
  if (isAsImaged(decision, known.image)) return [];
  return [{ kind, id, seq, message: `The ${kind} ${id} is not as entry ${known.seq} left it.` }];
}

function driftOfKind(db: ReadDb, kind: DecisionKind, images: Map<string, LastImage>): Drift[] {
  const rows = examineDecisions(db, kind);
  const present = new Set(rows.map(({ id }) => id));
  const lost = [...images].filter(([id, { image }]) => image !== null && !present.has(id));
  return [
    ...rows.flatMap((row) => driftOfRow(kind, row, images.get(row.id))),
    ...lost.map(([id, { seq }]) => ({
      kind,
      id,
      seq,
      message: `The ${kind} ${id}, as entry ${seq} left it, is gone.`,
    })),
  ];
}

/** What one pass over the journal gathers. */
interface Reading {
  readonly images: Images;
  readonly unreadable: ChainFault[];
  readonly index: ReturnType<typeof createIndexCheck>;
}

function read(row: JournalRow, { images, unreadable, index }: Reading): void {
  const changes = changesOf(row);
  if (changes === null) {
    unreadable.push({ seq: row.seq, kind: 'unreadable', message: `What entry ${row.seq} changed cannot be read.` });
    return;
  }
  index.add(row.seq, changes);
  for (const { kind, id, after } of changes) images[kind]?.set(id, { seq: row.seq, image: after });
}

function indexDrift({ index, unreadable }: Reading): Drift[] {
  if (unreadable.length > 0 || index.isWhole()) return [];
  const message = 'The index into the journal was changed by hand: histories and filters may leave entries out.';
  return [{ kind: 'workspace', id: 'journal index', seq: null, message }];
}

async function verifySnapshot(db: ReadDb): Promise<Omit<Verification, 'verifiedAt' | 'ok'>> {
  const verifier = verifyChain(sha256);
  const reading: Reading = { images: noImages(), unreadable: [], index: createIndexCheck(db) };
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = rowsAfter(db, after, BATCH);
    for (const row of rows) {
      verifier.add({ ...row, prevHash: row.prev_hash });
      read(row, reading);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = last.seq;
    await nextTurn();
  }
  const verdict = verifier.finish(journalHead(db));
  const located = new Set(verdict.faults.map(({ seq }) => seq));
  const faults = [...verdict.faults, ...reading.unreadable.filter(({ seq }) => !located.has(seq))];
  const drift = [...kinds.flatMap((kind) => driftOfKind(db, kind, reading.images[kind])), ...indexDrift(reading)];
  return { entries: verdict.entries, headHash: verdict.headHash, faults, drift: drift.slice(0, LISTED_DRIFT) };
}

/**
 * Verifies the whole journal on a connection of its own, in one snapshot and in small batches, so that
 * neither the interface nor a sync waits for it.
 */
export async function verifyJournal(file: string, now: Verification['verifiedAt']): Promise<Verification> {
  const db = openDatabase({ file, readOnly: true, create: false });
  try {
    db.exec('BEGIN');
    const found = await verifySnapshot(db);
    return { ok: found.faults.length === 0 && found.drift.length === 0, ...found, verifiedAt: now };
  } finally {
    db.close();
  }
}

/** Proves, or disproves, that the journal is whole and that the tables are what it says. */
export function auditService(os: Os, core: CoreContext) {
  return { verify: os.audit.verify.handler(() => verifyJournal(core.db.file, core.env.now())) };
}
