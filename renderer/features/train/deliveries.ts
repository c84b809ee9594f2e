import type { Deployment, PullRequest, ReleaseTag } from '../../../shared/model/facts.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { StatusLook } from '../../ui/status-looks.ts';

type Seen<T> = T & { readonly simulated: boolean };

export interface Deliveries {
  readonly pullRequests: readonly Seen<PullRequest>[];
  readonly deployments: readonly Seen<Deployment>[];
  readonly releaseTags: readonly Seen<ReleaseTag>[];
}

/** One delivery as a row, whatever its kind. */
export interface DeliveryRow {
  readonly id: string;
  readonly title: string;
  readonly projectKey: string;
  readonly url: string | null;
  readonly look: StatusLook;
  /** The provider's own word. */
  readonly state: string;
  /** What `at` is the time of. */
  readonly happened: string;
  readonly at: Instant;
  readonly fetchedAt: Instant;
  readonly simulated: boolean;
}

const pullLooks: Readonly<Record<PullRequest['state'], StatusLook>> = {
  open: { label: 'Open', tone: 'info', icon: 'half' },
  merged: { label: 'Merged', tone: 'success', icon: 'check' },
  closed: { label: 'Closed', tone: 'neutral', icon: 'cross' },
};

const outcomeLooks: Readonly<Record<Deployment['outcome'], StatusLook>> = {
  running: { label: 'Running', tone: 'info', icon: 'spin' },
  success: { label: 'Succeeded', tone: 'success', icon: 'check' },
  failure: { label: 'Failed', tone: 'danger', icon: 'alert' },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: 'stop' },
  skipped: { label: 'Skipped', tone: 'neutral', icon: 'forward' },
  unknown: { label: 'Unknown', tone: 'neutral', icon: 'circle' },
};

const tagLooks = {
  draft: { label: 'Draft', tone: 'neutral', icon: 'circle' },
  prerelease: { label: 'Pre-release', tone: 'warning', icon: 'half' },
  published: { label: 'Published', tone: 'success', icon: 'check' },
  tag: { label: 'Tag only', tone: 'neutral', icon: 'circle' },
} as const satisfies Record<string, StatusLook>;

function pullRow(pull: Seen<PullRequest>): DeliveryRow {
  const look = pullLooks[pull.state];
  const at = pull.mergedAt ?? pull.closedAt ?? pull.updatedAt;
  return {
    ...originOf(pull),
    title: `#${pull.number} ${pull.title}`,
    look,
    state: pull.draft && pull.state === 'open' ? 'Draft' : look.label,
    happened: pull.state === 'open' ? 'Changed' : look.label,
    at,
  };
}

function deploymentRow(deployment: Seen<Deployment>): DeliveryRow {
  const look = outcomeLooks[deployment.outcome];
  const ref = deployment.ref ?? deployment.sha.slice(0, 8);
  return {
    ...originOf(deployment),
    title: `${ref} to ${deployment.environment}${deployment.production ? ' (production)' : ''}`,
    look,
    state: look.label,
    happened: deployment.finishedAt === null ? 'Started' : 'Finished',
    at: deployment.finishedAt ?? deployment.createdAt,
  };
}

function tagLook(tag: ReleaseTag): StatusLook {
  if (tag.draft) return tagLooks.draft;
  if (tag.prerelease) return tagLooks.prerelease;
  return tag.publishedAt === null ? tagLooks.tag : tagLooks.published;
}

function tagRow(tag: Seen<ReleaseTag>): DeliveryRow {
  const look = tagLook(tag);
  const title = tag.name === '' || tag.name === tag.tag ? tag.tag : `${tag.tag} ${tag.name}`;
  const at = tag.publishedAt ?? tag.fetchedAt;
  return {
    ...originOf(tag),
    title,
    look,
    state: look.label,
    happened: tag.publishedAt === null ? 'Seen' : 'Published',
    at,
  };
}

function originOf(fact: Seen<PullRequest | Deployment | ReleaseTag>) {
  const { id, projectKey, url, fetchedAt, simulated } = fact;
  return { id, projectKey, url, fetchedAt, simulated };
}

/** Deliveries as rows, the latest first. */
export function deliveryRows(deliveries: Deliveries): Readonly<Record<keyof Deliveries, readonly DeliveryRow[]>> {
  const latest = (rows: readonly DeliveryRow[]) => [...rows].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return {
    pullRequests: latest(deliveries.pullRequests.map(pullRow)),
    deployments: latest(deliveries.deployments.map(deploymentRow)),
    releaseTags: latest(deliveries.releaseTags.map(tagRow)),
  };
}
