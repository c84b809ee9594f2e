/** One issue as the server needs it; its payload is made when it is asked for, so that a million cost little. */
export interface JiraIssueRow {
  readonly id: string;
  readonly key: string;
  readonly updatedAt: number;
  /** `{id, key, self, fields}` with every field. */
  readonly payload: () => { readonly fields: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
  /** The whole changelog, newest entry first, as an issue shows it. */
  readonly histories: () => readonly object[];
}

/** Everything that a Jira of one deployment answers with, in its own shapes. */
export interface JiraSource {
  readonly cloud: boolean;
  readonly serverInfo: object;
  readonly myself: object;
  /** The zone in which the server reads the dates of the asking user's JQL. */
  readonly zone: string;
  readonly fields: readonly object[];
  readonly statuses: readonly object[];
  /** Null for a key that no project has. */
  readonly project: (key: string) => object | null;
  readonly versions: (key: string) => readonly object[];
  /** Null where the site has no boards at all (Jira without Jira Software). */
  readonly boards: ((projectKey: string) => readonly object[]) | null;
  /** Null for a board that does not exist; `unsupported` for one that has no sprints. */
  readonly sprints: (boardId: string) => readonly object[] | null | 'unsupported';
  /** By change and then key, oldest change first; the same array for the same data. */
  readonly issues: (projectKey: string) => readonly JiraIssueRow[];
  readonly issue: (idOrKey: string) => JiraIssueRow | null;
}

/** The order of `ORDER BY updated ASC, key ASC`; keys by their number, as Jira sorts them. */
export function byChange(
  a: Pick<JiraIssueRow, 'updatedAt' | 'key'>,
  b: Pick<JiraIssueRow, 'updatedAt' | 'key'>,
): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt - b.updatedAt;
  const number = (key: string) => Number(key.slice(key.lastIndexOf('-') + 1));
  return number(a.key) - number(b.key) || (a.key < b.key ? -1 : 1);
}
