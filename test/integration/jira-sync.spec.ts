import { afterEach, describe, expect, it } from 'vitest';
import { checkConnection } from '../../electron/core/connectors/_kit/check.ts';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { factKindNames } from '../../electron/core/db/fact-tables.ts';
import { remapConnection } from '../../electron/core/sync/remap.ts';
import { jiraIssue, moved, paymentsJira } from '../fixtures/jira/payments.ts';
import type { JiraData, JiraIssueData } from '../servers/jira-data.ts';
import { testEnv } from '../support/env.ts';
import { at } from '../support/jira-pages.ts';
import { type JiraSite, type JiraSiteOptions, startJiraSite } from '../support/jira-site.ts';
import { factsOf } from '../support/stored-facts.ts';
import { silentLog } from '../support/sync-run.ts';

let sites: JiraSite[] = [];

async function aSite(options: Partial<JiraSiteOptions> = {}): Promise<JiraSite> {
  const site = await startJiraSite({ cloud: true, data: paymentsJira, ...options });
  sites.push(site);
  return site;
}

afterEach(async () => {
  await Promise.all(sites.map((site) => site.end()));
  sites = [];
});

/** All facts by kind, without where they were and when. */
function allFacts(db: WriteDb): Record<string, unknown> {
  return Object.fromEntries(
    factKindNames.map((kind) => [kind, factsOf(db, kind).map(({ url: _url, fetchedAt: _fetchedAt, ...fact }) => fact)]),
  );
}

function withIssues(changed: readonly JiraIssueData[]): JiraData {
  const ids = new Set(changed.map((issue) => issue.id));
  return { ...paymentsJira, issues: [...paymentsJira.issues.filter((issue) => !ids.has(issue.id)), ...changed] };
}

/** What was asked of the search, and how often of anything else. */
function asked(site: JiraSite) {
  const paths = site.server.requests().map(({ path }) => new URL(path, site.server.origin));
  const searches = paths.filter((url) => /\/search(\/jql)?$/.test(url.pathname));
  return {
    windows: searches.map((url) => /updated >= "([^"]*)"/.exec(url.searchParams.get('jql') ?? '')?.[1] ?? 'all'),
    changelogs: paths.filter((url) => url.pathname.endsWith('/changelog')).length,
    total: paths.length,
  };
}

