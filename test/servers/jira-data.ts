/**
 * What a Jira of the replay server holds, as plain data: the server renders it the way Cloud (REST v3) or Data Center
 * (REST v2) would answer. Fixtures and the simulator fill it; all times are milliseconds UTC.
 */

export interface JiraUserData {
  /** The account id in Cloud, the user's key and login name in Data Center. */
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** An IANA name: JQL dates are read in the asking user's zone. */
  readonly timeZone: string;
}

export interface JiraStatusData {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

export interface JiraVersionData {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly released: boolean;
  readonly archived: boolean;
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string | null;
}

export interface JiraProjectData {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly versions: readonly JiraVersionData[];
}

export interface JiraBoardData {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  readonly projectKey: string;
}

export interface JiraSprintData {
  readonly id: number;
  readonly boardId: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly completedAt: number | null;
}

/** One changed field of one change. */
export interface JiraChangeItemData {
  readonly field: string;
  /** The raw values (a status id, an account id) and what people read. */
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

/** One entry of an issue's changelog. */
export interface JiraChangeData {
  readonly id: string;
  readonly at: number;
  readonly authorId: string;
  readonly items: readonly JiraChangeItemData[];
}

export interface JiraLinkData {
  readonly id: string;
  /** The link type's name, such as `Blocks`. */
  readonly type: string;
  /** `outward`: this issue blocks the other. */
  readonly direction: 'outward' | 'inward';
  readonly otherKey: string;
}

export interface JiraIssueData {
  /** Digits only. */
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly summary: string;
  readonly type: string;
  readonly statusId: string;
  readonly priority: string | null;
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  readonly labels: readonly string[];
  readonly fixVersionIds: readonly string[];
  readonly storyPoints: number | null;
  readonly sprintIds: readonly number[];
  readonly links: readonly JiraLinkData[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolvedAt: number | null;
  /** Absent where a workflow sets none. */
  readonly resolution?: string;
  /** Oldest first. */
  readonly changes: readonly JiraChangeData[];
}

export interface JiraData {
  /** The first user is the one whose credentials the server takes. */
  readonly users: readonly JiraUserData[];
  readonly statuses: readonly JiraStatusData[];
  readonly projects: readonly JiraProjectData[];
  readonly boards: readonly JiraBoardData[];
  readonly sprints: readonly JiraSprintData[];
  /** In any order; the server sorts. */
  readonly issues: readonly JiraIssueData[];
}
