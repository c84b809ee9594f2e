import { between, chance, geometric, logNormal, pickIndex } from './distributions.ts';
import type { SimulatedTeam } from './enterprise.ts';
import type { Random } from './random.ts';

export type Verdict = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';

export interface ReviewPlan {
  readonly at: number;
  /** The team member's place. */
  readonly by: number;
  readonly verdict: Verdict;
  /** How many pushes the reviewer had seen. */
  readonly push: number;
}

/** A pull request from its first commit to its end; all times milliseconds UTC unless named hours. */
export interface PullPlan {
  /** Which of its change's pull requests it is. */
  readonly slot: number;
  /** Place among the team's services. */
  readonly service: number;
  /** The team member's place; null for a bot. */
  readonly author: number | null;
  readonly createdAt: number;
  /** When each commit was written, oldest first. */
  readonly commits: readonly number[];
  /** When the branch was pushed, and how many commits it then had; the first push opens the pull request. */
  readonly pushes: readonly { readonly at: number; readonly commits: number }[];
  readonly reviews: readonly ReviewPlan[];
  readonly mergedAt: number | null;
  /** Closed without merging. */
  readonly closedAt: number | null;
  readonly draft: boolean;
  readonly additions: number;
  readonly deletions: number;
  /** The same moments in the team's working hours, for what follows. */
  readonly openedHours: number;
  readonly endedHours: number;
}

export interface PullOptions {
  readonly team: SimulatedTeam;
  readonly random: Random;
  readonly slot: number;
  readonly service: number;
  readonly author: number | null;
  /** When work on it began, in the team's working hours. */
  readonly started: number;
}

interface Course {
  readonly commits: number[];
  readonly pushes: { at: number; commits: number }[];
  readonly reviews: ReviewPlan[];
}

function writeCommits(course: Course, options: PullOptions, span: readonly [number, number], count: number): void {
  const { random, team } = options;
  const [from, to] = span;
  const moments = Array.from({ length: count }, () => from + (to - from) * random.next() * 0.98);
  for (const hours of moments.sort((left, right) => left - right)) course.commits.push(team.rhythm.momentOf(hours));
}

function push(course: Course, options: PullOptions, hours: number): void {
  course.pushes.push({ at: options.team.rhythm.momentOf(hours), commits: course.commits.length });
}

function reviewer(options: PullOptions): number {
  const { team, random, author } = options;
  const by = pickIndex(random, team.activity);
  return by === author ? (by + 1) % team.people.length : by;
}

function objection(random: Random): Verdict {
  return chance(random, 0.6) ? 'CHANGES_REQUESTED' : 'COMMENTED';
}

/** Rounds of review until somebody approves; gives the working hour of the approval. */
function review(course: Course, options: PullOptions, opened: number): number {
  const { team, random } = options;
  let now = opened;
  for (let round = 0; round < 4; round += 1) {
    now += logNormal(random, round === 0 ? 2.6 : 1.5, 1.3) * team.pace;
    const by = reviewer(options);
    const verdict = round < 3 && chance(random, 0.3) ? objection(random) : 'APPROVED';
    course.reviews.push({ at: team.rhythm.momentOf(now), by, verdict, push: course.pushes.length });
    if (verdict === 'APPROVED') return now;
    const fixed = now + logNormal(random, 2.2, 1.1) * team.pace;
    writeCommits(course, options, [now, fixed], 1 + geometric(random, 0.5, 5));
    now = fixed;
    push(course, options, now);
  }
  return now;
}

function botPull(options: PullOptions): PullPlan {
  const { team, random, started, slot, service } = options;
  const ended = started + logNormal(random, 5, 1.5);
  const createdAt = team.rhythm.momentOf(started);
  const merged = chance(random, 0.74);
  const endedAt = team.rhythm.momentOf(ended);
  return {
    slot,
    service,
    author: null,
    createdAt,
    commits: [createdAt - 30_000],
    pushes: [{ at: createdAt, commits: 1 }],
    reviews: [],
    mergedAt: merged ? endedAt : null,
    closedAt: merged ? null : endedAt,
    draft: false,
    additions: between(random, 1, 40),
    deletions: between(random, 1, 40),
    openedHours: started,
    endedHours: ended,
  };
}

/** Plans a pull request: coding, pushes, rounds of review, then merged, or given up in eight cases of a hundred. */
export function planPull(options: PullOptions): PullPlan {
  if (options.author === null) return botPull(options);
  const { team, random, started, slot, service, author } = options;
  const course: Course = { commits: [], pushes: [], reviews: [] };
  const opened = started + logNormal(random, 7, 1.05) * team.pace;
  writeCommits(course, options, [started, opened], 1 + geometric(random, 1.3, 30));
  push(course, options, opened);
  let lastPush = opened;
  for (let extra = geometric(random, 0.35, 4); extra > 0; extra -= 1) {
    const later = lastPush + logNormal(random, 0.7, 0.9);
    writeCommits(course, options, [lastPush, later], 1);
    push(course, options, later);
    lastPush = later;
  }
  const unreviewed = chance(random, 0.1);
  const approved = unreviewed ? lastPush + logNormal(random, 0.6, 1) : review(course, options, lastPush);
  const ended = approved + logNormal(random, 0.7, 1.4);
  const givenUp = chance(random, 0.08);
  const lastEvent = Math.max(...course.pushes.map((one) => one.at));
  const endedAt = Math.max(team.rhythm.momentOf(ended), lastEvent + 60_000);
  const additions = Math.min(60_000, Math.ceil(logNormal(random, 15, 1.9)));
  return {
    slot,
    service,
    author,
    createdAt: team.rhythm.momentOf(opened),
    commits: course.commits,
    pushes: course.pushes,
    reviews: course.reviews,
    mergedAt: givenUp ? null : endedAt,
    closedAt: givenUp ? endedAt : null,
    draft: chance(random, 0.06),
    additions,
    deletions: Math.ceil(additions * random.next() * 0.9),
    openedHours: opened,
    endedHours: ended,
  };
}
