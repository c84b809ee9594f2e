import type { Conflict, ConflictSide } from '../../model/conflict.ts';
import type { Release } from '../../model/release.ts';
import type { MilestoneKind } from '../../model/train.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { MILESTONE_ORDER } from '../calendar/stage-order.ts';
import { conflictKey } from './key.ts';
import type { Rule } from './rule.ts';
import { quoted, sideOfDeployment, sideOfMilestone, thingOf } from './sides.ts';
import { datedReleasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'milestone-order';

interface Step {
  readonly rank: number;
  readonly side: ConflictSide;
}

/** The milestones that have an order, and the departure where no milestone says when the release is deployed. */
function stepsOf(view: PlanView, release: Release): readonly Step[] {
  const milestones = view
    .milestonesOf(release.id)
    .filter(({ kind }) => kind !== 'deployment')
    .map((each) => ({ rank: MILESTONE_ORDER.indexOf(each.kind), side: sideOfMilestone(view, each) }));
  const deployments = view
    .deploymentsOf(release.id)
    .map((each) => ({ rank: MILESTONE_ORDER.indexOf('deployment'), side: sideOfDeployment(each) }));
  return [...milestones, ...deployments].filter(({ rank }) => rank >= 0);
}

function firstOf(steps: readonly Step[]): Step | null {
  return steps.reduce<Step | null>(
    (best, each) => (best && best.side.span.start <= each.side.span.start ? best : each),
    null,
  );
}

function conflictOf(view: PlanView, late: Step, early: Step): Conflict {
  const kind = MILESTONE_ORDER[early.rank] as MilestoneKind;
  const [lateName, earlyName] = [quoted(late.side.thing.name), quoted(early.side.thing.name)];
  return {
    kind: KIND,
    key: conflictKey(KIND, [late.side.thing.id, kind]),
    sides: [late.side, early.side],
    sideCount: 2,
    atLeast: false,
    at: { start: early.side.span.start, end: late.side.span.start },
    rule: `${lateName} must begin no later than ${earlyName}.`,
    resource: thingOf(view, 'release', late.side.releaseId ?? ''),
    relation: 'same',
    path: [],
    ...(kind === 'deployment'
      ? { severity: 'blocking', because: `It would be deployed before ${lateName} has begun.` }
      : { severity: 'serious', because: `${earlyName} would begin on what ${lateName} can still change.` }),
  };
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  if (release === undefined || !isAhead(release)) return [];
  const steps = stepsOf(view, release);
  const firsts = MILESTONE_ORDER.flatMap((_, rank) => firstOf(steps.filter((each) => each.rank === rank)) ?? []);
  return steps.flatMap((late) =>
    firsts
      .filter((first) => first.rank > late.rank && first.side.span.start < late.side.span.start)
      .map((first) => conflictOf(view, late, first)),
  );
}

/**
 * A milestone that begins after the first of a kind that comes later: cut-off, code freeze, integration, UAT, go/no-go,
 * deployment, hypercare. Those that begin together are in order. One conflict for each milestone and later kind.
 */
export const milestoneOrder: Rule = { name: KIND, over: 'releases', find, touched: datedReleasesOf };
