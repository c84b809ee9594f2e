import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endingOf } from '../../shared/domain/work-items/ending.ts';
import type { StatusCategory } from '../../shared/model/connection.ts';
import type { FactOf } from '../../shared/model/facts.ts';
import { NO_RULES } from '../support/jira-pages.ts';
import { type JiraSite, startJiraSite } from '../support/jira-site.ts';
import { factsOf } from '../support/stored-facts.ts';
import { noteForTier } from '../support/tier-note.ts';
import { DEVLAKE_ABSENT, DEVLAKE_IS_HERE, devlakePayloads, devlakeTable, momentOf, type Row } from './devlake.ts';
import { recordedCloud, recordedDataCenter } from './jira-recorded.ts';

if (!DEVLAKE_IS_HERE) noteForTier('recorded', 'devlake', DEVLAKE_ABSENT);

const table = (name: string) => devlakeTable('jira', `snapshot_tables/${name}`);
const projects = table('_tool_jira_projects').map((row) => row.project_key ?? '');

/** DevLake keeps Jira's own category; ours follow from it by name. */
function categoryOf(key: string | undefined): StatusCategory {
  return key === 'new' || key === 'done' ? key : 'active';
}

/** Jira's built-in status Resolved was deleted on this site, but stays in changelogs; README.md, difference 2. */
const BUILT_IN_RESOLVED = ['5', 'done'] as const;

const categories = new Map<string, string>([
  BUILT_IN_RESOLVED,
  ...table('_tool_jira_statuses').map((row) => [row.id ?? '', row.status_category ?? ''] as const),
]);

/** The changes of status that DevLake expects, in our terms. */
function expectedTransitions(items: readonly Row[], changelogs: readonly Row[]) {
  const entries = new Map(changelogs.map((row) => [row.changelog_id, row]));
  return items
    .filter((item) => item.field === 'status')
    .map((item) => ({
      externalId: item.changelog_id,
      issue: entries.get(item.changelog_id)?.issue_id ?? '',
      fromStatus: item.from_string,
      toStatus: item.to_string,
      fromCategory: categoryOf(categories.get(item.from_value ?? '')),
      toCategory: categoryOf(categories.get(item.to_value ?? '')),
      author: entries.get(item.changelog_id)?.author_display_name,
      at: momentOf(entries.get(item.changelog_id)?.created),
    }))
    .sort((a, b) => Number(a.externalId) - Number(b.externalId));
}

function actualTransitions(facts: readonly FactOf<'transition'>[], isOf: (issue: string) => boolean) {
  return facts
    .map((fact) => ({
      externalId: fact.externalId,
      issue: fact.workItemId.split(':').at(-1) ?? '',
      fromStatus: fact.fromStatus,
      toStatus: fact.toStatus,
      fromCategory: fact.fromCategory,
      toCategory: fact.toCategory,
      author: fact.author,
      at: fact.at as number,
    }))
    .filter(({ issue }) => isOf(issue))
    .sort((a, b) => Number(a.externalId) - Number(b.externalId));
}

const issueRows = table('_tool_jira_issues');
const issueIds = new Set(issueRows.map((row) => row.issue_id ?? ''));
const issueTransitions = expectedTransitions(
  table('_tool_jira_issue_changelog_items'),
  table('_tool_jira_issue_changelogs'),
);

const payloads = new Map(devlakePayloads('jira', 'issues').map(({ data }) => [data.id, data.fields as Row]));

const changesOfStatus = new Set(issueTransitions.map(({ externalId }) => externalId));
const statusChanges = table('_tool_jira_issue_changelogs').filter((row) => changesOfStatus.has(row.changelog_id));

/** DevLake writes 0 where a payload holds no story points: README.md, difference 3. */
function pointsOf(row: Row): number | null {
  return payloads.get(row.issue_id)?.customfield_10024 == null ? null : Number(row.story_point);
}

/** When an item became done: README.md, difference 1. */
function expectedDoneAt(row: Row): number | null {
  if (row.status_key !== 'done') return null;
  const became = issueTransitions
    .filter(
      ({ issue, fromCategory, toCategory }) =>
        issue === row.issue_id && fromCategory !== 'done' && toCategory === 'done',
    )
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .at(-1);
  return became?.at ?? momentOf(row.resolution_date);
}

/** Whether it was done, by the number of its resolution, which is the same in every language: 10001 is Won't Do. */
function expectedEnding(row: Row): string {
  if (row.status_key !== 'done') return 'open';
  const resolution = payloads.get(row.issue_id)?.resolution as { readonly id?: string } | null | undefined;
  return resolution?.id === '10001' ? 'undone' : 'done';
}

