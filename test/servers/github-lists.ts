import type { GithubIssue, GithubPull, GithubRepoData, GithubRun } from './github-data.ts';

/** Lists are asked for page by page: each order is made once per list. */
const orders = new WeakMap<object, Map<string, readonly unknown[]>>();

function remembered<T>(list: object, name: string, make: () => readonly T[]): readonly T[] {
  const known = orders.get(list) ?? new Map<string, readonly unknown[]>();
  orders.set(list, known);
  const before = known.get(name) as readonly T[] | undefined;
  const made = before ?? make();
  known.set(name, made);
  return made;
}

/** A list by a field of it, newest or largest first unless `asc`; equal values by id, so that the order is total. */
function sorted<T extends object>(
  list: readonly T[],
  by: { readonly field: string; readonly asc: boolean },
): readonly T[] {
  const sign = by.asc ? 1 : -1;
  return remembered(list, `${by.field} ${sign}`, () =>
    [...list].sort((a, b) => {
      const [left, right] = [String(Reflect.get(a, by.field)), String(Reflect.get(b, by.field))];
      if (left !== right) return left < right ? -sign : sign;
      return (Number(Reflect.get(a, 'id')) - Number(Reflect.get(b, 'id'))) * sign;
    }),
  );
}

function ordered<T extends object>(list: readonly T[], query: URLSearchParams): readonly T[] {
  const field = query.get('sort') === 'updated' ? 'updated_at' : 'created_at';
  return sorted(list, { field, asc: query.get('direction') === 'asc' });
}

function ofState<T extends { readonly state: string }>(list: readonly T[], query: URLSearchParams): readonly T[] {
  const state = query.get('state') ?? 'open';
  return state === 'all' ? list : list.filter((row) => row.state === state);
}

export function pullList({ pulls }: GithubRepoData, query: URLSearchParams): readonly GithubPull[] {
  return ofState(ordered(pulls, query), query);
}

/** As GitHub lists a pull request among the issues. */
function asIssue(pull: GithubPull): GithubIssue {
  const { id, number, title, state, user, created_at, updated_at, closed_at, html_url, labels, milestone } = pull;
  const pull_request = { html_url: html_url ?? null, merged_at: pull.merged_at };
  return {
    id,
    number,
    title,
    state,
    user,
    created_at,
    updated_at,
    closed_at,
    html_url,
    labels,
    milestone,
    pull_request,
  };
}

/** Issues and pull requests; `since` means updated at that time or later. */
export function issueList(data: GithubRepoData, query: URLSearchParams): readonly GithubIssue[] {
  const all = remembered(data, 'issues', () => [...data.issues, ...data.pulls.map(asIssue)]);
  const rows = ofState(ordered(all, query), query);
  const since = query.get('since');
  return since === null ? rows : rows.filter((issue) => Date.parse(issue.updated_at) >= Date.parse(since));
}

/** Every event of a repository, newest first, each with its issue. */
export function eventList(data: GithubRepoData): readonly object[] {
  return remembered(data, 'events', () => {
    const issues = new Map(issueList(data, new URLSearchParams('state=all')).map((issue) => [issue.number, issue]));
    const events = [...data.issueEvents].flatMap(([number, list]) =>
      list.map((event) => ({ ...event, issue: issues.get(number) ?? null })),
    );
    return sorted(events, { field: 'created_at', asc: false });
  });
}

/** `>=A`, `<=B` or `A..B`, each end included. */
function inRange(range: string): (run: GithubRun) => boolean {
  const [from, to] = range.includes('..') ? range.split('..') : [];
  const least = Date.parse(range.startsWith('>=') ? range.slice(2) : (from ?? ''));
  const most = Date.parse(range.startsWith('<=') ? range.slice(2) : (to ?? ''));
  return (run) => {
    const at = Date.parse(run.created_at);
    return !(at < least) && !(at > most);
  };
}

/** Runs newest first; with a filter GitHub gives 1,000 at most, whatever it counts. */
export function runList({ runs }: GithubRepoData, query: URLSearchParams) {
  const rows = sorted(runs, { field: 'created_at', asc: false });
  const range = query.get('created');
  if (range === null) return { rows, total: rows.length };
  const found = rows.filter(inRange(range));
  return { rows: found.slice(0, 1_000), total: found.length };
}

export function deploymentList({ deployments }: GithubRepoData) {
  return sorted(deployments, { field: 'created_at', asc: false });
}

export function releaseList({ releases }: GithubRepoData) {
  return sorted(releases, { field: 'created_at', asc: false });
}

export function milestoneList({ milestones }: GithubRepoData, query: URLSearchParams) {
  return ofState(sorted(milestones, { field: 'due_on', asc: true }), query);
}
