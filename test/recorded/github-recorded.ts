import type {
  GithubCommit,
  GithubDataSet,
  GithubIssue,
  GithubIssueEvent,
  GithubJob,
  GithubMilestone,
  GithubPull,
  GithubReview,
  GithubRun,
} from '../servers/github-data.ts';
import { emptyGithubRepo } from '../servers/github-data.ts';
import { devlakePayloads } from './devlake.ts';

/** The repository that was recorded. */
export const RECORDED_REPOSITORY = 'panjf2000/ants';

/** Recorded answers of GitHub itself, in the order of their rows. */
function payloads<T>(table: string): readonly T[] {
  return devlakePayloads('github', table).map(({ data }) => data) as readonly unknown[] as readonly T[];
}

/** Each id once; the last row of it counts, as a later page does. */
function byId<T extends { readonly id: number }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Rows by the number of their pull request, which DevLake keeps in `input`. */
function byPull<T>(table: string, keyOf: (data: T) => unknown): ReadonlyMap<number, readonly T[]> {
  const pulls = new Map<number, Map<unknown, T>>();
  for (const { row, data } of devlakePayloads('github', table)) {
    const { Number: number } = JSON.parse(row.input ?? '{}');
    const known = pulls.get(number) ?? new Map<unknown, T>();
    const payload = data as unknown as T;
    known.set(keyOf(payload), payload);
    pulls.set(number, known);
  }
  return new Map([...pulls].map(([number, rows]) => [number, [...rows.values()]]));
}

interface RecordedEvent extends GithubIssueEvent {
  readonly issue: GithubIssue;
}

function isPull(issue: GithubIssue): boolean {
  return issue.pull_request !== undefined && issue.pull_request !== null;
}

/** A run of which only jobs were recorded; it is given what its jobs say of it, so that they can be asked for. */
function runOfJobs(id: number, [job]: readonly GithubJob[]): GithubRun {
  const createdAt = String(job?.started_at ?? '2021-01-01T00:00:00Z');
  return {
    id,
    name: 'only its jobs were recorded',
    run_number: 1,
    event: 'push',
    head_branch: null,
    head_sha: String(job?.head_sha ?? ''),
    status: 'completed',
    conclusion: 'success',
    created_at: createdAt,
    updated_at: createdAt,
  };
}

/** The recorded repository as the replay server serves it. Pull requests come from their own table. */
export function recordedGithub(): GithubDataSet {
  const events = byId(payloads<RecordedEvent>('events'));
  const issues = byId([...payloads<GithubIssue>('issues'), ...events.map((event) => event.issue)]);
  const jobs = Map.groupBy(payloads<GithubJob & { readonly run_id: number }>('jobs'), (job) => job.run_id);
  const runs = byId(payloads<GithubRun>('runs'));
  return {
    user: { login: 'recorder' },
    repos: [
      {
        ...emptyGithubRepo(RECORDED_REPOSITORY, 134_018_330),
        pulls: byId(payloads<GithubPull>('pull_requests')),
        pullCommits: byPull<GithubCommit>('pull_request_commits', (commit) => commit.sha),
        pullReviews: byPull<GithubReview>('pull_request_reviews', (review) => review.id),
        issues: issues.filter((issue) => !isPull(issue)),
        issueEvents: Map.groupBy(events, (event) => event.issue.number),
        runs: [...runs, ...[...jobs].map(([id, rows]) => runOfJobs(id, rows))],
        runJobs: jobs,
        milestones: payloads<GithubMilestone>('milestones'),
      },
    ],
  };
}
