import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../electron/core/core.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { recordDecisions } from '../../electron/core/db/decisions.ts';
import { appendEntry, rowsAfter } from '../../electron/core/db/journal.ts';
import { openDatabase } from '../../electron/core/db/open.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { Release } from '../../shared/model/release.ts';
import { instant } from '../../shared/model/time.ts';
import { testHost } from '../support/core.ts';
import { biweeklyPlan } from '../support/plans.ts';
import type { BenchContext } from './context.ts';
import { median, settle, spread, timed } from './measure.ts';
import type { Row } from './row.ts';

/** The size whose bar the project sets. */
const BATCH = 1_000;

async function openedCore(file: string) {
  const create = { name: 'Journal', zone: 'UTC' as never };
  return openCore({ file, mode: 'write', create, env: systemEnv(), host: testHost(), schedule: false, actor: 'Ada' });
}

/** A workspace with one release whose day the entries move to and fro, as real decisions do. */
async function createPlan(file: string): Promise<string> {
  const core = await openedCore(file);
  const { id } = await core.client.trains.create(biweeklyPlan());
  const added = await core.client.releases.add({ trainId: id, name: 'Payments 1', day: '2027-01-12' as never });
  await core.close();
  return added.id;
}

/** One decision: the release moves a day, and the journal keeps what it was and is. */
function decideOnce(db: WriteDb, releaseId: string, step: number): void {
  const tx = recordDecisions(db);
  const before = tx.get('release', releaseId);
  if (before === undefined) throw new Error('the release is gone');
  const day = `2027-01-${String(10 + (step % 20)).padStart(2, '0')}`;
  tx.put('release', { ...before, day, notes: `Moved ${step}` } as Release);
  appendEntry(db, {
    at: instant(1_700_000_000_000 + step),
    actor: 'Ada',
    command: 'releases.move',
    input: { id: releaseId, day },
    changes: tx.changes(),
    summary: `Moved release “${before.name}” from ${before.day} to ${day}`,
    reverts: null,
  });
}

function append(db: WriteDb, releaseId: string, range: readonly [number, number], batch: number): void {
  for (let first = range[0]; first < range[1]; first += batch) {
    db.transaction(() => {
      for (let step = first; step < Math.min(range[1], first + batch); step += 1) decideOnce(db, releaseId, step);
    });
  }
}

/** Hashes what the chain hashes, entry by entry, and says entries a second; reading them is not counted. */
function hashRate(db: WriteDb): { readonly entries: number; readonly rate: number } {
  let [entries, spent, after] = [0, 0, 0];
  for (;;) {
    const rows = rowsAfter(db, after, 10_000);
    const texts = rows.map(
      (row) => `${row.seq}${row.at}${row.actor}${row.command}${row.input}${row.changes}${row.summary}${row.prev_hash}`,
    );
    const started = performance.now();
    for (const text of texts) createHash('sha256').update(text, 'utf8').digest('hex');
    spent += performance.now() - started;
    entries += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return { entries, rate: (entries / spent) * 1_000 };
    after = last.seq;
  }
}

async function rates(count: number, repeats: number, work: () => unknown): Promise<readonly number[]> {
  const found: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    settle();
    found.push((count / (await timed(work))) * 1_000);
  }
  return found;
}

async function benchSize(context: BenchContext, size: number): Promise<readonly Row[]> {
  const file = join(context.folder, `journal-${size}.signalbox`);
  const releaseId = await createPlan(file);
  const db = openDatabase({ file, readOnly: false, create: false });
  const repeats = size > 100_000 ? 1 : 3;
  let step = 0;
  const oneByOne = context.smoke ? 300 : Math.min(size, 5_000);
  const single = await rates(oneByOne, 3, () => {
    append(db, releaseId, [step, step + oneByOne], 1);
    step += oneByOne;
  });
  const rest = Math.max(size, step);
  const many = context.smoke ? BATCH : BATCH * 5;
  const batched = await rates(many, 3, () => {
    append(db, releaseId, [step, step + many], BATCH);
    step += many;
  });
  if (step < rest) append(db, releaseId, [step, rest], BATCH);
  const hashed = Array.from({ length: 3 }, () => hashRate(db));
  const entries = hashed[0]?.entries ?? 0;
  db.close();
  const core = await openedCore(file);
  const verified = await rates(entries, repeats, async () => {
    const { ok } = await core.client.audit.verify({});
    if (!ok) throw new Error('the journal that was just written does not hold');
  });
  await core.close();
  rmSync(file, { force: true });
  const reference = { name: 'bare SHA-256 of the same bytes', median: median(hashed.map(({ rate }) => rate)) };
  const row = (name: string, values: readonly number[]): Row => ({
    name,
    size,
    unit: 'entries/s',
    median: median(values),
    spread: spread(values),
    reference,
    ratio: median(values) / reference.median,
  });
  return [
    row('journal: decide and append, a transaction each', single),
    row('journal: decide and append, 1,000 a transaction', batched),
    row('journal: verify all of it', verified),
  ];
}

/** Appending decisions and verifying the whole chain, beside SHA-256 alone over the bytes that the chain hashes. */
export async function benchJournal(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`journal: ${size} entries`);
    rows.push(...(await benchSize(context, size)));
  }
  return rows;
}
