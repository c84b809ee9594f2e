import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CoreClient, openCore } from '../../electron/core/core.ts';
import { factKindNames, factTableName } from '../../electron/core/db/fact-tables.ts';
import type { FactId, TrainId } from '../../shared/model/ids.ts';
import type { Day, Instant } from '../../shared/model/time.ts';
import { testFolder, testHost } from '../support/core.ts';
import { isScan, planOf, recordStatements } from '../support/query-plans.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import { createSimulatedWorkspace, type SimulatedWorkspace } from '../support/simulator/workspace.ts';

/** Tables that grow with the facts, the decisions or the pages; none of them is ever walked from end to end. */
const BIG = new Set([
  ...factKindNames.map(factTableName),
  ...['work_item_tag', 'work_item_text', 'raw_page', 'sync_request', 'journal', 'journal_subject', 'journal_kind'],
  ...['journal_text', 'release', 'milestone', 'scope_item'],
]);

/** Counted whole, from an index, for the page that describes the workspace; hundreds of rows, not millions. */
const COUNTED = new Set(['release', 'milestone', 'scope_item']);

interface Asked {
  readonly client: CoreClient;
  readonly workspace: SimulatedWorkspace;
  readonly item: FactId;
}

type Question = (asked: Asked) => Promise<unknown>;

const DAY_MS = 86_400_000;
const from = '2026-11-01' as Day;
const to = '2026-12-31' as Day;

const QUESTIONS: Readonly<Record<string, Question>> = {
  'calendar.range': ({ client }) => client.calendar.range({ from, to, trainIds: null }),
  'calendar.range of some trains': ({ client, workspace }) =>
    client.calendar.range({ from, to, trainIds: [...workspace.planned.trains] }),
  'trains.list': ({ client }) => client.trains.list({}),
  'trains.preview': ({ client, workspace }) =>
    client.trains.preview({ id: workspace.planned.trains[0] as TrainId, from, to }),
  'releases.ofTrain': ({ client, workspace }) =>
    client.releases.ofTrain({ trainId: workspace.planned.trains[0] as TrainId }),
  'skew.simulate': ({ client }) => client.skew.simulate({ from, until: to }),
  'releases.get': ({ client, workspace }) => client.releases.get({ id: workspace.planned.next }),
  'releases.history': ({ client, workspace }) => client.releases.history({ id: workspace.planned.next }),
  'releases.candidates': ({ client, workspace }) => client.releases.candidates({ id: workspace.planned.next }),
  'today.get': ({ client, workspace }) => client.today.get({ since: (workspace.env.now() - 3 * DAY_MS) as Instant }),
  'workItems.search': ({ client }) => client.workItems.search({}),
  'workItems.search, page 2': async ({ client }) => {
    const { next } = await client.workItems.search({ limit: 5 });
    return client.workItems.search({ limit: 5, after: next });
  },
  'workItems.search by words': ({ client }) => client.workItems.search({ text: 'card expiry' }),
  'workItems.search by words and label': ({ client }) => client.workItems.search({ text: 'fix', label: 'security' }),
  'workItems.search by connection': ({ client, workspace }) =>
    client.workItems.search({ connectionId: workspace.connections.jira }),
  'workItems.search by project': ({ client }) => client.workItems.search({ projectKey: 'PAYME' }),
  'workItems.search by category': ({ client }) => client.workItems.search({ category: 'active' }),
  'workItems.search by label': ({ client }) => client.workItems.search({ label: 'security' }),
  'workItems.search by version and category': ({ client }) =>
    client.workItems.search({ version: 'Payments 2026.40', category: 'done' }),
  'workItems.search by everything': ({ client, workspace }) =>
    client.workItems.search({
      connectionId: workspace.connections.jira,
      projectKey: 'PAYME',
      category: 'done',
      label: 'x',
      version: 'y',
    }),
  'workItems.get': ({ client, item }) => client.workItems.get({ id: item }),
  'workItems.versions': ({ client }) => client.workItems.versions({}),
  'workItems.deliveries': ({ client, workspace }) =>
    client.workItems.deliveries({
      projects: [{ connectionId: workspace.connections.github, key: 'acme/payments-api' }],
    }),
  'connections.list': ({ client }) => client.connections.list({}),
  'sync.runs': ({ client, workspace }) => client.sync.runs({ connectionId: workspace.connections.jira }),
  'journal.list': ({ client }) => client.journal.list({}),
  'journal.list by actor': ({ client }) => client.journal.list({ actor: 'Ada' }),
  'journal.list by command': ({ client }) => client.journal.list({ command: 'trains.create' }),
  'journal.list by kind': ({ client }) => client.journal.list({ kind: 'train' }),
  'journal.list by days': ({ client }) => client.journal.list({ from, to }),
  'journal.list by words': ({ client }) => client.journal.list({ text: 'Generated' }),
  'journal.list by everything': ({ client }) =>
    client.journal.list({ actor: 'Ada', command: 'x', kind: 'train', from, to, text: 'y' }),
  'journal.next': ({ client }) => client.journal.next({}),
  'workspace.info': ({ client }) => client.workspace.info({}),
};

