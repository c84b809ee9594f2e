import type { GithubDataSet, GithubRepoData } from './github-data.ts';
import * as lists from './github-lists.ts';
import {
  type ReplayAnswer,
  type ReplayOptions,
  type ReplayRequest,
  type ReplayServer,
  startReplayServer,
} from './replay-server.ts';

export interface GithubServerOptions
  extends Pick<ReplayOptions, 'now' | 'requestsPerHour' | 'selfSigned' | 'onAnswered'> {
  readonly data: GithubDataSet;
  /** The token that is taken; null takes requests without one. */
  readonly token: string | null;
  /** Pages hold at most so many rows, so that small data has many pages; GitHub's 100 when absent. */
  readonly largestPage?: number;
}

export interface GithubServer extends ReplayServer {
  /** What to type as base URL: the API of an Enterprise server. */
  readonly baseUrl: string;
  /** Puts other data in place, as if the world had moved on. */
  readonly setData: (data: GithubDataSet) => void;
}

const MOUNT = '/api/v3';
const DEFAULT_PAGE = 30;

function refusal(status: number, message: string): unknown {
  return { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

function refuse(status: number, message: string): ReplayAnswer {
  return { status, body: refusal(status, message) };
}

/** What is asked of a repository, its id in place of its name, as GitHub's own links have it. */
interface RepositoryRequest {
  readonly data: GithubRepoData;
  readonly rest: string;
  readonly query: URLSearchParams;
}

/** A list to be paged; `wrap` puts a page into the object that some lists come in. */
interface Listed {
  readonly rows: readonly unknown[];
  readonly wrap?: (page: readonly unknown[]) => unknown;
}

function detailOf<T>(pattern: RegExp, rest: string, details: ReadonlyMap<number, T>): T | undefined | null {
  const id = pattern.exec(rest)?.[1];
  return id === undefined ? null : details.get(Number(id));
}

function listAsked({ data, rest, query }: RepositoryRequest): Listed | null {
  const plain: Readonly<Record<string, () => readonly unknown[]>> = {
    '/pulls': () => lists.pullList(data, query),
    '/issues': () => lists.issueList(data, query),
    '/issues/events': () => lists.eventList(data),
    '/deployments': () => lists.deploymentList(data),
    '/releases': () => lists.releaseList(data),
    '/tags': () => data.tags,
    '/milestones': () => lists.milestoneList(data, query),
  };
  if (Object.hasOwn(plain, rest)) return { rows: plain[rest]?.() ?? [] };
  if (rest === '/actions/runs') {
    const { rows, total } = lists.runList(data, query);
    return { rows, wrap: (page) => ({ total_count: total, workflow_runs: page }) };
  }
  const jobs = detailOf(/^\/actions\/runs\/(\d+)\/jobs$/, rest, data.runJobs);
  if (jobs !== null) return { rows: jobs ?? [], wrap: (page) => ({ total_count: jobs?.length ?? 0, jobs: page }) };
  const commits = detailOf(/^\/pulls\/(\d+)\/commits$/, rest, data.pullCommits);
  if (commits !== null) return { rows: commits ?? [] };
  const reviews = detailOf(/^\/pulls\/(\d+)\/reviews$/, rest, data.pullReviews);
  if (reviews !== null) return { rows: reviews ?? [] };
  const statuses = detailOf(/^\/deployments\/(\d+)\/statuses$/, rest, data.deploymentStatuses);
  return statuses === null ? null : { rows: [...(statuses ?? [])].reverse() };
}

function one(data: GithubRepoData, rest: string): unknown {
  if (rest === '') return data.repo;
  const run = /^\/actions\/runs\/(\d+)$/.exec(rest)?.[1];
  if (run !== undefined) return data.runs.find(({ id }) => id === Number(run));
  const pull = /^\/pulls\/(\d+)$/.exec(rest)?.[1];
  return pull === undefined ? undefined : data.pulls.find(({ number }) => number === Number(pull));
}

function paged(listed: Listed, request: ReplayRequest, place: { path: string; largestPage: number }): ReplayAnswer {
  const size = Math.min(Number(request.query.get('per_page') ?? DEFAULT_PAGE) || DEFAULT_PAGE, place.largestPage);
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1);
  const rows = listed.rows.slice((page - 1) * size, page * size);
  const last = Math.max(1, Math.ceil(listed.rows.length / size));
  const link = (rel: string, to: number) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(to));
    return `<${request.origin}${MOUNT}${place.path}?${query}>; rel="${rel}"`;
  };
  // The fault: the link to the next page leads to this one.
  const next = request.looping ? page : page + 1;
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < last || request.looping ? [link('next', next), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
  return { headers, body: listed.wrap ? listed.wrap(rows) : rows };
}

/** Starts a server that answers like GitHub's REST API over a data set of any size. */
export async function startGithubServer(options: GithubServerOptions): Promise<GithubServer> {
  const largestPage = options.largestPage ?? 100;
  let { data } = options;

  function repositoryOf(path: string): { data: GithubRepoData; rest: string } | null {
    const named = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path);
    const numbered = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
    const name = decodeURIComponent(named?.[1] ?? '').toLowerCase();
    const found = data.repos.find(
      ({ repo }) => repo.full_name.toLowerCase() === name || String(repo.id) === numbered?.[1],
    );
    return found === undefined ? null : { data: found, rest: named?.[2] ?? numbered?.[2] ?? '' };
  }

  /** Where a repository lives that was renamed; null for any other path. */
  function movedTo(path: string): string | null {
    const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
    const found = data.repos.find(({ formerNames = [] }) => formerNames.includes(decodeURIComponent(name)));
    return found === undefined ? null : `${MOUNT}/repositories/${found.repo.id}${rest}`;
  }

  function answer(request: ReplayRequest): ReplayAnswer {
    const path = request.path.startsWith(MOUNT) ? request.path.slice(MOUNT.length) : request.path;
    const expected = options.token === null ? undefined : `Bearer ${options.token}`;
    if (request.headers.authorization !== expected) return refuse(401, 'Bad credentials');
    if (path === '/user') return { body: data.user };
    const repository = repositoryOf(path);
    const moved = repository === null ? movedTo(path) : null;
    if (moved !== null) {
      const search = request.query.size === 0 ? '' : `?${request.query}`;
      return { status: 301, headers: { location: `${request.origin}${moved}${search}` }, body: {} };
    }
    if (repository === null) return refuse(404, 'Not Found');
    const { rest } = repository;
    const listed = listAsked({ ...repository, query: request.query });
    if (listed) return paged(listed, request, { path: `/repositories/${repository.data.repo.id}${rest}`, largestPage });
    const found = one(repository.data, rest);
    return found === undefined ? refuse(404, 'Not Found') : { body: found };
  }

  const { now, requestsPerHour, selfSigned, onAnswered } = options;
  const server = await startReplayServer({
    answer,
    refusal,
    ...(now ? { now } : {}),
    ...(requestsPerHour === undefined ? {} : { requestsPerHour }),
    ...(selfSigned === undefined ? {} : { selfSigned }),
    ...(onAnswered ? { onAnswered } : {}),
  });
  return {
    ...server,
    baseUrl: `${server.origin}${MOUNT}`,
    setData: (next) => {
      data = next;
    },
  };
}