describe.skipIf(!DEVLAKE_IS_HERE)('recorded/devlake-jira Cloud', () => {
  let site: JiraSite;

  beforeAll(async () => {
    site = await startJiraSite({
      cloud: true,
      source: recordedCloud(),
      server: { largestPage: 7 },
      plan: { scopes: [...projects, 'LOG'], rules: NO_RULES },
    });
    await site.sync();
  }, 60_000);

  afterAll(() => site?.end());

  it('reads every payload, and drops none', async () => {
    const again = await site.sync();

    expect(again).toMatchObject({ state: 'succeeded', errorCode: null, droppedCount: 0 });
    expect(factsOf(site.db, 'work-item')).toHaveLength(30 + 3);
    expect(factsOf(site.db, 'transition')).toHaveLength(165 + 10);
    expect(factsOf(site.db, 'sprint')).toHaveLength(30);
    expect(factsOf(site.db, 'project')).toHaveLength(12 + 1);
  });

  it('has the expected projects', () => {
    const expected = table('_tool_jira_projects')
      .map((row) => [row.id, row.project_key, row.name])
      .sort();
    const actual = factsOf(site.db, 'project').map((project) => [project.externalId, project.key, project.name]);

    expect(actual.filter(([, key]) => key !== 'LOG').sort()).toEqual(expected);
  });

  it('has the expected issues', () => {
    const actual = factsOf(site.db, 'work-item').filter((item) => issueIds.has(item.externalId));

    expect(issueRows).toHaveLength(30);
    expect(
      actual.map(
        ({
          externalId,
          key,
          title,
          type,
          originalStatus,
          category,
          storyPoints,
          priority,
          assignee,
          createdAt,
          updatedAt,
          doneAt,
          resolution,
        }) => ({
          externalId,
          key,
          title,
          type,
          originalStatus,
          category,
          storyPoints,
          priority,
          assignee,
          createdAt,
          updatedAt,
          doneAt,
          ending: endingOf({ category, originalStatus, resolution }),
        }),
      ),
    ).toEqual(
      issueRows
        .map((row) => ({
          externalId: row.issue_id,
          key: row.issue_key,
          title: row.summary,
          type: row.type,
          originalStatus: row.status_name,
          category: categoryOf(row.status_key),
          storyPoints: pointsOf(row),
          priority: row.priority_name,
          assignee: row.assignee_display_name || null,
          createdAt: momentOf(row.created),
          updatedAt: momentOf(row.updated),
          doneAt: expectedDoneAt(row),
          ending: expectedEnding(row),
        }))
        .sort((a, b) => (String(a.externalId) < String(b.externalId) ? -1 : 1)),
    );
  });

  it('has the expected links to pages, labels and versions', () => {
    const labels = Map.groupBy(table('_tool_jira_issue_labels'), (row) => row.issue_id);
    const byKey = new Map(factsOf(site.db, 'work-item').map((item) => [item.key, item]));
    const path = (url: string | null | undefined) => new URL(url ?? 'none:').pathname;

    expect(labels.size).toBe(9);
    for (const row of table('issues')) {
      const item = byKey.get(row.issue_key ?? '');
      const expected = labels.get(item?.externalId)?.map((label) => label.label_name) ?? [];

      expect(item?.labels.toSorted()).toEqual(expected.sort());
      expect(item?.versions.join(',')).toBe(row.fix_versions);
      expect(path(item?.url)).toBe(path(row.url));
    }
  });

  it('has the expected changes of status', () => {
    const facts = factsOf(site.db, 'transition');

    expect(issueTransitions).toHaveLength(165);
    expect(actualTransitions(facts, (issue) => issueIds.has(issue))).toEqual(issueTransitions);
  });

  it('has the expected changes of status from pages of changelogs alone', () => {
    const items = table('_tool_jira_issue_changelog_items_extractor');
    const expected = expectedTransitions(items, table('_tool_jira_issue_changelogs_extractor'));

    expect(expected).toHaveLength(10);
    const known = new Set(expected.map(({ issue }) => issue));
    expect(actualTransitions(factsOf(site.db, 'transition'), (issue) => known.has(issue))).toEqual(expected);
  });

  it('has the expected sprints', () => {
    const expected = table('_tool_jira_sprints').map((row) => ({
      externalId: row.sprint_id,
      name: row.name,
      originalStatus: row.state,
      startAt: momentOf(row.start_date),
      endAt: momentOf(row.end_date),
      completedAt: momentOf(row.complete_date),
    }));
    const actual = factsOf(site.db, 'sprint').map(
      ({ externalId, name, originalStatus, startAt, endAt, completedAt }) => ({
        externalId,
        name,
        originalStatus,
        startAt,
        endAt,
        completedAt,
      }),
    );

    const order = (a: { externalId: string | undefined }, b: { externalId: string | undefined }) =>
      Number(a.externalId) - Number(b.externalId);
    expect(actual.sort(order)).toEqual(expected.sort(order));
  });

  it('knows the expected people, by the names in the issues', () => {
    const named = [
      ...issueRows.flatMap((row) => [
        [row.assignee_account_id, row.assignee_display_name],
        [row.creator_account_id, row.creator_display_name],
      ]),
      ...statusChanges.map((row) => [row.author_account_id, row.author_display_name]),
    ].filter(([id]) => id);
    const people = new Map(factsOf(site.db, 'person').map((person) => [person.externalId, person.name]));

    expect(new Map(named.map(([id, name]) => [id, name])).size).toBe(8);
    for (const [id, name] of named) expect(people.get(id ?? '')).toBe(name);
  });

  it('asks the second time only for the last minutes of each project', async () => {
    site.server.forgetRequests();

    const run = await site.sync();

    const searches = site.server.requests().filter(({ path }) => path.includes('/search/jql'));
    expect(searches.length).toBe(projects.length + 1);
    // The watermark of EE is 2021-08-06 14:14:54 in Shanghai; the issue of that moment comes again.
    const jqls = searches.map(({ path }) => new URL(path, site.server.origin).searchParams.get('jql') ?? '');
    expect(jqls.find((jql) => jql.startsWith('project = "EE"'))).toContain('updated >= "2021-08-06 14:09"');
    expect(run.rows['work-item']).toBe(2);
  });
});

