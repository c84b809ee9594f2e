import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/core/db/open.ts';
import { packBody } from '../../electron/core/db/raw-body.ts';
import { createPageWriter } from '../../electron/core/sync/write-pages.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import { type BareRow, createUnindexed, emptyWorkspace, factRows, openBare } from './bare.ts';
import type { BenchContext } from './context.ts';
import { median, settle, spread } from './measure.ts';
import { type BenchPage, githubPages, jiraPages, type PageSource } from './pages.ts';
import type { Row } from './row.ts';
import { benchNow } from './workspaces.ts';

/** Pages that a sync gathers before it writes them, in one commit or several. */
const PAGES_GATHERED = 100;
const BAR = 0.25;

interface Pass {
  readonly facts: number;
  /** Milliseconds in the path that is measured: deciding what is next, reading, packing, writing. */
  readonly ours: number;
  /** Milliseconds of a bare prepared insert of the same rows into the same tables, at the same commits. */
  readonly bare: number;
  /** The same into tables that have their primary keys and no index. */
  readonly unindexed: number;
}

function* groups(pages: Iterable<BenchPage>): Generator<readonly BenchPage[]> {
  let group: BenchPage[] = [];
  for (const page of pages) {
    group.push(page);
    if (group.length < PAGES_GATHERED) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

interface Files {
  readonly ours: string;
  readonly bare: string;
  readonly unindexed: string;
}

function removeAll(files: Files): void {
  for (const file of Object.values(files)) {
    for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true });
  }
}

/**
 * One pass over a provider's pages: what a sync gathers goes through its own writer, then
 * through the bare inserts, in the same commits.
 */
async function pass(files: Files, source: PageSource): Promise<Pass> {
  removeAll(files);
  await emptyWorkspace(files.ours);
  await emptyWorkspace(files.bare);
  createUnindexed(files.unindexed);
  const db = openDatabase({ file: files.ours, readOnly: false, create: false });
  const [bare, unindexed] = [openBare(files.bare), openBare(files.unindexed)];
  const { connection, connector } = source;
  const write = createPageWriter(db, { connection, connector, runId: 'run-1' });
  const fetchedAt = instant(benchNow());
  const total = { facts: 0, ours: 0, bare: 0, unindexed: 0 };
  for (const group of groups(source.pages())) {
    const started = performance.now();
    const answered = group.map(({ request, response }) => {
      const { next, watermark } = connector.next(response, request, connection);
      const queued = next.map((one, index) => ({ position: -index, request: one }));
      return { request, response, fetchedAt, rawId: null, next: queued, watermark };
    });
    const commits: number[] = [];
    for (const { pages, rows } of write(answered)) {
      commits.push(pages);
      total.facts += Object.values(rows).reduce((left, right) => left + right, 0);
    }
    total.ours += performance.now() - started;
    for (let first = 0; commits.length > 0; ) {
      const after = first + (commits.shift() ?? 0);
      const rows = rowsOf(source, group.slice(first, after));
      total.bare += bare.insert(rows);
      total.unindexed += unindexed.insert(rows);
      first = after;
    }
  }
  for (const one of [db, bare, unindexed]) one.close();
  removeAll(files);
  return total;
}

/** The rows that the pages come to, ready to be bound: facts, their tags, and the pages themselves, packed. */
function rowsOf({ connection, connector }: PageSource, group: readonly BenchPage[]): readonly BareRow[] {
  const fetchedAt = instant(benchNow());
  const { id: connectionId, baseUrl, rules } = connection;
  return group.flatMap(({ request, response }) => {
    const { facts } = connector.map(response, { connectionId, baseUrl, rules, request, fetchedAt });
    const { codec, body } = packBody(response.body);
    const { stream, scope, key } = request;
    const texts = [key, JSON.stringify(request), response.status, JSON.stringify(response.headers)];
    const page = { table: 'raw_page', values: [connectionId, stream, scope, ...texts, codec, body, fetchedAt] };
    return [page, ...facts.flatMap((fact) => factRows(fact, fetchedAt))];
  });
}

type Reference = 'bare' | 'unindexed';

const BESIDE: Readonly<Record<Reference, string>> = {
  bare: 'bare prepared insert, same rows, tables, commits',
  unindexed: 'the same into tables without any index',
};

function rowOf(size: number, name: string, passes: readonly Pass[], beside: Reference = 'bare'): Row {
  const rates = passes.map(({ facts, ours }) => (facts / ours) * 1_000);
  const reference = passes.map((one) => (one.facts / one[beside]) * 1_000);
  return {
    name: `write path: ${name}`,
    size,
    unit: 'facts/s',
    median: median(rates),
    spread: spread(rates),
    reference: { name: BESIDE[beside], median: median(reference) },
    ratio: median(passes.map((one) => one[beside] / one.ours)),
  };
}

function judged(row: Row): Row {
  return { ...row, bar: { text: `ratio >= ${BAR}`, ok: (row.ratio ?? 0) >= BAR } };
}

function together(left: Pass, right: Pass): Pass {
  return {
    facts: left.facts + right.facts,
    ours: left.ours + right.ours,
    bare: left.bare + right.bare,
    unindexed: left.unindexed + right.unindexed,
  };
}

async function benchSize(context: BenchContext, size: number): Promise<readonly Row[]> {
  const enterprise = enterpriseOfSize({ facts: size, to: benchNow() });
  const github: Pass[] = [];
  const jira: Pass[] = [];
  const file = (name: string) => join(context.folder, `write-${name}.signalbox`);
  const files = { ours: file('ours'), bare: file('bare'), unindexed: file('unindexed') };
  const repeats = context.smoke || size > 100_000 ? 2 : 3;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    settle();
    github.push(await pass(files, githubPages(enterprise, 'connection-g' as ConnectionId)));
    jira.push(await pass(files, jiraPages(enterprise, 'connection-j' as ConnectionId)));
  }
  const both = github.map((one, index) => together(one, jira[index] ?? one));
  return [
    judged(rowOf(size, 'GitHub and Jira', both)),
    rowOf(size, 'GitHub and Jira', both, 'unindexed'),
    rowOf(size, 'GitHub alone', github),
    rowOf(size, 'Jira alone', jira),
  ];
}

/** From a provider's answers to facts in the workspace, without the network, beside a bare insert of the same rows. */
export async function benchWritePath(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`write path: ${size} facts`);
    rows.push(...(await benchSize(context, size)));
  }
  return rows;
}
