import type { Relation, Thing } from '../../model/conflict.ts';
import type { Span } from '../../model/span.ts';
import type { Target } from '../../model/verdict.ts';
import { countsIn } from '../freezes/override-rules.ts';
import { meets } from '../freezes/scope.ts';
import { normalise, overlap, type SpanSet, subtract } from '../freezes/spans.ts';
import { type Activity, targetOfPlace, targetsMeant, targetsOfService } from './activity.ts';
import { type Reached, wayTo } from './graph.ts';
import type { RuleTime } from './schedule-index.ts';
import { hull, thingOf } from './sides.ts';
import type { PlanView } from './view.ts';

/** One time that a rule holds and blocks an activity. */
export interface Block {
  readonly time: RuleTime;
  /** From the first blocked moment of the activity to the last. */
  readonly at: Span;
  /** What of it is blocked: at least one. */
  readonly targets: readonly [Target, ...Target[]];
  readonly relation: Relation;
  /** From what the activity touches to what is blocked; empty where that is the same. */
  readonly path: readonly Thing[];
}

interface Found {
  readonly way: readonly string[];
  readonly targets: readonly Target[];
}

interface Meant {
  readonly targets: readonly Target[];
  readonly relation: Relation;
  readonly path: readonly Thing[];
}

/** The nearest of some ids that was reached from elsewhere and has targets that a rule means, with the way to it. */
function nearest(ids: readonly string[], reached: Reached, targetsOf: (id: string) => readonly Target[]): Found | null {
  let best: Found | null = null;
  for (const id of ids) {
    const way = wayTo(id, reached);
    if (way.length < 2 || (best !== null && best.way.length <= way.length)) continue;
    const targets = targetsOf(id);
    if (targets.length > 0) best = { way, targets };
  }
  return best;
}

/** A freeze may name what a service needs or what needs it; of maintenance only the former matters. */
function throughServices(view: PlanView, trainId: string, { rule, test }: RuleTime): Meant | null {
  const { dependenciesOf, dependantsOf } = view.graphs;
  const targetsOf = (id: string) => {
    const service = view.tables.service.get(id);
    return service ? targetsOfService(service, null).filter(test) : [];
  };
  for (const relation of rule.kind === 'freeze' ? (['child', 'parent'] as const) : (['parent'] as const)) {
    const reached = (relation === 'parent' ? dependenciesOf : dependantsOf)(trainId);
    const found = nearest(rule.scope.services, reached, targetsOf);
    if (found) return { ...found, relation, path: found.way.map((id) => thingOf(view, 'service', id)) };
  }
  return null;
}

function throughEnvironments(view: PlanView, { environments }: Activity, { rule, test }: RuleTime): Meant | null {
  if (rule.kind !== 'maintenance') return null;
  const targetsOf = (id: string) => {
    const place = view.tables.environment.get(id);
    return place ? [targetOfPlace(place, null)].filter(test) : [];
  };
  for (const environment of environments) {
    const found = nearest(rule.scope.environments, view.graphs.groundOf(environment), targetsOf);
    const path = found?.way.map((id) => thingOf(view, 'environment', id)) ?? [];
    if (found) return { ...found, relation: 'parent', path };
  }
  return null;
}

/** What a rule means to an activity: what it touches itself, else what that stands on or what stands on that. */
function meaning(view: PlanView, activity: Activity, time: RuleTime): Meant | null {
  const targets = targetsMeant(view, activity, time);
  if (targets.length > 0) return { targets, relation: 'same', path: [] };
  const services = activity.trainId === null ? null : throughServices(view, activity.trainId, time);
  return services ?? throughEnvironments(view, activity, time);
}

/** What a rule blocks of a span for a target: for a freeze, less what overrides that count let through. */
function leftOf(view: PlanView, { rule }: RuleTime, target: Target, inside: Span): SpanSet {
  const overrides = rule.kind === 'freeze' ? view.overridesOf(rule.id) : [];
  const through = overrides.flatMap((each) => (meets(each.scope, target) ? (countsIn(each) ?? []) : []));
  return subtract([inside], normalise(through));
}

/**
 * How one time of a freeze or maintenance blocks an activity; null where it does not, or where all of it is let through, target
 * by target. An activity that only touches it is not blocked.
 */
export function blockOf(view: PlanView, activity: Activity, time: RuleTime): Block | null {
  const inside = overlap(activity.span, time.occurrence.span);
  const meant = inside && meaning(view, activity, time);
  if (!inside || !meant) return null;
  const blocked = meant.targets.flatMap((target) => {
    const left = leftOf(view, time, target, inside);
    return left.length === 0 ? [] : [{ target, left }];
  });
  const [first, ...others] = blocked.map(({ target }) => target);
  const at = hull(blocked.flatMap(({ left }) => left));
  if (first === undefined || at === null) return null;
  return { time, at, targets: [first, ...others], relation: meant.relation, path: meant.path };
}
