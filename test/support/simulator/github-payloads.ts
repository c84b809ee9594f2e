import type {
  GithubCommit,
  GithubDeployment,
  GithubDeploymentStatus,
  GithubIssue,
  GithubIssueEvent,
  GithubJob,
  GithubPull,
  GithubRelease,
  GithubRepo,
  GithubReview,
  GithubRun,
  GithubTag,
  GithubUser,
} from '../../servers/github-data.ts';
import type { SimulatedPerson, SimulatedService, Status } from './enterprise.ts';
import {
  deploymentId,
  deploymentStatusId,
  iso,
  issueEventId,
  issueId,
  jobId,
  maybeIso,
  pullId,
  releaseId,
  repoId,
  reviewId,
  runId,
  userId,
} from './github-ids.ts';
import type { CodeDeployment, CodeRun, CodeTag } from './history.ts';
import type { CodeCommit, CodePull, CodeReview } from './pull-view.ts';
import type { Ticket, TicketMove } from './ticket.ts';

/** Whose pages the payloads point to. */
export interface Site {
  /** Of the web pages, without a slash at its end. */
  readonly url: string;
}

export function user(person: SimulatedPerson, site: Site): GithubUser {
  return { login: person.login, id: userId(person.index), html_url: `${site.url}/${person.login}`, type: 'User' };
}

export function repo(service: SimulatedService, site: Site): GithubRepo {
  const { name, fullName } = service;
  return {
    id: repoId(service),
    name,
    full_name: fullName,
    html_url: `${site.url}/${fullName}`,
    private: true,
    default_branch: 'main',
  };
}

export function pullUrl(service: SimulatedService, number: number, site: Site): string {
  return `${site.url}/${service.fullName}/pull/${number}`;
}

export function pull(service: SimulatedService, one: CodePull, site: Site): GithubPull {
  return {
    id: pullId(service, one.number),
    number: one.number,
    html_url: pullUrl(service, one.number, site),
    state: one.state === 'open' ? 'open' : 'closed',
    title: one.title,
    body: `${one.title}\n\nMade by the simulator.`,
    draft: one.draft,
    user: user(one.author, site),
    labels: one.labels.map((name) => ({ name })),
    head: { ref: one.branch, sha: one.headSha },
    base: { ref: 'main' },
    merge_commit_sha: one.mergeSha,
    additions: one.additions,
    deletions: one.deletions,
    created_at: iso(one.createdAt),
    updated_at: iso(one.updatedAt),
    merged_at: maybeIso(one.mergedAt),
    closed_at: maybeIso(one.closedAt),
  };
}

export function commit(service: SimulatedService, one: CodeCommit, site: Site): GithubCommit {
  const signature = { name: one.author.name, email: `${one.author.login}@example.invalid`, date: iso(one.at) };
  return {
    sha: one.sha,
    html_url: `${site.url}/${service.fullName}/commit/${one.sha}`,
    author: user(one.author, site),
    commit: { message: one.message, author: signature, committer: signature },
  };
}

export function review(service: SimulatedService, number: number, one: CodeReview, site: Site): GithubReview {
  const id = reviewId(service, number, one.place);
  return {
    id,
    html_url: `${pullUrl(service, number, site)}#pullrequestreview-${id}`,
    user: user(one.by, site),
    state: one.verdict,
    body: '',
    commit_id: one.sha,
    submitted_at: iso(one.at),
  };
}

export function run(service: SimulatedService, one: CodeRun, site: Site): GithubRun {
  const id = runId(service, one.number);
  const running = one.outcome === 'running';
  return {
    id,
    name: one.workflow,
    path: `.github/workflows/${one.workflow}.yml`,
    html_url: `${site.url}/${service.fullName}/actions/runs/${id}`,
    run_number: one.number,
    run_attempt: one.attempt,
    event: one.event,
    head_branch: one.branch,
    head_sha: one.sha,
    status: running ? 'in_progress' : 'completed',
    conclusion: running ? null : one.outcome,
    created_at: iso(one.createdAt),
    run_started_at: iso(one.startedAt),
    updated_at: iso(running ? one.createdAt : one.finishedAt),
  };
}

