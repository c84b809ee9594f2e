import type { Conflict, ConflictSide } from '../../model/conflict.ts';
import type { Release } from '../../model/release.ts';
import { instant } from '../../model/time.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { conflictKey } from './key.ts';
import type { Rule } from './rule.ts';
import { quoted, sideOfDeployment, sideOfMilestone, thingOf } from './sides.ts';
import { datedReleasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'approval-after-gate';

type Gate = Extract<Conflict, { kind: typeof KIND }>['gate'];

function earliest(sides: readonly ConflictSide[]): ConflictSide | null {
  return sides.reduce<ConflictSide | null>(
    (best, each) => (best && best.span.start <= each.span.start ? best : each),
    null,
  );
}

/** The first of each kind of gate that a release has to pass. */
function gatesOf(view: PlanView, release: Release): readonly (readonly [Gate, ConflictSide])[] {
  const decisions = view.milestonesOf(release.id).filter(({ kind }) => kind === 'go-no-go');
  const decision = earliest(decisions.map((each) => sideOfMilestone(view, each)));
  const deployment = earliest(view.deploymentsOf(release.id).map(sideOfDeployment));
  return [
    ...(decision ? [['go-no-go', decision] as const] : []),
    ...(deployment ? [['deployment', deployment] as const] : []),
  ];
}

function conflictOf(view: PlanView, approval: ConflictSide, gate: Gate, side: ConflictSide): Conflict {
  const [approved, passed] = [quoted(approval.thing.name), quoted(side.thing.name)];
  return {
    kind: KIND,
    key: conflictKey(KIND, [approval.thing.id, gate]),
    sides: [approval, side],
    sideCount: 2,
    atLeast: false,
    at: { start: side.span.start, end: instant(Math.max(side.span.start, approval.span.end)) },
    rule: `${approved} must be over before ${passed} begins.`,
    resource: thingOf(view, 'release', approval.releaseId ?? ''),
    relation: 'same',
    path: [],
    ...(gate === 'deployment'
      ? { severity: 'blocking', because: 'It would be deployed before it is approved.' }
      : { severity: 'serious', because: 'The decision would be taken without the approval that it asks for.' }),
    gate,
  };
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  if (release === undefined || !isAhead(release)) return [];
  const gates = gatesOf(view, release);
  return view
    .milestonesOf(subject)
    .filter(({ kind }) => kind === 'cab')
    .map((each) => sideOfMilestone(view, each))
    .flatMap((approval) =>
      gates
        .filter(([, side]) => approval.span.end > side.span.start)
        .map(([gate, side]) => conflictOf(view, approval, gate, side)),
    );
}

/** An approval (CAB) that is not over when the first go/no-go, or the first deployment, of its release begins. */
export const approvalAfterGate: Rule = { name: KIND, over: 'releases', find, touched: datedReleasesOf };