describe.each([
  ['Jira Cloud', true],
  ['Jira Data Center', false],
])('integration/jira-sync with %s', (_, cloud) => {
  it('reads a whole project', async () => {
    const site = await aSite({ cloud });

    const run = await site.sync();

    expect(run).toMatchObject({ state: 'succeeded', errorCode: null, droppedCount: 0, dropped: [] });
    expect(factKindNames.map((kind) => [kind, factsOf(site.db, kind).length]).filter(([, count]) => count)).toEqual([
      ['project', 1],
      ['person', 3],
      ['work-item', 23],
      ['transition', 8],
      ['work-item-link', 1],
      ['source-version', 2],
      ['sprint', 3],
    ]);
    const items = factsOf(site.db, 'work-item');
    expect(items.find((item) => item.key === 'PAY-1')).toMatchObject({
      title: 'Refunds fail for <b>0.00</b> EUR',
      type: 'Bug',
      originalStatus: 'Closed',
      category: 'done',
      priority: 'High',
      assignee: 'Ada Lovelace',
      labels: ['refund', 'q1'],
      versions: ['2026.06'],
      storyPoints: 3,
      createdAt: at('2026-01-05T09:01:00Z'),
      updatedAt: at('2026-02-03T10:00:00Z'),
      doneAt: at('2026-02-01T16:45:12.345Z'),
      resolution: "Won't Do",
      url: `${site.server.baseUrl}/browse/PAY-1`,
    });
    expect(items.find((item) => item.key === 'PAY-2')).toMatchObject({
      category: 'waiting',
      versions: ['2026.06', '2026.08'],
      storyPoints: 0.5,
      assignee: 'Left Long Ago',
    });
    expect(items.some((item) => item.key === 'OPS-1')).toBe(false);
  });

  it('reads every transition, also of a changelog that does not fit into its issue', async () => {
    const site = await aSite({ cloud });

    await site.sync();

    const transitions = factsOf(site.db, 'transition').toSorted((a, b) => a.at - b.at);
    const ofIssue = (id: string) =>
      transitions
        .filter((transition) => transition.workItemId.endsWith(`:${id}`))
        .map(({ toStatus, fromCategory, toCategory, author, at: moment }) => [
          toStatus,
          fromCategory,
          toCategory,
          author,
          moment,
        ]);
    expect(ofIssue('100001')).toEqual([
      ['In Progress', 'new', 'active', 'Ada Lovelace', at('2026-01-12T09:30:00Z')],
      ['On hold', 'active', 'waiting', 'Ada Lovelace', at('2026-01-14T15:00:00Z')],
      ['In Progress', 'waiting', 'active', 'Ada Lovelace', at('2026-01-15T08:00:00Z')],
      ['Done', 'active', 'done', 'Grace Hopper', at('2026-02-01T16:45:12.345Z')],
      ['Closed', 'done', 'done', 'Grace Hopper', at('2026-02-03T10:00:00Z')],
    ]);
    expect(ofIssue('100003')).toEqual([
      ['In Progress', 'new', 'active', 'Ada Lovelace', at('2026-01-20T08:00:00Z')],
      ['Done', 'active', 'done', 'Grace Hopper', at('2026-01-20T09:39:00Z')],
    ]);
    // 100 entries by 10 a page; Data Center gives them with the issue.
    expect(asked(site).changelogs).toBe(cloud ? 10 : 0);
  });

  it('asks the second time only for what changed, by the clock of the user', async () => {
    const site = await aSite({ cloud });
    await site.sync();
    const before = allFacts(site.db);
    site.server.forgetRequests();

    const run = await site.sync();

    // The newest change was at 10:00 UTC; five minutes earlier it was 04:55 in New York.
    expect(asked(site)).toMatchObject({ windows: ['2026-02-03 04:55'], changelogs: 0 });
    expect(run.rows['work-item']).toBe(1);
    expect(allFacts(site.db)).toEqual(before);
  });

  it('reads what changed and what is new', async () => {
    const site = await aSite({ cloud });
    await site.sync();
    const reopened = moved('30100', at('2026-02-03T10:30:00Z'), ['1', '3']);
    const changed = jiraIssue(12, { statusId: '3', updatedAt: at('2026-02-03T10:30:00Z'), changes: [reopened] });
    const added = jiraIssue(99, { createdAt: at('2026-02-03T10:31:00Z'), updatedAt: at('2026-02-03T10:31:00Z') });
    site.setData(withIssues([changed, added]));
    site.server.forgetRequests();

    const run = await site.sync();

    expect(asked(site)).toMatchObject({ windows: ['2026-02-03 04:55'], changelogs: 0 });
    expect(run.rows).toMatchObject({ 'work-item': 3, transition: 6 });
    const items = factsOf(site.db, 'work-item');
    expect(items).toHaveLength(24);
    expect(items.find((item) => item.key === 'PAY-12')?.originalStatus).toBe('In Progress');
    site.server.forgetRequests();
    await site.sync();
    expect(asked(site).windows).toEqual(['2026-02-03 05:26']);
  });

  it('reads what it keeps anew when the rules have changed', async () => {
    const site = await aSite({ cloud });
    await site.sync();
    const statuses = [
      { pattern: 'in progress', category: 'waiting' as const },
      { pattern: 'to do', category: 'active' as const },
    ];

    await site.sync({ connection: { ...site.connection, rules: { ...site.connection.rules, statuses } } });

    const categories = new Map(factsOf(site.db, 'work-item').map((item) => [item.key, item.category]));
    expect([categories.get('PAY-1'), categories.get('PAY-2'), categories.get('PAY-15')]).toEqual([
      'done',
      'active',
      'active',
    ]);
    const started = factsOf(site.db, 'transition').filter(({ toStatus }) => toStatus === 'In Progress');
    expect(started.map(({ fromCategory, toCategory }) => [fromCategory, toCategory])).toEqual([
      ['active', 'waiting'],
      ['active', 'waiting'],
      ['active', 'waiting'],
    ]);
  });

  it('forgets links and versions that were taken away, and does not bring them back from older pages', async () => {
    const site = await aSite({ cloud });
    await site.sync();
    const before = allFacts(site.db);
    const first = paymentsJira.issues.find(({ key }) => key === 'PAY-1') as JiraIssueData;
    const unlinked = { ...first, links: [], updatedAt: at('2026-02-04T11:00:00Z') };
    const [project, ...others] = paymentsJira.projects as [JiraData['projects'][0], ...JiraData['projects']];
    const projects = [{ ...project, versions: project.versions.slice(1) }, ...others];
    site.setData({ ...withIssues([unlinked]), projects });

    await site.sync();
    const after = allFacts(site.db);
    const { facts } = await remapConnection(site.db, { connection: site.connection, connector: jira });

    const gone = Object.keys(before).filter((kind) => JSON.stringify(before[kind]) !== JSON.stringify(after[kind]));
    expect(gone).toEqual(['work-item', 'work-item-link', 'source-version']);
    expect([after['work-item-link'], factsOf(site.db, 'source-version').map(({ name }) => name)]).toEqual([
      [],
      [project.versions[1]?.name],
    ]);
    expect(allFacts(site.db)).toEqual(after);
    expect(facts).toBe(Object.values(after).flat().length);
  });

  it('tells who we are and which projects can be read', async () => {
    const site = await aSite({ cloud });
    const plan = { ...site.connection, scopes: ['PAY', 'GONE'] };

    const tested = await checkConnection({
      connector: jira,
      plan,
      secret: 'sesame-and-poppy',
      env: testEnv('2026-02-04T12:00:00Z'),
      log: silentLog,
    });

    expect(tested.account).toBe('Ada Lovelace');
    expect(tested.scopes).toEqual([
      { scope: 'PAY', ok: true, message: expect.any(String) },
      { scope: 'GONE', ok: false, message: expect.stringContaining('404') },
    ]);
  });

  it('ends with the same facts wherever it is killed', async () => {
    const site = await aSite({ cloud });
    const copies: WriteDb[] = [];
    await site.sync({ onWritten: () => copies.push(site.copy(`killed-${copies.length}`)) });
    const undisturbed = allFacts(site.db);

    expect(copies.length).toBeGreaterThan(10);
    for (const db of copies) {
      const run = await site.sync({ db });

      expect(run.state).toBe('succeeded');
      expect(allFacts(db)).toEqual(undisturbed);
      site.server.forgetRequests();
      await site.sync({ db });
      expect(asked(site).windows).toEqual(['2026-02-03 04:55']);
    }
  });

  it('passes no issue over that moves while it reads', async () => {
    const seen = { searches: 0 };
    const bulk = Array.from({ length: 8 }, (_, index) =>
      jiraIssue(10 + index, { updatedAt: at('2026-02-04T11:00:00Z') + index }),
    );
    const site: JiraSite = await aSite({
      cloud,
      server: {
        onAnswered: ({ path }) => {
          if (!/\/search(\/jql)?\?/.test(path)) return;
          seen.searches += 1;
          if (seen.searches === 1) site.setData(withIssues(bulk));
        },
      },
    });

    const run = await site.sync();

    expect(run.state).toBe('succeeded');
    const items = factsOf(site.db, 'work-item');
    expect(items).toHaveLength(23);
    for (const { key, updatedAt } of bulk) expect(items.find((item) => item.key === key)?.updatedAt).toBe(updatedAt);
  });

  it.each(['earlier', 'later'] as const)(
    'misses nothing in the hour that happens twice, read as the %s one',
    async (inFold) => {
      const berlin = {
        ...paymentsJira,
        users: paymentsJira.users.toSorted((a, b) => Number(b.id === 'u-grace') - Number(a.id === 'u-grace')),
      };
      const first = jiraIssue(50, { updatedAt: at('2026-10-25T00:40:00Z') });
      const second = jiraIssue(51, { updatedAt: at('2026-10-25T00:50:00Z') });
      const third = jiraIssue(52, { updatedAt: at('2026-10-25T01:45:00Z') });
      const site = await aSite({
        cloud,
        data: { ...berlin, issues: [first] },
        server: { inFold },
        now: '2026-10-25T03:00:00Z',
      });
      await site.sync();

      site.setData({ ...berlin, issues: [first, second, third] });
      await site.sync();

      expect(factsOf(site.db, 'work-item').map((item) => item.key)).toEqual(['PAY-50', 'PAY-51', 'PAY-52']);
    },
  );

  it('reads sprints from issues where there are no boards', async () => {
    const site = await aSite({ cloud, agile: false });

    const run = await site.sync();

    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0 });
    expect(factsOf(site.db, 'sprint').map(({ name, originalStatus }) => [name, originalStatus])).toEqual([
      ['PAY 1', 'closed'],
      ['PAY 2', 'active'],
    ]);
  });

  it('says of a board that it may not be read, and reads the rest', async () => {
    const site = await aSite({ cloud });
    site.server.fault({ kind: 'status', status: 403, message: 'No license', path: /\/agile\// });

    const run = await site.sync();

    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 1 });
    expect(run.dropped[0]).toMatchObject({ stream: 'boards', reason: 'not to be had (403): No license' });
    expect(factsOf(site.db, 'work-item')).toHaveLength(23);
  });

  it.each([
    ['a wrong token', 'PROVIDER_UNAUTHORIZED', { secret: 'wrong' }],
    ['no token at all', 'SECRET_MISSING', { secret: '' }],
  ])('fails clearly with %s', async (__, code, changes) => {
    const site = await aSite({ cloud });

    const run = await site.sync(changes);

    expect(run).toMatchObject({ state: 'failed', errorCode: code });
    expect(run.errorRemedy).not.toBeNull();
    expect(JSON.stringify(run)).not.toContain('wrong"');
  });

  it('names the project that nobody knows, and still reads the others', async () => {
    const site = await aSite({ cloud, plan: { scopes: ['GONE', 'PAY', 'OPS'] } });

    const run = await site.sync();

    expect(run).toMatchObject({ state: 'failed', errorCode: 'PROVIDER_NOT_FOUND' });
    expect(run.errorMessage).toContain('GONE');
    expect(factsOf(site.db, 'project').map((project) => project.key)).toEqual(['PAY', 'OPS']);
    expect(factsOf(site.db, 'work-item')).toHaveLength(24);
  });

  it('takes a key as Jira writes it, however people typed it', async () => {
    const site = await aSite({ cloud, plan: { scopes: ['pay'] } });

    await site.sync();

    expect(factsOf(site.db, 'project').map(({ key }) => key)).toEqual(['PAY']);
    expect(new Set(factsOf(site.db, 'source-version').map(({ projectKey }) => projectKey))).toEqual(new Set(['PAY']));
    expect(new Set(factsOf(site.db, 'work-item').map(({ projectKey }) => projectKey))).toEqual(new Set(['PAY']));
  });
});

describe('integration/jira-sync with both', () => {
  it('reads the same facts from either', async () => {
    const cloud = await aSite({ cloud: true });
    const dataCenter = await aSite({ cloud: false });

    await cloud.sync();
    await dataCenter.sync();

    expect(allFacts(dataCenter.db)).toEqual(allFacts(cloud.db));
  });

  it('sends its secret in the header alone', async () => {
    const site = await aSite();

    await site.sync();

    const requests = site.server.requests();
    const expected = `Basic ${Buffer.from('ada@example.com:sesame-and-poppy').toString('base64')}`;
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set([expected]));
    expect(requests.some(({ path }) => path.includes('sesame'))).toBe(false);
  });
});
