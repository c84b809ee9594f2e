import { byChange, type JiraIssueRow, type JiraSource } from '../servers/jira-source.ts';
import { devlakePayloads } from './devlake.ts';

interface RecordedIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly updated: string;
    readonly project: { readonly id: string; readonly key: string; readonly name: string };
    readonly status: { readonly id: string };
    readonly fixVersions?: readonly { readonly id: string }[];
  };
  readonly changelog?: { readonly histories: readonly object[] };
}

/** What DevLake was told of the site besides its payloads: it has no list of these two fields among its tables. */
const TOLD_FIELDS = [
  { id: 'customfield_10024', name: 'Story Points', custom: true, schema: { type: 'number' } },
  { id: 'customfield_10020', name: 'Sprint', custom: true, schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
];

function rowOf(issue: RecordedIssue): JiraIssueRow {
  const { changelog, ...payload } = issue;
  return {
    id: issue.id,
    key: issue.key,
    updatedAt: Date.parse(issue.fields.updated.replace(/(\d\d)$/, ':$1')),
    payload: () => payload,
    histories: () => changelog?.histories ?? [],
  };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}

function dataOf(table: string): readonly Record<string, unknown>[] {
  return devlakePayloads('jira', table).map(({ data }) => data);
}

interface Site {
  readonly cloud: boolean;
  readonly zone: string;
  readonly issues: readonly RecordedIssue[];
  readonly projects: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  readonly statuses: readonly object[];
  readonly boards: Readonly<Record<string, readonly object[]>>;
  readonly sprints: readonly object[];
}

function sourceOf(site: Site): JiraSource {
  const rows = site.issues.map(rowOf).sort(byChange);
  const byName = new Map(rows.flatMap((row) => [[row.id, row] as const, [row.key, row] as const]));
  const ofProject = new Map(
    site.projects.map(({ key }) => [key, rows.filter((row) => row.key.startsWith(`${key}-`))] as const),
  );
  const versionsOf = (key: string) =>
    byId(
      site.issues.filter((issue) => issue.fields.project.key === key).flatMap(({ fields }) => fields.fixVersions ?? []),
    );
  return {
    cloud: site.cloud,
    serverInfo: { deploymentType: site.cloud ? 'Cloud' : 'Server' },
    myself: { accountId: 'recorder', name: 'recorder', displayName: 'Recorder', timeZone: site.zone },
    zone: site.zone,
    fields: [...dataOf('issue_fields'), ...TOLD_FIELDS],
    statuses: site.statuses,
    project: (key) => site.projects.find((project) => project.key === key) ?? null,
    versions: versionsOf,
    boards: (key) => site.boards[key] ?? [],
    sprints: () => site.sprints,
    issues: (key) => ofProject.get(key) ?? [],
    issue: (idOrKey) => byName.get(idOrKey) ?? null,
  };
}

/**
 * Three issues of which DevLake recorded only the pages of their changelogs: each is given the fewest fields that an
 * issue has, so that its changelog can be asked for. Their project is made up.
 */
function issuesOfChangelogs(): readonly RecordedIssue[] {
  const histories = new Map<string, { updated: string; entries: object[] }>();
  for (const { row, data } of devlakePayloads('jira', 'issue_changelogs')) {
    const { issue_id, update_time } = JSON.parse(row.input ?? '{}');
    const known = histories.get(String(issue_id)) ?? { updated: String(update_time), entries: [] };
    known.entries.unshift(data);
    histories.set(String(issue_id), known);
  }
  return [...histories].map(([id, { updated, entries }]) => ({
    id,
    key: `LOG-${id}`,
    fields: {
      created: updated.replace('Z', '+0000'),
      updated: updated.replace('Z', '+0000'),
      status: { id: '10068', name: '已完成', statusCategory: { key: 'done' } },
      project: { id: '1', key: 'LOG', name: 'Changelogs alone' },
    },
    changelog: { histories: entries },
  }));
}

function issueList(table: string): readonly RecordedIssue[] {
  // Recorded answers of Jira itself.
  return dataOf(table) as readonly unknown[] as readonly RecordedIssue[];
}

/** The recorded Jira Cloud: its board 8 shows the project EE. */
export function recordedCloud(): JiraSource {
  const issues = [...issueList('issues'), ...issuesOfChangelogs()];
  const listed = dataOf('projects') as readonly unknown[] as Site['projects'];
  return sourceOf({
    cloud: true,
    zone: 'Asia/Shanghai',
    issues,
    projects: byId([...issues.map((issue) => issue.fields.project), ...listed]),
    statuses: dataOf('status'),
    boards: { EE: [{ id: 8, name: 'recorded', type: 'scrum' }] },
    sprints: dataOf('sprints'),
  });
}

/** The recorded Jira Data Center, of which there are issues with links. */
export function recordedDataCenter(): JiraSource {
  const issues = issueList('issue_relationships');
  return sourceOf({
    cloud: false,
    zone: 'Etc/UTC',
    issues,
    projects: byId(issues.map((issue) => issue.fields.project)),
    statuses: byId(issues.map((issue) => issue.fields.status)),
    boards: {},
    sprints: [],
  });
}