let folder: string;
let file: string;
let workspace: SimulatedWorkspace;
let item: FactId;
let stop: (() => void) | undefined;

beforeAll(async () => {
  folder = testFolder();
  file = path.join(folder, 'plans.signalbox');
  workspace = await createSimulatedWorkspace(file, enterpriseOfSize({ facts: 5_000 }));
  const { rows } = await workspace.core.client.workItems.search({ limit: 1 });
  item = rows[0]?.id as FactId;
  await workspace.core.close();
});

afterEach(() => {
  stop?.();
  stop = undefined;
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

/** Every statement that a question runs, on a core that has prepared none before. */
async function statementsOf(ask: Question): Promise<readonly string[]> {
  const { env } = workspace;
  const core = await openCore({ file, mode: 'read', env, host: testHost(), schedule: false, actor: 'Ada' });
  const recorded = recordStatements();
  stop = recorded.stop;
  try {
    await ask({ client: core.client, workspace, item });
    return recorded.texts().filter((text) => /^\s*(SELECT|WITH)/i.test(text));
  } finally {
    recorded.stop();
    await core.close();
  }
}

describe('query plans', () => {
  it.each(Object.entries(QUESTIONS))('%s walks no big table', async (name, ask) => {
    const statements = await statementsOf(ask);

    const steps = statements.flatMap((statement) => planOf(file, statement));
    const scans = steps.filter((step) => isScan(step) && step.table !== null && BIG.has(step.table));
    const wrong = name === 'workspace.info' ? scans.filter(({ table }) => !COUNTED.has(table ?? '')) : scans;
    expect(wrong.map(({ detail, statement }) => `${detail}: ${statement.replaceAll(/\s+/g, ' ').trim()}`)).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });

  it.each([
    ['SELECT * FROM fact_work_item', true],
    ["SELECT * FROM fact_work_item f WHERE f.title LIKE '%x%' ORDER BY f.updated_at DESC LIMIT 1", true],
    ['SELECT * FROM fact_job j JOIN fact_pipeline_run r ON r.id = j.run_id WHERE j.outcome = ?', true],
    ['SELECT * FROM fact_work_item WHERE id = ?', false],
    ['SELECT rowid FROM work_item_text WHERE work_item_text MATCH ?', false],
  ])('finds planted scans: %s', (statement, scans) => {
    const steps = planOf(file, statement);

    expect(steps.some((step) => isScan(step) && BIG.has(step.table ?? ''))).toBe(scans);
  });

  it('knows every table that can grow large', () => {
    const steps = planOf(file, "SELECT name FROM sqlite_schema WHERE type = 'table'");

    expect(steps.length).toBeGreaterThan(0);
    expect([...BIG].every((table) => planOf(file, `SELECT 1 FROM ${table} LIMIT 1`).length > 0)).toBe(true);
  });
});
