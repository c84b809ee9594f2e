import { chance, geometric, logNormal, pickIndex, runningSums } from './distributions.ts';
import type { Enterprise, Role, SimulatedTeam } from './enterprise.ts';
import { type PullPlan, planPull } from './pull.ts';
import { hash32, type Random, randomOf } from './random.ts';

/** One step of a ticket through its workflow. */
export interface Step {
  readonly role: Role;
  /** Milliseconds UTC. */
  readonly at: number;
  /** The team member's place. */
  readonly by: number;
}

/** From when on a ticket was meant for which departure of the team's train. */
export interface Boarding {
  readonly departure: number;
  readonly at: number;
}

/** One piece of work: a ticket with its way through the workflow and its pull requests, or a bot's chore. */
export interface Change {
  readonly index: number;
  /** False for a bot's dependency update. */
  readonly hasTicket: boolean;
  readonly createdAt: number;
  readonly type: string;
  readonly priority: string;
  readonly points: number | null;
  readonly reporter: number;
  readonly assignee: number;
  /** Place among the team's services. */
  readonly service: number;
  /** The first is its creation; in the order of time. */
  readonly steps: readonly Step[];
  readonly boardings: readonly Boarding[];
  readonly pulls: readonly PullPlan[];
  /** An earlier change of the same team that this one has to do with. */
  readonly relatesTo: number | null;
}

export const TYPES = ['Story', 'Bug', 'Task', 'Improvement', 'Spike'] as const;
const TYPE_SUMS = runningSums([38, 27, 20, 10, 5]);
export const PRIORITIES = ['Highest', 'High', 'Medium', 'Low'] as const;
const PRIORITY_SUMS = runningSums([4, 18, 58, 20]);
const POINTS = [1, 2, 3, 5, 8, 13];
const POINT_SUMS = runningSums([18, 24, 28, 18, 9, 3]);
const PULLS_OF_A_TICKET = runningSums([14, 66, 14, 6]);

const KEY = { ticket: 21, change: 22 } as const;
const CHORE_SHARE = 0.1;

/** Whether a change has a ticket; known without generating it. */
export function hasTicket(enterprise: Enterprise, team: SimulatedTeam, index: number): boolean {
  return hash32(enterprise.seed, KEY.ticket, team.index, index) / 4_294_967_296 >= CHORE_SHARE;
}

/**
 * When a change begins: the team's working hours between the enterprise's ends are cut into as many equal parts as
 * it has changes, one change in each. Rising with the index, so that any part of history can be made alone.
 */
function startOf(enterprise: Enterprise, team: SimulatedTeam, index: number, random: Random): number {
  const first = team.rhythm.hoursAt(enterprise.from);
  const last = team.rhythm.hoursAt(enterprise.to);
  return first + ((last - first) * (index + random.next())) / team.changes;
}

function departureBy(team: SimulatedTeam, at: number): number | null {
  const departures = team.train?.departures ?? [];
  let low = 0;
  let high = departures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((departures[middle]?.cutOffAt ?? 0) >= at) high = middle;
    else low = middle + 1;
  }
  return low < departures.length ? low : null;
}

/** Plans the departure at the start of work; what misses its cut-off moves on in six cases of ten. */
function boardingsOf(team: SimulatedTeam, random: Random, plannedFrom: number, doneAt: number): readonly Boarding[] {
  const expected = team.rhythm.after(plannedFrom, logNormal(random, 30, 0.6) * team.pace);
  const first = departureBy(team, expected);
  if (first === null) return [];
  const boardings = [{ departure: first, at: plannedFrom }];
  const cutOff = team.train?.departures[first]?.cutOffAt ?? 0;
  const later = departureBy(team, doneAt);
  if (doneAt > cutOff && later !== null && later > first && chance(random, 0.6)) {
    boardings.push({ departure: later, at: Math.max(plannedFrom + 60_000, cutOff) });
  }
  return boardings;
}

function relation(enterprise: Enterprise, team: SimulatedTeam, index: number, random: Random): number | null {
  if (!chance(random, 0.14)) return null;
  const other = index - 1 - geometric(random, 8, 60);
  return other >= 0 && hasTicket(enterprise, team, other) ? other : null;
}

interface Draft {
  readonly team: SimulatedTeam;
  readonly random: Random;
  readonly steps: Step[];
  readonly assignee: number;
}

