import type { Enterprise, SimulatedPerson } from './enterprise.ts';
import type { PullRef, ServiceLedger, TeamLedger } from './ledger.ts';
import type { PullPlan, Verdict } from './pull.ts';
import { hash32, shaOf } from './random.ts';
import { memberOf, ticketKey, titleOf } from './ticket.ts';
import { slug } from './words.ts';

export const BOT: SimulatedPerson = { index: 0, login: 'updates[bot]', name: 'updates[bot]' };
const PACKAGES = [
  'http-client',
  'json-schema',
  'logger',
  'test-runner',
  'date-tools',
  'router',
  'compiler',
  'image-tools',
];
const MERGE = 900;

export interface CodeCommit {
  readonly sha: string;
  readonly at: number;
  readonly message: string;
  readonly author: SimulatedPerson;
}

export interface CodeReview {
  /** Place among the pull request's reviews. */
  readonly place: number;
  readonly at: number;
  readonly by: SimulatedPerson;
  readonly verdict: Verdict;
  readonly sha: string;
}

/** A pull request as GitHub would show it at the moment asked for; times in whole seconds, as GitHub keeps them. */
export interface CodePull {
  readonly place: number;
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly author: SimulatedPerson;
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly mergedAt: number | null;
  readonly closedAt: number | null;
  readonly mergeSha: string | null;
  readonly headSha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly labels: readonly string[];
  readonly commits: readonly CodeCommit[];
  readonly reviews: readonly CodeReview[];
}

/** A repository, and the moment at which it is looked at. */
export interface CodePlace {
  readonly enterprise: Enterprise;
  readonly ledger: TeamLedger;
  readonly own: ServiceLedger;
  readonly asOf: number;
}

/** GitHub keeps whole seconds. */
export function seconds(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}

/** The commit that merging the pull request at a place made. */
export function mergeSha(place: CodePlace, pull: number): string {
  return shaOf(place.enterprise.seed, place.own.service.index, pull, MERGE);
}

/** A commit of the pull request at a place. */
export function commitSha(place: CodePlace, pull: number, commit: number): string {
  return shaOf(place.enterprise.seed, place.own.service.index, pull, commit);
}

interface Naming {
  readonly author: SimulatedPerson;
  readonly title: string;
  readonly branch: string;
  readonly labels: readonly string[];
}

function naming(place: CodePlace, ref: PullRef, plan: PullPlan): Naming {
  const { enterprise, ledger, own } = place;
  const { team } = ledger;
  if (plan.author === null) {
    const draw = hash32(enterprise.seed, 71, own.service.index, ref.change);
    const name = PACKAGES[draw % PACKAGES.length] ?? 'logger';
    const version = `${1 + (draw % 9)}.${(draw >>> 8) % 30}.0`;
    const branch = `updates/${name}-${version}`;
    return { author: BOT, title: `Update ${name} to ${version}`, branch, labels: ['dependencies'] };
  }
  const title = titleOf(enterprise, team, ref.change);
  const ticket = ledger.ticketOfChange.get(ref.change);
  const key = ticket === undefined ? team.key : ticketKey(team, ticket);
  const part = ref.slot === 0 ? '' : ` (part ${ref.slot + 1})`;
  const author = memberOf(team, plan.author);
  return { author, title: `${key}: ${title}${part}`, branch: `${slug(`${key} ${title}`)}-${ref.slot}`, labels: [] };
}

function commitsOf(place: CodePlace, at: number, plan: PullPlan, names: Naming): readonly CodeCommit[] {
  const pushed = plan.pushes.findLast((push) => push.at <= place.asOf)?.commits ?? 0;
  return plan.commits.slice(0, pushed).map((written, index) => ({
    sha: commitSha(place, at, index),
    at: seconds(written),
    message: index === 0 ? names.title : `Work on ${names.title}, step ${index + 1}`,
    author: names.author,
  }));
}

function reviewsOf(place: CodePlace, at: number, plan: PullPlan): readonly CodeReview[] {
  const known = plan.reviews.filter((review) => review.at <= place.asOf);
  return known.map((review, index) => ({
    place: index,
    at: seconds(review.at),
    by: memberOf(place.ledger.team, review.by),
    verdict: review.verdict,
    sha: commitSha(place, at, (plan.pushes[review.push - 1]?.commits ?? 1) - 1),
  }));
}

function past(at: number | null, asOf: number): number | null {
  return at === null || at > asOf ? null : seconds(at);
}

/** The pull request at a place of the service's list. */
export function pullView(place: CodePlace, ref: PullRef, at: number, plan: PullPlan): CodePull {
  const names = naming(place, ref, plan);
  const commits = commitsOf(place, at, plan, names);
  const reviews = reviewsOf(place, at, plan);
  const mergedAt = past(plan.mergedAt, place.asOf);
  const closedAt = mergedAt ?? past(plan.closedAt, place.asOf);
  const pushedAt = plan.pushes.findLast((push) => push.at <= place.asOf)?.at ?? plan.createdAt;
  const openState = closedAt === null ? 'open' : 'closed';
  return {
    place: at,
    number: ref.number,
    ...names,
    state: mergedAt === null ? openState : 'merged',
    draft: plan.draft && closedAt === null,
    createdAt: seconds(plan.createdAt),
    updatedAt: Math.max(seconds(pushedAt), closedAt ?? 0, reviews.at(-1)?.at ?? 0),
    mergedAt,
    closedAt,
    mergeSha: mergedAt === null ? null : mergeSha(place, at),
    headSha: commits.at(-1)?.sha ?? commitSha(place, at, 0),
    additions: plan.additions,
    deletions: plan.deletions,
    commits,
    reviews,
  };
}
