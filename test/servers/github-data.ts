/**
 * What the GitHub stand-in serves: objects in the API's own shape, so that a recorded payload, a small
 * hand-written fixture and a generated enterprise are served alike. Named fields are those that the server
 * sorts, filters or pages by and those that every answer needs; anything else is served as it stands.
 * Times are ISO 8601 in UTC with whole seconds, as GitHub writes them.
 */

interface Payload {
  readonly [field: string]: unknown;
}

export interface GithubUser extends Payload {
  readonly login: string;
}

export interface GithubRepo extends Payload {
  readonly id: number;
  readonly name: string;
  /** `owner/name`. */
  readonly full_name: string;
  readonly html_url: string;
}

export interface GithubPull extends Payload {
  readonly id: number;
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly user: GithubUser | null;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly merged_at: string | null;
}

export interface GithubCommit extends Payload {
  readonly sha: string;
  readonly commit: Payload;
}

export interface GithubReview extends Payload {
  readonly id: number;
  readonly state: string;
}

export interface GithubIssue extends Payload {
  readonly id: number;
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
}

/** One entry of an issue's history; the server adds the issue that it belongs to. */
export interface GithubIssueEvent extends Payload {
  readonly id: number;
  readonly event: string;
  readonly created_at: string;
}

export interface GithubRun extends Payload {
  readonly id: number;
  readonly status: string;
  readonly conclusion: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface GithubJob extends Payload {
  readonly id: number;
  readonly name: string;
}

export interface GithubDeployment extends Payload {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface GithubDeploymentStatus extends Payload {
  readonly id: number;
  readonly state: string;
  readonly created_at: string;
}

export interface GithubRelease extends Payload {
  readonly id: number;
  readonly tag_name: string;
  readonly created_at: string;
}

export interface GithubTag extends Payload {
  readonly name: string;
  readonly commit: { readonly sha: string };
}

export interface GithubMilestone extends Payload {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
}

/** One repository and everything in it. Lists need no order: the server sorts as the API does. */
export interface GithubRepoData {
  readonly repo: GithubRepo;
  /** Names that it had once: GitHub sends who asks by one of them to the repository's id. */
  readonly formerNames?: readonly string[];
  readonly pulls: readonly GithubPull[];
  /** By pull request number, oldest first. */
  readonly pullCommits: ReadonlyMap<number, readonly GithubCommit[]>;
  /** By pull request number, oldest first. */
  readonly pullReviews: ReadonlyMap<number, readonly GithubReview[]>;
  /** Without pull requests: the server lists those among the issues by itself, as GitHub does. */
  readonly issues: readonly GithubIssue[];
  /** By issue or pull request number. */
  readonly issueEvents: ReadonlyMap<number, readonly GithubIssueEvent[]>;
  readonly runs: readonly GithubRun[];
  /** By run id. */
  readonly runJobs: ReadonlyMap<number, readonly GithubJob[]>;
  readonly deployments: readonly GithubDeployment[];
  /** By deployment id, oldest first. */
  readonly deploymentStatuses: ReadonlyMap<number, readonly GithubDeploymentStatus[]>;
  readonly releases: readonly GithubRelease[];
  readonly tags: readonly GithubTag[];
  readonly milestones: readonly GithubMilestone[];
}

export interface GithubDataSet {
  /** Whom the token belongs to. */
  readonly user: GithubUser;
  readonly repos: readonly GithubRepoData[];
}

/** A repository with nothing in it, to be spread and filled. */
export function emptyGithubRepo(fullName: string, id = 1): GithubRepoData {
  const name = fullName.slice(fullName.indexOf('/') + 1);
  return {
    repo: { id, name, full_name: fullName, html_url: `https://github.example/${fullName}` },
    pulls: [],
    pullCommits: new Map(),
    pullReviews: new Map(),
    issues: [],
    issueEvents: new Map(),
    runs: [],
    runJobs: new Map(),
    deployments: [],
    deploymentStatuses: new Map(),
    releases: [],
    tags: [],
    milestones: [],
  };
}