/** Adds a step `hours` (in working hours since the table's start) and gives back the hours. */
function step(draft: Draft, role: Role, hours: number, by = draft.assignee): number {
  draft.steps.push({ role, at: draft.team.rhythm.momentOf(hours), by });
  return hours;
}

/** From the start of work to done, with what goes wrong on the way; gives the pull requests. */
function work(draft: Draft, started: number, pullCount: number, service: number): readonly PullPlan[] {
  const { team, random } = draft;
  let now = step(draft, 'build', started);
  if (chance(random, 0.08)) {
    now = step(draft, 'blocked', now + logNormal(random, 4, 0.8));
    now = step(draft, 'build', now + logNormal(random, 14, 1.1));
  }
  const pulls: PullPlan[] = [];
  let reviewed = now;
  for (let slot = 0; slot < pullCount; slot += 1) {
    const pull = planPull({ team, random, slot, service, author: draft.assignee, started: now });
    if (slot === 0) step(draft, 'review', pull.openedHours);
    now = pull.openedHours;
    reviewed = Math.max(reviewed, pull.endedHours);
    pulls.push(pull);
  }
  if (pullCount === 0) reviewed = now + logNormal(random, 9, 1.1) * team.pace;
  now = step(draft, 'verify', reviewed + 0.05);
  if (chance(random, 0.09)) {
    const sentBack = step(draft, 'build', now + logNormal(random, 5, 0.9), pickIndex(random, team.activity));
    now = step(draft, 'verify', sentBack + logNormal(random, 6, 1));
  }
  step(draft, 'done', now + logNormal(random, 7, 1.2) * team.pace, pickIndex(random, team.activity));
  return pulls;
}

function chore(enterprise: Enterprise, team: SimulatedTeam, index: number): Change {
  const random = randomOf(enterprise.seed, KEY.change, team.index, index);
  const started = startOf(enterprise, team, index, random);
  const service = pickIndex(random, team.serviceWeights);
  const createdAt = team.rhythm.momentOf(started);
  const pull = planPull({ team, random, slot: 0, service, author: null, started });
  const bare = { type: 'Chore', priority: 'Low', points: null, reporter: 0, assignee: 0 };
  return {
    index,
    hasTicket: false,
    createdAt,
    ...bare,
    service,
    steps: [],
    boardings: [],
    pulls: [pull],
    relatesTo: null,
  };
}

/** Generates one change of a team, whole: what becomes of it after the enterprise's end is in it too. */
export function changeOf(enterprise: Enterprise, team: SimulatedTeam, index: number): Change {
  if (!hasTicket(enterprise, team, index)) return chore(enterprise, team, index);
  const random = randomOf(enterprise.seed, KEY.change, team.index, index);
  const created = startOf(enterprise, team, index, random);
  const service = pickIndex(random, team.serviceWeights);
  const type = TYPES[pickIndex(random, TYPE_SUMS)] ?? 'Task';
  const assignee = pickIndex(random, team.activity);
  const reporter = pickIndex(random, team.activity);
  const steps: Step[] = [];
  const draft: Draft = { team, random, steps, assignee };
  step(draft, 'backlog', created, reporter);
  let started = created + logNormal(random, type === 'Bug' ? 9 : 26, 1.5);
  const fate = random.next();
  let pulls: readonly PullPlan[] = [];
  let boardings: readonly Boarding[] = [];
  if (fate < 0.06) {
    step(draft, 'dropped', started, reporter);
  } else if (fate > 0.1) {
    if (chance(random, 0.5)) started = step(draft, 'ready', started, reporter) + logNormal(random, 6, 1.2);
    const pullCount = type === 'Spike' ? 0 : pickIndex(random, PULLS_OF_A_TICKET);
    pulls = work(draft, started, pullCount, service);
    const doneAt = steps.at(-1)?.at ?? 0;
    boardings = boardingsOf(team, random, team.rhythm.momentOf(started), doneAt);
  }
  return {
    index,
    hasTicket: true,
    createdAt: steps[0]?.at ?? 0,
    type,
    priority: PRIORITIES[pickIndex(random, PRIORITY_SUMS)] ?? 'Medium',
    points: type === 'Bug' ? null : (POINTS[pickIndex(random, POINT_SUMS)] ?? 3),
    reporter,
    assignee,
    service,
    steps,
    boardings,
    pulls,
    relatesTo: relation(enterprise, team, index, random),
  };
}
