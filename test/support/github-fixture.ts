import fs from 'node:fs';
import type { GithubDataSet, GithubRepoData } from '../servers/github-data.ts';

const folder = new URL('../fixtures/github/shop/', import.meta.url);

function read<T>(name: string): T {
  // The fixtures are written by hand in the shape that the server serves.
  return JSON.parse(fs.readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T;
}

function readDetails<T>(name: string): ReadonlyMap<number, readonly T[]> {
  return new Map(Object.entries(read<Record<string, readonly T[]>>(name)).map(([id, rows]) => [Number(id), rows]));
}

/** The small repository `acme/shop` of test/fixtures/github/shop. */
export function shopRepository(): GithubRepoData {
  return {
    repo: read('repository'),
    pulls: read('pulls'),
    pullCommits: readDetails('pull-commits'),
    pullReviews: readDetails('pull-reviews'),
    issues: read('issues'),
    issueEvents: readDetails('issue-events'),
    runs: read('runs'),
    runJobs: readDetails('run-jobs'),
    deployments: read('deployments'),
    deploymentStatuses: readDetails('deployment-statuses'),
    releases: read('releases'),
    tags: read('tags'),
    milestones: read('milestones'),
  };
}

/** A GitHub with that repository only. */
export function shopData(changes: Partial<GithubRepoData> = {}): GithubDataSet {
  return { user: read('user'), repos: [{ ...shopRepository(), ...changes }] };
}
