import type { JiraData, JiraIssueData } from './jira-data.ts';
import { byChange, type JiraIssueRow, type JiraSource } from './jira-source.ts';
import { CLOUD_FIELDS, createJiraWire, DATA_CENTER_FIELDS, type JiraWire } from './jira-wire.ts';

const FLOAT = 'com.atlassian.jira.plugin.system.customfieldtypes:float';

function fieldList(cloud: boolean): readonly object[] {
  const names = cloud ? CLOUD_FIELDS : DATA_CENTER_FIELDS;
  return [
    { id: 'summary', name: 'Summary', custom: false, schema: { type: 'string', system: 'summary' } },
    cloud
      ? {
          id: names.points,
          name: 'Story point estimate',
          custom: true,
          schema: { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
        }
      : { id: names.points, name: 'Story Points', custom: true, schema: { type: 'number', custom: FLOAT } },
    {
      id: names.sprints,
      name: 'Sprint',
      custom: true,
      schema: { type: 'array', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
    },
  ];
}

function rowOf(issue: JiraIssueData, wire: JiraWire): JiraIssueRow {
  return {
    id: issue.id,
    key: issue.key,
    updatedAt: issue.updatedAt,
    payload: () => wire.issue(issue),
    histories: () => issue.changes.toReversed().map(wire.history),
  };
}

function boardList(data: JiraData, projectKey: string): readonly object[] {
  const boards = data.boards.filter((board) => board.projectKey === projectKey);
  return boards.map(({ id, name, type }) => ({ id, name, type, location: { projectKey } }));
}

/** What a Jira of a deployment answers from plain data; `agile: false` is a site without Jira Software. */
export function createJiraDataSource(
  data: JiraData,
  options: { readonly cloud: boolean; readonly agile?: boolean },
): JiraSource {
  const { cloud } = options;
  const wire = createJiraWire(data, cloud);
  const byProject = new Map<string, JiraIssueRow[]>();
  const byName = new Map<string, JiraIssueRow>();
  for (const issue of data.issues) {
    const row = rowOf(issue, wire);
    const rows = byProject.get(issue.projectKey);
    if (rows) rows.push(row);
    else byProject.set(issue.projectKey, [row]);
    byName.set(issue.id, row).set(issue.key, row);
  }
  for (const rows of byProject.values()) rows.sort(byChange);
  const projectOf = (key: string) => data.projects.find((project) => project.key === key.toUpperCase());
  const asker = data.users[0];

  function sprints(boardId: string) {
    const board = data.boards.find(({ id }) => String(id) === boardId);
    if (board === undefined) return null;
    if (board.type === 'kanban') return 'unsupported';
    return data.sprints.filter((sprint) => sprint.boardId === board.id).map(wire.sprint);
  }

  return {
    cloud,
    serverInfo: { version: cloud ? '1001.0.0' : '9.12.8', deploymentType: cloud ? 'Cloud' : 'Server' },
    myself: (asker && wire.user(asker.id)) ?? {},
    zone: asker?.timeZone ?? 'UTC',
    fields: fieldList(cloud),
    statuses: data.statuses.map((status) => wire.status(status.id)),
    project: (key) => {
      const project = projectOf(key);
      return project ? { id: project.id, key: project.key, name: project.name, projectTypeKey: 'software' } : null;
    },
    versions: (key) => projectOf(key)?.versions.map(wire.version) ?? [],
    boards: options.agile === false ? null : (projectKey) => boardList(data, projectKey.toUpperCase()),
    sprints,
    issues: (projectKey) => byProject.get(projectKey.toUpperCase()) ?? [],
    issue: (idOrKey) => byName.get(idOrKey) ?? null,
  };
}
