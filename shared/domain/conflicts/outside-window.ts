import type { Conflict } from '../../model/conflict.ts';
import type { Span } from '../../model/span.ts';
import type { Target } from '../../model/verdict.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { scopeTest } from '../freezes/scope-index.ts';
import { normalise, subtract } from '../freezes/spans.ts';
import { type Activity, deploymentActivity, namedBy } from './activity.ts';
import type { Deployment } from './deployments.ts';
import { conflictKey } from './key.ts';
import type { Edit } from './plan.ts';
import type { Rule } from './rule.ts';
import type { RuleTime } from './schedule-index.ts';
import { hull, quoted, sideOfRule, thingOf } from './sides.ts';
import type { SpanIndex } from './span-index.ts';
import { heldBooking, releasesAhead, releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'outside-window';

interface Outside {
  /** What of it is outside: at least one. */
  readonly targets: readonly [Target, ...Target[]];
  /** Those about the first of them. */
  readonly windows: SpanIndex<RuleTime>;
  /** From the first moment outside to the last, of all targets. */
  readonly at: Span;
}

/** Where an activity is outside; null where each target's windows hold all of it. A target that no window is about may be deployed to at any time. */
function outsideOf(view: PlanView, { targets, span }: Activity): Outside | null {
  const outside = targets.flatMap((target) => {
    const windows = view.schedules.window.about(target);
    if (windows === null) return [];
    const open = normalise(windows.overlapping(span).map(({ occurrence }) => occurrence.span));
    const at = hull(subtract([span], open));
    return at === null ? [] : [{ target, windows, at }];
  });
  const at = hull(outside.map((each) => each.at));
  const [first, ...others] = outside;
  if (first === undefined || at === null) return null;
  return { targets: [first.target, ...others.map(({ target }) => target)], windows: first.windows, at };
}

/** The window whose start is nearest to a deployment's; of two as near, the later. */
function nearestTo(span: Span, windows: SpanIndex<RuleTime>): RuleTime | null {
  const place = windows.startingBefore(span.start);
  const [before, after] = [windows.at(place - 1), windows.at(place)];
  if (before === undefined || after === undefined) return (before ?? after)?.item ?? null;
  return span.start - before.span.start < after.span.start - span.start ? before.item : after.item;
}

function isKnown(view: PlanView, { span }: Deployment): boolean {
  const { horizon } = view.tables.fixed;
  return span.start >= horizon.start && span.end <= horizon.end;
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  if (release === undefined || !isAhead(release)) return [];
  return view.deploymentsOf(subject).flatMap((deployment): readonly Conflict[] => {
    const activity = deploymentActivity(view, deployment);
    const outside = isKnown(view, deployment) ? outsideOf(view, activity) : null;
    if (outside === null) return [];
    const near = nearestTo(deployment.span, outside.windows);
    const { serviceId, teamId } = outside.targets[0];
    const team = teamId === null ? activity.side.thing : thingOf(view, 'team', teamId);
    const resource = serviceId === null ? team : thingOf(view, 'service', serviceId);
    const nearest = near?.occurrence.span ?? null;
    return [
      {
        kind: KIND,
        key: conflictKey(KIND, [deployment.id]),
        sides: [activity.side, ...(near ? [sideOfRule(near)] : [])],
        sideCount: near ? 2 : 1,
        atLeast: false,
        at: outside.at,
        rule: `${quoted(resource.name)} is deployed in its windows only, and ${quoted(deployment.name)} is not wholly in one.`,
        resource,
        relation: 'same',
        path: [],
        severity: 'blocking',
        because:
          nearest === null ? 'No window for it is planned.' : 'It would be deployed at a time that nobody allowed.',
        nearest,
        about: namedBy(outside.targets),
      },
    ];
  });
}

function touched(view: PlanView, edit: Edit): Iterable<string> {
  if (edit.kind !== 'rule') return releasesOf(view, edit);
  const rules = [view.tables.rule.get(edit.id), edit.to].filter((each) => each?.rule.kind === 'window');
  const tests = rules.flatMap((each) => (each ? [scopeTest(each.rule.scope)] : []));
  // However far away it is, a window may be the nearest.
  const isMeant = (deployment: Deployment) =>
    deploymentActivity(view, deployment).targets.some((target) => tests.some((test) => test(target)));
  return tests.length === 0 ? [] : [...releasesAhead(view)].filter((id) => view.deploymentsOf(id).some(isMeant));
}

/**
 * A deployment that is not wholly inside the windows about what it touches, target by target; windows that touch are one.
 * Judged only within the plan's horizon, since windows beyond it are not known.
 */
export const outsideWindow: Rule = { name: KIND, over: 'releases', find, touched };

/** How much of a plan lies, wholly or in part, where windows, freezes and maintenances are not known. */
export interface Unjudged {
  readonly deployments: number;
  /** Those that go on after the plan's horizon; what was booked before it is past. */
  readonly bookings: number;
}

/** Counts what is not held against windows, freezes and maintenances, since it lies beyond the plan's horizon. */
export function unjudgedIn(view: PlanView): Unjudged {
  let deployments = 0;
  for (const id of releasesAhead(view)) {
    for (const deployment of view.deploymentsOf(id)) if (!isKnown(view, deployment)) deployments += 1;
  }
  let bookings = 0;
  const { end } = view.tables.fixed.horizon;
  for (const { id, endAt } of view.tables.booking.values()) {
    if (endAt > end && heldBooking(view, id) !== undefined) bookings += 1;
  }
  return { deployments, bookings };
}
