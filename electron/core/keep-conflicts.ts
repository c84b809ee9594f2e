import { type ConflictIndex, createConflictIndex } from '../../shared/domain/conflicts/conflict-index.ts';
import type { Edit, PlanChange } from '../../shared/domain/conflicts/plan.ts';
import type { ReleaseId } from '../../shared/model/ids.ts';
import type { Change, DecisionKind } from '../../shared/model/journal.ts';
import type { Span } from '../../shared/model/span.ts';
import type { ConflictDesk } from './conflict-desk.ts';
import type { CoreContext } from './core-context.ts';
import { readDecision } from './db/decisions.ts';
import { milestonesOf } from './db/repositories/milestones.ts';
import { gatherPlan, planRule, unboardedOf } from './services/gather-plan.ts';

/** A day later more time lies within reach of the plan, so that all of it is looked at anew. */
const LASTS = 86_400_000;

/** What the whole scan stands on: after a change of these it is made anew. */
const STRUCTURE: ReadonlySet<DecisionKind> = new Set([
  'train',
  'environment',
  'service',
  'team',
  'person',
  'workspace',
]);

/** Decisions that a plan holds as they are. */
const PLAIN = ['release', 'milestone', 'booking', 'assignment', 'absence', 'override'] as const;

function plainEdit({ db }: CoreContext, { kind, id }: Change): Edit | null {
  const plain = PLAIN.find((one) => one === kind);
  if (plain === undefined) return null;
  // Each of these kinds is an edit of the same name, with the decision or nothing.
  return { kind: plain, id, to: readDecision(db, plain, id) ?? null } as Edit;
}

function editOf(core: CoreContext, change: Change, horizon: Span): Edit | null {
  if (change.kind !== 'schedule-rule') return plainEdit(core, change);
  const rule = readDecision(core.db, 'schedule-rule', change.id);
  return { kind: 'rule', id: change.id, to: rule === undefined ? null : planRule(rule, horizon) };
}

/** What waits to board, where it is not what the plan says: syncs and the clock change it without any decision. */
function unboardedEdits(core: CoreContext, index: ConflictIndex): PlanChange {
  const { release, train, unboarded } = index.view.tables;
  return [...release.values()].flatMap((one): Edit[] => {
    const milestones = milestonesOf(core.db, one.id as ReleaseId);
    const now = unboardedOf(core, one, { train: train.get(one.trainId)?.train, milestones });
    const isKnown = unboarded.get(one.id)?.count === now?.count;
    return isKnown ? [] : [{ kind: 'unboarded', id: one.id, to: now }];
  });
}

/** Keeps the conflicts of a core's plan; nothing is looked at before somebody asks. */
export function keepConflicts(coreOf: () => CoreContext): ConflictDesk {
  let index: ConflictIndex | null = null;
  let scannedAt = 0;

  function scan(core: CoreContext): ConflictIndex {
    scannedAt = core.env.now();
    return createConflictIndex(gatherPlan(core));
  }

  return {
    async read() {
      const core = coreOf();
      await core.holidays.ready();
      const now = core.env.now();
      if (index === null || now < scannedAt || now - scannedAt >= LASTS) {
        index = scan(core);
        return index;
      }
      index.apply([{ kind: 'now', to: now }, ...unboardedEdits(core, index)]);
      return index;
    },
    follow(changes) {
      const core = coreOf();
      if (index === null) return;
      if (changes.some(({ kind }) => STRUCTURE.has(kind))) {
        index = null;
        return;
      }
      const { horizon } = index.view.tables.fixed;
      const edits = changes.flatMap((change) => editOf(core, change, horizon) ?? []);
      if (edits.length > 0) index.apply(edits);
    },
  };
}