describe.skipIf(!DEVLAKE_IS_HERE)('recorded/devlake-jira Cloud with changelogs that do not fit', () => {
  let site: JiraSite;

  beforeAll(async () => {
    // Pages smaller than any real site's: every issue's changelog is cut, and paged by fours.
    const server = { largestPage: 4, changelogInIssue: 3 };
    site = await startJiraSite({
      cloud: true,
      source: recordedCloud(),
      server,
      plan: { scopes: ['EE'], rules: NO_RULES },
    });
  }, 60_000);

  afterAll(() => site?.end());

  it('has the expected changes of status nonetheless, and the same days to within a second', async () => {
    const run = await site.sync();

    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0 });
    expect(actualTransitions(factsOf(site.db, 'transition'), () => true)).toEqual(issueTransitions);
    const doneAt = new Map(factsOf(site.db, 'work-item').map((item) => [item.externalId, item.doneAt]));
    for (const row of issueRows) {
      const expected = expectedDoneAt(row);
      // The change itself is on another page: the resolution's own time stands for it.
      if (expected === null) expect(doneAt.get(row.issue_id ?? '')).toBeNull();
      else expect(Math.abs((doneAt.get(row.issue_id ?? '') ?? 0) - expected)).toBeLessThan(1_000);
    }
  });
});

describe.skipIf(!DEVLAKE_IS_HERE)('recorded/devlake-jira Data Center', () => {
  let site: JiraSite;

  beforeAll(async () => {
    site = await startJiraSite({
      cloud: false,
      source: recordedDataCenter(),
      server: { largestPage: 8 },
      plan: { scopes: ['DZFNK0168'], rules: NO_RULES },
    });
  }, 60_000);

  afterAll(() => site?.end());

  it('has the expected links', async () => {
    const run = await site.sync();

    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0 });
    expect(factsOf(site.db, 'work-item')).toHaveLength(22);
    const order = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]) =>
      a.join() < b.join() ? -1 : 1;
    const expected = table('_tool_jira_issue_relationships').map((row) => [
      row.issue_id,
      row.type_name,
      row.inward_issue_key ? 'inward' : 'outward',
      row.inward_issue_key || row.outward_issue_key,
    ]);
    const actual = factsOf(site.db, 'work-item-link').map((link) => [
      link.fromId.split(':').at(-1),
      link.type,
      link.direction,
      link.toKey,
    ]);
    expect(expected).toHaveLength(16);
    expect(actual.sort(order)).toEqual(expected.sort(order));
  });
});
