import type { Instant } from '../../model/time.ts';
import type { MilestoneKind } from '../../model/train.ts';
import type { PlacedMilestone } from './place-milestones.ts';

/** The order in which kinds of milestone begin. An approval has a rule of its own, and `custom` no order. */
export const MILESTONE_ORDER: readonly MilestoneKind[] = [
  'scope-cut-off',
  'code-freeze',
  'integration',
  'uat',
  'go-no-go',
  'deployment',
  'hypercare',
];

/** Kinds that are over before the next begins; a freeze lasts through the deployment. */
const OVER_BEFORE: ReadonlySet<MilestoneKind> = new Set(['integration', 'uat']);

type Placed = Pick<PlacedMilestone, 'kind' | 'name' | 'startAt' | 'endAt'>;

interface Beginning {
  readonly rank: number;
  readonly at: Instant;
  readonly words: string;
}

function lateOf(stage: Placed, beginnings: readonly Beginning[]): string | null {
  const rank = MILESTONE_ORDER.indexOf(stage.kind);
  if (rank < 0) return null;
  const [next] = beginnings.filter((each) => each.rank > rank).sort((one, other) => one.at - other.at);
  if (next === undefined) return null;
  if (stage.startAt > next.at) return `“${stage.name}” begins after ${next.words}.`;
  const isOver = !OVER_BEFORE.has(stage.kind) || (stage.endAt ?? stage.startAt) <= next.at;
  return isOver ? null : `“${stage.name}” ends after ${next.words}.`;
}

/**
 * What comes too late among the stages of one release, a sentence each, in the order of the stages: a stage that begins
 * after one that follows it, tests that end after it, and whatever begins after the departure that it leads to. A null
 * departure is one of a train that is dated by hand.
 */
export function lateStages(stages: readonly Placed[], departsAt: Instant | null): readonly string[] {
  const departure = MILESTONE_ORDER.indexOf('deployment') + 0.5; // after the deployment begins, before the hypercare
  const beginnings: readonly Beginning[] = [
    ...stages.flatMap(({ kind, name, startAt }) => {
      const rank = MILESTONE_ORDER.indexOf(kind);
      return rank < 0 ? [] : [{ rank, at: startAt, words: `“${name}” begins` }];
    }),
    ...(departsAt === null ? [] : [{ rank: departure, at: departsAt, words: 'the departure' }]),
  ];
  return stages.flatMap((stage) => lateOf(stage, beginnings) ?? []);
}