export function jobs(service: SimulatedService, one: CodeRun, site: Site): readonly GithubJob[] {
  return one.jobs.map((job, place) => {
    const running = job.outcome === 'running';
    const id = jobId(service, one.number, place);
    return {
      id,
      run_id: runId(service, one.number),
      run_attempt: one.attempt,
      html_url: `${site.url}/${service.fullName}/actions/runs/${runId(service, one.number)}/job/${id}`,
      name: job.name,
      workflow_name: one.workflow,
      head_branch: one.branch,
      head_sha: one.sha,
      status: running ? 'in_progress' : 'completed',
      conclusion: running ? null : job.outcome,
      created_at: iso(job.startedAt),
      started_at: iso(job.startedAt),
      completed_at: running ? null : iso(job.finishedAt),
    };
  });
}

export function deployment(service: SimulatedService, one: CodeDeployment): GithubDeployment {
  const running = one.outcome === 'running';
  return {
    id: deploymentId(service, one.place),
    sha: one.sha,
    ref: one.ref,
    task: 'deploy',
    environment: one.environment,
    production_environment: one.environment === 'production',
    created_at: iso(one.createdAt),
    updated_at: iso(running ? one.createdAt : one.finishedAt),
  };
}

export function deploymentStatuses(
  service: SimulatedService,
  one: CodeDeployment,
  site: Site,
): readonly GithubDeploymentStatus[] {
  const url = `${site.url}/${service.fullName}/deployments`;
  const common = { log_url: url, target_url: url, environment: one.environment };
  const begun = {
    id: deploymentStatusId(service, one.place, 1),
    state: 'in_progress',
    created_at: iso(one.createdAt),
    ...common,
  };
  if (one.outcome === 'running') return [begun];
  const ended = {
    id: deploymentStatusId(service, one.place, 2),
    state: one.outcome,
    created_at: iso(one.finishedAt),
    ...common,
  };
  return [begun, ended];
}

export function release(service: SimulatedService, one: CodeTag, site: Site): GithubRelease {
  return {
    id: releaseId(service, one.place),
    tag_name: one.tag,
    name: one.name,
    html_url: `${site.url}/${service.fullName}/releases/tag/${one.tag}`,
    draft: false,
    prerelease: false,
    target_commitish: 'main',
    created_at: iso(one.publishedAt),
    published_at: iso(one.publishedAt),
  };
}

export function tag(one: CodeTag): GithubTag {
  return { name: one.tag, commit: { sha: one.sha } };
}

/** Why an issue was closed, in GitHub's words. */
export function closeReason(status: Status): 'completed' | 'not_planned' {
  return status.role === 'dropped' ? 'not_planned' : 'completed';
}

/** A ticket where tickets live on GitHub: open until it is done or dropped. */
export function issue(ticket: Ticket, site: Site): GithubIssue {
  const { service, ref } = ticket;
  const done = ticket.doneAt !== null;
  return {
    id: issueId(service, ref.number),
    number: ref.number,
    html_url: `${site.url}/${service.fullName}/issues/${ref.number}`,
    title: ticket.title,
    state: done ? 'closed' : 'open',
    state_reason: done ? closeReason(ticket.status) : null,
    user: user(ticket.reporter, site),
    assignee: ticket.assignee === null ? null : user(ticket.assignee, site),
    labels: [ticket.type.toLowerCase(), ...ticket.labels].map((name) => ({ name })),
    milestone: null,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
    closed_at: maybeIso(ticket.doneAt),
  };
}

function eventOf(ticket: Ticket, move: TicketMove, site: Site): readonly GithubIssueEvent[] {
  const { service, ref } = ticket;
  const closes = move.to.category === 'done';
  if (!closes && move.from.category !== 'done') return [];
  const id = issueEventId(service, ref.number, move.place);
  return [
    {
      id,
      event: closes ? 'closed' : 'reopened',
      created_at: iso(move.at),
      actor: user(move.by, site),
      state_reason: closes ? closeReason(move.to) : null,
    },
  ];
}

/** What GitHub knows of an issue's way: only when it was closed and opened again. */
export function issueEvents(ticket: Ticket, site: Site): readonly GithubIssueEvent[] {
  return ticket.moves.flatMap((move) => eventOf(ticket, move, site));
}
