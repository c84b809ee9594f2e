import type { Conflict, Thing } from '../../model/conflict.ts';
import type { Booking } from '../../model/environment.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { type Activity, bookingActivity, deploymentActivity, namedBy } from './activity.ts';
import { type Block, blockOf } from './blocked.ts';
import { conflictKey } from './key.ts';
import { COUNT_LIMIT, CROWD, LISTED } from './pair-space.ts';
import type { Edit, PlanRule } from './plan.ts';
import type { Clash, Rule } from './rule.ts';
import type { RuleTime } from './schedule-index.ts';
import { hull, quoted, sideOfRule, thingOf } from './sides.ts';
import type { SpanIndex } from './span-index.ts';
import { bookingsOf, heldBooking, releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

/** What differs between rules about activities that something blocks for a time. */
export interface BlockKind {
  readonly kind: 'release-in-freeze' | 'release-in-maintenance';
  readonly by: 'freeze' | 'maintenance';
  /** Whether bookings are judged too by rules that name no environment. */
  readonly everywhere: boolean;
  readonly sentence: (block: Block, activity: Activity) => string;
  readonly weigh: (block: Block, activity: Activity) => Pick<Conflict, 'severity' | 'because'>;
}

type BlockConflict = Extract<Conflict, { kind: BlockKind['kind'] }>;

/** The times that may block a booking: of rules that name its environment, or for some kinds what that stands on, or none. */
function listsFor(
  view: PlanView,
  { by, everywhere }: BlockKind,
  { environmentId }: Booking,
): readonly SpanIndex<RuleTime>[] {
  const schedule = view.schedules[by];
  const named = schedule.naming(environmentId);
  const lists = named === undefined ? [] : [named];
  if (!everywhere) return lists;
  for (const id of view.graphs.groundOf(environmentId).keys()) {
    const below = id === environmentId ? undefined : schedule.naming(id);
    if (below !== undefined) lists.push(below);
  }
  lists.push(schedule.elsewhere);
  return lists;
}

/** What blocks an activity, each time of each rule once, at most `limit` of it. */
function blocksOf(view: PlanView, kind: BlockKind, activity: Activity, limit: number): readonly Block[] {
  const found = new Map<string, Block>();
  const { booking } = activity;
  const lists = booking === null ? [view.schedules[kind.by].all] : listsFor(view, kind, booking);
  for (const list of lists) {
    list.visit(activity.span, (time, { id }) => {
      const block = found.has(id) ? null : blockOf(view, activity, time);
      if (block !== null) found.set(id, block);
      return found.size >= limit;
    });
    if (found.size >= limit) break;
  }
  return [...found.values()];
}

/** What a subject stands for: a release's deployments, or a booking that meets any of the times that may block it. */
function activitiesOf(view: PlanView, kind: BlockKind, subject: string): readonly Activity[] {
  const release = view.tables.release.get(subject);
  const deployments = release && isAhead(release) ? view.deploymentsOf(subject) : [];
  const activities = deployments.map((each) => deploymentActivity(view, each));
  const booking = heldBooking(view, subject);
  if (booking === undefined) return activities;
  const span = { start: booking.startAt, end: booking.endAt };
  const meets = listsFor(view, kind, booking).some((list) => list.overlapping(span, 1).length > 0);
  const booked = meets ? bookingActivity(view, booking) : null;
  return booked === null ? activities : [...activities, booked];
}

function keyOf({ kind }: BlockKind, { as, id }: Activity, { rule, occurrence }: RuleTime): string {
  return conflictKey(kind, [as, id, rule.id, occurrence.key]);
}

function crowdKey({ kind }: BlockKind, { as, id }: Activity): string {
  return conflictKey(kind, [as, id, '*']);
}

function resourceOf(view: PlanView, { targets: [target], path }: Block, { side }: Activity): Thing {
  const end = path.at(-1);
  if (end) return end;
  if (target.serviceId !== null) return thingOf(view, 'service', target.serviceId);
  if (target.environmentId !== null) return thingOf(view, 'environment', target.environmentId);
  return target.teamId === null ? side.thing : thingOf(view, 'team', target.teamId);
}

function conflictOf(view: PlanView, kind: BlockKind, activity: Activity, block: Block): BlockConflict {
  return {
    kind: kind.kind,
    key: keyOf(kind, activity, block.time),
    sides: [activity.side, sideOfRule(block.time)],
    sideCount: 2,
    atLeast: false,
    at: block.at,
    rule: kind.sentence(block, activity),
    resource: resourceOf(view, block, activity),
    relation: block.relation,
    path: [...block.path],
    ...kind.weigh(block, activity),
    ruleId: block.time.rule.id,
    about: namedBy(block.targets),
  };
}

const NEARNESS = ['same', 'child', 'parent'];

function worstFirst(a: Block, b: Block): number {
  const nameOf = ({ time }: Block) => `${time.rule.id} ${time.occurrence.key}`;
  return NEARNESS.indexOf(a.relation) - NEARNESS.indexOf(b.relation) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function crowdOf(
  view: PlanView,
  kind: BlockKind,
  activity: Activity,
  blocks: readonly Block[],
): readonly BlockConflict[] {
  const sorted = [...blocks].sort(worstFirst);
  const [worst] = sorted;
  if (worst === undefined) return [];
  const atLeast = blocks.length > COUNT_LIMIT;
  const count = Math.min(blocks.length, COUNT_LIMIT);
  const many = `${atLeast ? 'More than ' : ''}${count.toLocaleString('en-US')}`;
  return [
    {
      ...conflictOf(view, kind, activity, worst),
      key: crowdKey(kind, activity),
      sides: [activity.side, ...sorted.slice(0, LISTED - 1).map(({ time }) => sideOfRule(time))],
      sideCount: count + 1,
      atLeast,
      at: hull(blocks.map(({ at }) => at)) ?? worst.at,
      rule: `${many} times of ${kind.by} block ${quoted(activity.side.thing.name)}.`,
      about: namedBy(blocks.flatMap(({ targets }) => targets)),
    },
  ];
}

function find(view: PlanView, kind: BlockKind, subject: string): readonly BlockConflict[] {
  return activitiesOf(view, kind, subject).flatMap((activity) => {
    const blocks = blocksOf(view, kind, activity, COUNT_LIMIT + 1);
    if (blocks.length > CROWD) return crowdOf(view, kind, activity, blocks);
    return blocks.map((block) => conflictOf(view, kind, activity, block));
  });
}

/** Deployments and bookings at a time that a rule holds. */
function duringRule(
  view: PlanView,
  { by, everywhere }: BlockKind,
  changed: PlanRule | null | undefined,
): readonly string[] {
  if (!changed || changed.rule.kind !== by) return [];
  const { environments } = changed.rule.scope;
  const above = everywhere ? environments.flatMap((id) => [...view.graphs.burdenOf(id).keys()]) : environments;
  const places = everywhere && environments.length === 0 ? view.tables.environment.keys() : above;
  const lists = [...new Set(places)].flatMap((id) => view.environment(id)?.all ?? []);
  return changed.occurrences.flatMap(({ span }) => [
    ...view.deployments.overlapping(span).map(({ releaseId }) => releaseId),
    ...lists.flatMap((list) => list.overlapping(span).map(({ id }) => id)),
  ]);
}

function touched(view: PlanView, kind: BlockKind, edit: Edit): readonly string[] {
  if (edit.kind === 'rule') {
    return [...duringRule(view, kind, view.tables.rule.get(edit.id)), ...duringRule(view, kind, edit.to)];
  }
  if (edit.kind === 'override') {
    const overrides = [view.tables.override.get(edit.id), edit.to];
    return overrides.flatMap((each) => (each ? duringRule(view, kind, view.tables.rule.get(each.freezeId)) : []));
  }
  return [...releasesOf(view, edit), ...bookingsOf(view, edit)];
}

function clashes(view: PlanView, kind: BlockKind, subject: string): readonly Clash[] {
  return activitiesOf(view, kind, subject).flatMap((activity) =>
    blocksOf(view, kind, activity, Number.POSITIVE_INFINITY).map(({ time }) => ({
      key: keyOf(kind, activity, time),
      crowds: [crowdKey(kind, activity)],
    })),
  );
}

/** The rule that activities lie in no freeze, or no maintenance: one conflict for each time that blocks one. */
export function blockRule(kind: BlockKind): Rule {
  return {
    name: kind.kind,
    over: 'both',
    find: (view, subject) => find(view, kind, subject),
    touched: (view, edit) => touched(view, kind, edit),
    parts: {
      centres: (view, edit) => touched(view, kind, edit),
      clashes: (view, subject) => clashes(view, kind, subject),
    },
  };
}
