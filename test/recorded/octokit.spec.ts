import { afterEach, describe, expect, it } from 'vitest';
import type { PageRequest } from '../../electron/core/connectors/_kit/connector.ts';
import { createHttp, defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import { nextPath } from '../../electron/core/connectors/_kit/link-header.ts';
import { systemWait } from '../../electron/core/connectors/_kit/wait.ts';
import { github } from '../../electron/core/connectors/github/index.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';
import type { ReplayServer } from '../servers/replay-server.ts';
import { githubConnection, silentLog } from '../support/sync-run.ts';
import { noteForTier } from '../support/tier-note.ts';
import {
  OCTOKIT_ABSENT,
  OCTOKIT_IS_HERE,
  type Payload,
  readExchanges,
  readWebhooks,
  startExchangeServer,
} from './octokit-recorded.ts';

if (!OCTOKIT_IS_HERE) noteForTier('recorded', 'octokit', OCTOKIT_ABSENT);

const exchanges = readExchanges();
const webhooks = readWebhooks();

let server: ReplayServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function clientOf({ origin }: ReplayServer) {
  const limits = { ...defaultLimits, attempts: 1 };
  const common = {
    baseUrl: origin,
    headers: {},
    secret: null,
    fetch,
    env: systemEnv(),
    wait: systemWait,
    log: silentLog,
    limits,
  };
  const http = createHttp(common);
  return (request: { path: string; method?: 'GET' | 'POST'; body?: string }) =>
    http.ask({ ...request, what: 'recorded' }, new AbortController().signal);
}

function read(stream: string, body: unknown, params: PageRequest['params'] = {}) {
  const request = { stream, scope: 'Codertocat/Hello-World', key: 'k', path: '/', params };
  const context = {
    connectionId: 'gh' as ConnectionId,
    baseUrl: 'https://api.github.com',
    rules: github.defaultRules,
    request,
    fetchedAt: instant(0),
  };
  return github.map({ status: 200, headers: {}, body: JSON.stringify(body) }, context);
}

describe.skipIf(!OCTOKIT_IS_HERE)('recorded/octokit exchanges', () => {
  it('are all there', () => {
    expect(exchanges).toHaveLength(71);
  });

  it('leads through the five pages of a list, and reads every issue of it', async () => {
    const first = '/repos/octokit-fixture-org/paginate-issues';
    server = await startExchangeServer(exchanges, first);
    const ask = clientOf(server);
    const numbers: number[] = [];
    const pages: number[] = [];

    for (let path: string | null = `${first}/issues?per_page=3`; path !== null; ) {
      const answer = await ask({ path });
      if (answer.kind !== 'page') throw new Error('a page was expected');
      const { facts, dropped } = read('issues', JSON.parse(answer.response.body));
      expect(dropped).toEqual([]);
      const items = facts.filter((fact): fact is MappedFact<'work-item'> => fact.kind === 'work-item');
      pages.push(items.length);
      numbers.push(...items.map((item) => Number(item.key.split('#')[1])));
      path = nextPath(path, answer.response.headers);
    }

    expect(pages).toEqual([3, 3, 3, 3, 1]);
    expect(numbers).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('follows a repository to its new name', async () => {
    const renamed = exchanges.filter(({ path }) => path.includes('rename-repository') || path === '/repositories/1000');
    server = await startExchangeServer(renamed);

    const answer = await clientOf(server)({ path: '/repos/octokit-fixture-org/rename-repository' });

    expect(answer.kind === 'page' && JSON.parse(answer.response.body).full_name).toBe(
      'octokit-fixture-org/rename-repository-newname',
    );
    expect(server.requests().map(({ status }) => status)).toEqual([301, 200]);
  });

  it.each([
    [
      'GET',
      '/repos/octokit-fixture-org/branch-protection/branches/main/protection',
      'PROVIDER_NOT_FOUND',
      'Branch not protected',
    ],
    ['POST', '/repos/octokit-fixture-org/errors/labels', 'PROVIDER_REFUSED', 'Validation Failed'],
  ] as const)('tells what GitHub said: %s %s', async (method, path, code, words) => {
    server = await startExchangeServer(exchanges);

    const asked = clientOf(server)({ path, method, ...(method === 'POST' ? { body: '{}' } : {}) });

    await expect(asked).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('tells an answer that is no JSON from one that is', async () => {
    server = await startExchangeServer(exchanges);
    const ask = clientOf(server);
    const isReadable = async (path: string) => (await ask({ path }).catch(() => null)) !== null;
    const readable = exchanges.filter(({ method, status }) => method === 'get' && status === 200);

    const verdicts = await Promise.all(readable.map(async ({ path }) => [path, await isReadable(path)] as const));

    // A README as it stands and an archive.
    expect(new Set(verdicts.filter(([, ok]) => !ok).map(([path]) => path))).toEqual(
      new Set([
        '/repos/octokit-fixture-org/hello-world/contents/README.md',
        '/octokit-fixture-org/get-archive/legacy.tar.gz/refs/heads/main',
      ]),
    );
  });
});

function held(name: string): readonly Payload[] {
  return webhooks.flatMap((payload) => {
    const part = payload[name];
    return typeof part === 'object' && part !== null ? [part as Payload] : [];
  });
}

/** What the connector asks about deployments after their list. */
function statusRequests(deployments: readonly unknown[]): readonly PageRequest[] {
  const request = {
    stream: 'deployments',
    scope: 'Codertocat/Hello-World',
    key: 'k',
    path: '/deployments',
    params: {},
  };
  const page = { status: 200, headers: {}, body: JSON.stringify(deployments) };
  return github.next(page, request, githubConnection('https://api.github.com')).next;
}

describe.skipIf(!OCTOKIT_IS_HERE)('recorded/octokit webhooks', () => {
  it('are all there', () => {
    expect(webhooks).toHaveLength(329);
  });

  it.each([
    { name: 'pull_request', stream: 'pulls', kind: 'pull-request', rows: 41, read: 41, wrap: null },
    { name: 'review', stream: 'pull-reviews', kind: 'review', rows: 4, read: 4, wrap: null },
    { name: 'workflow_run', stream: 'runs', kind: 'pipeline-run', rows: 8, read: 8, wrap: 'workflow_runs' },
    { name: 'workflow_job', stream: 'jobs', kind: 'job', rows: 8, read: 8, wrap: 'jobs' },
    { name: 'release', stream: 'releases', kind: 'release-tag', rows: 13, read: 13, wrap: null },
    { name: 'milestone', stream: 'milestones', kind: 'source-version', rows: 9, read: 9, wrap: null },
    // Six comments are on pull requests or say too little: see the next test.
    { name: 'issue', stream: 'issues', kind: 'work-item', rows: 38, read: 32, wrap: null },
  ] as const)('have $rows times a $name, of which the stream $stream reads $read', (one) => {
    const rows = held(one.name);

    const { facts } = read(one.stream, one.wrap === null ? rows : { [one.wrap]: rows }, { number: 1 });

    const ids = new Set(rows.map((row) => String(row.id)));
    const known = facts.filter((fact) => fact.kind === one.kind);
    expect(rows).toHaveLength(one.rows);
    expect(known).toHaveLength(one.read);
    for (const fact of known) expect(ids).toContain(fact.externalId);
  });

  it('are dropped where an issue says too little, with the reason, and passed over where it is a pull request', () => {
    const rows = held('issue');

    const { dropped } = read('issues', rows);

    expect(rows.filter((row) => row.pull_request !== undefined)).toHaveLength(4);
    expect(rows.filter((row) => row.state === undefined)).toHaveLength(2);
    expect(dropped.map((row) => row.reason)).toEqual(
      Array(2).fill('state: Invalid input: expected string, received undefined'),
    );
  });

  it('hold the values that the facts have', () => {
    const rows = held('pull_request');
    const { facts } = read('pulls', rows);
    const pulls = new Map(
      facts.flatMap((fact) => (fact.kind === 'pull-request' ? [[fact.externalId, fact] as const] : [])),
    );

    for (const row of rows
      .toReversed()
      .filter((one, index, all) => all.findLastIndex(({ id }) => id === one.id) === index)) {
      expect(pulls.get(String(row.id))).toMatchObject({
        number: row.number,
        title: row.title,
        originalStatus: row.state,
        createdAt: Date.parse(String(row.created_at)),
        mergedAt: row.merged_at ? Date.parse(String(row.merged_at)) : null,
      });
    }
  });

  it('hold deployments, each read with its status', () => {
    const deployments = held('deployment');
    const withStatus = webhooks.filter((payload) => payload.deployment && payload.deployment_status);

    expect(deployments).toHaveLength(9);
    expect(read('deployments', deployments)).toEqual({ facts: [], dropped: [] });
    expect(withStatus).toHaveLength(4);
    for (const { deployment, deployment_status: status } of withStatus as readonly Record<string, Payload>[]) {
      const [asked] = statusRequests([deployment]);
      const { facts, dropped } = read('deployment-statuses', [status], asked?.params ?? {});

      expect(dropped).toEqual([]);
      expect(facts).toMatchObject([
        {
          kind: 'deployment',
          externalId: String(deployment?.id),
          environment: deployment?.environment,
          sha: deployment?.sha,
          originalStatus: status?.state,
          createdAt: Date.parse(String(deployment?.created_at)),
        },
      ]);
    }
  });

  it('hold repositories in more shapes than one, and each with an address and a number is read', () => {
    const repositories = held('repository');

    const results = repositories.map((repository) => read('repository', repository));

    expect(repositories).toHaveLength(280);
    expect(results.every(({ facts, dropped }) => facts.length + dropped.length === 1)).toBe(true);
    expect(results.filter(({ dropped }) => dropped.length > 0)).toEqual([]);
  });
});
