import { Temporal } from 'temporal-polyfill';
import type {
  JiraChangeData,
  JiraData,
  JiraIssueData,
  JiraSprintData,
  JiraStatusData,
  JiraUserData,
  JiraVersionData,
} from './jira-data.ts';

/** Renders plain data the way one deployment of Jira writes it, times by the clock of the asking user. */
export interface JiraWire {
  readonly user: (id: string | null) => object | null;
  readonly moment: (at: number | null) => string | null;
  readonly status: (id: string) => object;
  readonly version: (version: JiraVersionData) => object;
  readonly sprint: (sprint: JiraSprintData) => object;
  readonly issue: (
    issue: JiraIssueData,
  ) => { readonly fields: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
  readonly history: (change: JiraChangeData) => object;
}

/** Where each deployment keeps story points and sprints. */
export const CLOUD_FIELDS = { points: 'customfield_10016', sprints: 'customfield_10020' };
export const DATA_CENTER_FIELDS = { points: 'customfield_10002', sprints: 'customfield_10004' };

const CATEGORY = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

/** `2026-03-10T09:03:20.000+0100`: an offset without a colon. */
function restMoment(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${local.toPlainDateTime().toString({ fractionalSecondDigits: 3 })}${local.offset.slice(0, 6).replace(':', '')}`;
}

function indexed<T extends { readonly id: string | number }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [String(row.id), row]));
}

function userOf(user: JiraUserData, cloud: boolean): object {
  const common = { displayName: user.name, active: user.active, timeZone: user.timeZone };
  return cloud
    ? { accountId: user.id, accountType: 'atlassian', emailAddress: '', ...common }
    : { key: user.id, name: user.id, emailAddress: `${user.id}@example.com`, ...common };
}

function linkOf(link: JiraIssueData['links'][number]): object {
  const type = { id: '10000', name: link.type, inward: `${link.type} (inward)`, outward: `${link.type} (outward)` };
  const other = { id: link.otherKey, key: link.otherKey, fields: { summary: 'the other end' } };
  return link.direction === 'outward'
    ? { id: link.id, type, outwardIssue: other }
    : { id: link.id, type, inwardIssue: other };
}

/** The text of a Java object, as Data Center writes sprints into issues. */
function sprintText(sprint: JiraSprintData, iso: (at: number | null) => string | null): string {
  const values = [
    `id=${sprint.id}`,
    `rapidViewId=${sprint.boardId}`,
    `state=${sprint.state.toUpperCase()}`,
    `name=${sprint.name}`,
    `startDate=${iso(sprint.startAt) ?? '<null>'}`,
    `endDate=${iso(sprint.endAt) ?? '<null>'}`,
    `completeDate=${iso(sprint.completedAt) ?? '<null>'}`,
    `sequence=${sprint.id}`,
    'goal=',
  ];
  return `com.atlassian.greenhopper.service.sprint.Sprint@${sprint.id.toString(16)}[${values.join(',')}]`;
}

/** Makes the renderer of one data set for one deployment. */
export function createJiraWire(data: JiraData, cloud: boolean): JiraWire {
  const users = indexed(data.users);
  const statuses = indexed<JiraStatusData>(data.statuses);
  const sprints = indexed(data.sprints);
  const versions = indexed(data.projects.flatMap((project) => project.versions));
  const projects = new Map(data.projects.map((project) => [project.key, project]));
  const zone = data.users[0]?.timeZone ?? 'UTC';
  const names = cloud ? CLOUD_FIELDS : DATA_CENTER_FIELDS;

  const moment = (at: number | null) => (at === null ? null : restMoment(at, zone));
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

  function user(id: string | null): object | null {
    const found = id === null ? undefined : users.get(id);
    return found ? userOf(found, cloud) : null;
  }

  function status(id: string): object {
    const found = statuses.get(id);
    return { id, name: found?.name ?? id, statusCategory: CATEGORY[found?.category ?? 'indeterminate'] };
  }

  function version(row: JiraVersionData): object {
    const { id, name, description, released, archived, releaseDate } = row;
    return {
      id,
      name,
      released,
      archived,
      ...(description === null ? {} : { description }),
      ...(releaseDate === null ? {} : { releaseDate }),
    };
  }

  function sprint(row: JiraSprintData): object {
    const dates = { startDate: iso(row.startAt), endDate: iso(row.endAt), completeDate: iso(row.completedAt) };
    const known = Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== null));
    return { id: row.id, state: row.state, name: row.name, ...known, originBoardId: row.boardId, goal: '' };
  }

  function sprintFieldOf(ids: readonly number[]): unknown {
    const rows = ids.flatMap((id) => sprints.get(String(id)) ?? []);
    if (rows.length === 0) return null;
    return rows.map((row) => (cloud ? sprint(row) : sprintText(row, iso)));
  }

  function issue(row: JiraIssueData) {
    const project = projects.get(row.projectKey);
    return {
      id: row.id,
      key: row.key,
      fields: {
        summary: row.summary,
        status: status(row.statusId),
        issuetype: { id: '10001', name: row.type, subtask: false },
        priority: row.priority === null ? null : { id: '3', name: row.priority },
        assignee: user(row.assigneeId),
        reporter: user(row.reporterId),
        creator: user(row.reporterId),
        labels: row.labels,
        fixVersions: row.fixVersionIds.flatMap((id) => versions.get(id) ?? []).map(version),
        issuelinks: row.links.map(linkOf),
        project: { id: project?.id, key: row.projectKey, name: project?.name },
        created: moment(row.createdAt),
        updated: moment(row.updatedAt),
        resolution: row.resolution === undefined ? null : { id: '10001', name: row.resolution },
        resolutiondate: moment(row.resolvedAt),
        description: cloud ? { type: 'doc', version: 1, content: [] } : 'never asked for',
        [names.points]: row.storyPoints,
        [names.sprints]: sprintFieldOf(row.sprintIds),
      },
    };
  }

  function history(change: JiraChangeData): object {
    const items = change.items.map((item) => ({
      field: item.field,
      fieldtype: 'jira',
      // Data Center has no field ids in its changelog.
      ...(cloud ? { fieldId: item.field } : {}),
      from: item.from,
      fromString: item.fromText,
      to: item.to,
      toString: item.toText,
    }));
    return { id: change.id, author: user(change.authorId), created: moment(change.at), items };
  }

  return { user, moment, status, version, sprint, issue, history };
}
