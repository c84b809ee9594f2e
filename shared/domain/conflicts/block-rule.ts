import type { Conflict, Thing } from '../../model/conflict.ts';
import { type Activity, bookingActivity, deploymentActivity } from './activity.ts';
import { type Block, blockOf } from './blocked.ts';
import { conflictKey } from './key.ts';
import { COUNT_LIMIT, CROWD, LISTED } from './pair-space.ts';
import type { Edit, PlanRule } from './plan.ts';
import type { Clash, Rule } from './rule.ts';
import type { RuleTime } from './schedule-index.ts';
import { hull, quoted, sideOfRule, thingOf } from './sides.ts';
import type { SpanIndex } from './span-index.ts';
import { bookingsOf, heldBooking, releasesAhead, releasesOf } from './subjects.ts';
import { isAhead, type PlanView } from './view.ts';

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

function listsFor(
  view: PlanView,
  { by, everywhere }: BlockKind,
  { as, environments }: Activity,
): readonly SpanIndex<RuleTime>[] {
  const schedule = view.schedules[by];
  if (as === 'deployment') return [schedule.all];
  const below = everywhere ? environments.flatMap((id) => [...view.graphs.groundOf(id).keys()]) : environments;
  const named = below.flatMap((id) => schedule.naming(id) ?? []);
  return everywhere ? [...named, schedule.elsewhere] : named;
}

/** What blocks an activity, each time of each rule once, at most `limit` of it. */
function blocksOf(view: PlanView, kind: BlockKind, activity: Activity, limit: number): readonly Block[] {
  const found = new Map<string, Block>();
  for (const list of listsFor(view, kind, activity)) {
    list.visit(activity.span, (time, { id }) => {
      const block = found.has(id) ? null : blockOf(view, activity, time);
      if (block !== null) found.set(id, block);
      return found.size >= limit;
    });
    if (found.size >= limit) break;
  }
  return [...found.values()];
}

function activitiesOf(view: PlanView, subject: string): readonly Activity[] {
  const release = view.tables.release.get(subject);
  const deployments = release && isAhead(release) ? view.deploymentsOf(subject) : [];
  const booking = heldBooking(view, subject);
  const booked = booking ? bookingActivity(view, booking) : null;
  return [...deployments.map((each) => deploymentActivity(view, each)), ...(booked ? [booked] : [])];
}

function keyOf({ kind }: BlockKind, { as, id }: Activity, { rule, occurrence }: RuleTime): string {
  return conflictKey(kind, [as, id, rule.id, occurrence.key]);
}

function crowdKey({ kind }: BlockKind, { as, id }: Activity): string {
  return conflictKey(kind, [as, id, '*']);
}

function resourceOf(view: PlanView, { target, path }: Block, { side }: Activity): Thing {
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
    },
  ];
}

function find(view: PlanView, kind: BlockKind, subject: string): readonly BlockConflict[] {
  return activitiesOf(view, subject).flatMap((activity) => {
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
  return activitiesOf(view, subject).flatMap((activity) =>
    blocksOf(view, kind, activity, Number.POSITIVE_INFINITY).map(({ time }) => ({
      key: keyOf(kind, activity, time),
      crowds: [crowdKey(kind, activity)],
    })),
  );
}

function* subjects(view: PlanView): Iterable<string> {
  yield* releasesAhead(view);
  yield* view.tables.booking.keys();
}

/** The rule that activities lie in no freeze, or no maintenance: one conflict for each time that blocks one. */
export function blockRule(kind: BlockKind): Rule {
  return {
    name: kind.kind,
    subjects,
    find: (view, subject) => find(view, kind, subject),
    touched: (view, edit) => touched(view, kind, edit),
    parts: {
      centres: (view, edit) => touched(view, kind, edit),
      clashes: (view, subject) => clashes(view, kind, subject),
    },
  };
}
