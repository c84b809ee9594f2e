import { isAhead } from '../../shared/domain/calendar/release-ahead.ts';
import { type ConflictIndex, createConflictIndex } from '../../shared/domain/conflicts/conflict-index.ts';
import { hullOf } from '../../shared/domain/conflicts/deployments.ts';
import type { Edit, PlanChange } from '../../shared/domain/conflicts/plan.ts';
import { releasesOf } from '../../shared/domain/conflicts/subjects.ts';
import type { PlanView } from '../../shared/domain/conflicts/view.ts';
import type { SpanSet } from '../../shared/domain/freezes/spans.ts';
import type { ReleaseId } from '../../shared/model/ids.ts';
import type { Change, DecisionKind } from '../../shared/model/journal.ts';
import type { ConflictDesk } from './conflict-desk.ts';
import type { CoreContext } from './core-context.ts';
import { readDecision } from './db/decisions.ts';
import { milestonesOf } from './db/repositories/milestones.ts';
import { gatherPlan, planRule, unboardedOf } from './services/gather-plan.ts';
import { isInReach, settledReach } from './services/gather-releases.ts';

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
const PLAIN = ['milestone', 'booking', 'assignment', 'absence', 'override'] as const;

type Changed = Pick<Change, 'kind' | 'id'>;

function plainEdit({ db }: CoreContext, { kind, id }: Changed): Edit | null {
  const plain = PLAIN.find((one) => one === kind);
  if (plain === undefined) return null;
  // Each of these kinds is an edit of the same name, with the decision or nothing.
  return { kind: plain, id, to: readDecision(db, plain, id) ?? null } as Edit;
}

/** A release as a plan holds it: of an archived train only what departed or was cancelled. */
function releaseEdit({ db }: CoreContext, id: string, { tables }: PlanView): Edit {
  const release = readDecision(db, 'release', id) ?? null;
  const isHeld = release !== null && (tables.train.has(release.trainId) || !isAhead(release));
  return { kind: 'release', id, to: isHeld ? release : null };
}

function editOf(core: CoreContext, { kind, id }: Changed, view: PlanView): Edit | null {
  if (kind === 'release') return releaseEdit(core, id, view);
  if (kind !== 'schedule-rule') return plainEdit(core, { kind, id });
  const rule = readDecision(core.db, 'schedule-rule', id);
  return { kind: 'rule', id, to: rule === undefined ? null : planRule(rule, view.tables.fixed.horizon) };
}

/** A release that the plan does not hold, with its milestones: it was not gathered, or it is new. */
function unknownRelease(core: CoreContext, id: string, view: PlanView): PlanChange {
  if (view.tables.release.has(id)) return [];
  const edit = releaseEdit(core, id, view);
  if (edit.to === null) return [];
  const milestones = milestonesOf(core.db, id as ReleaseId);
  return [edit, ...milestones.map((each): Edit => ({ kind: 'milestone', id: each.id, to: each }))];
}

function nameOf(edit: Edit): string {
  return `${edit.kind} ${'id' in edit ? edit.id : ''}`;
}

/** What changes make of a plan; what belongs to a release that it does not hold brings that along. */
function editsOf(core: CoreContext, changes: readonly Changed[], view: PlanView): PlanChange {
  const edits = changes.flatMap((change) => editOf(core, change, view) ?? []);
  const releases = new Set(edits.flatMap((edit) => releasesOf(view, edit)));
  const along = [...releases].flatMap((id) => unknownRelease(core, id, view));
  const made = new Set(edits.map(nameOf));
  return [...edits, ...along.filter((edit) => !made.has(nameOf(edit)))];
}

/** Whether all is gathered that the open releases among the edited ones may have waited for. */
function areInReach(view: PlanView, edits: PlanChange, reach: SpanSet): boolean {
  return edits
    .flatMap((edit) => releasesOf(view, edit))
    .every((id) => {
      const release = view.tables.release.get(id);
      return !release || !isAhead(release) || isInReach(reach, hullOf(view.deploymentsOf(id)).start);
    });
}

/** What waits to board, where it is not what the plan says: syncs and the clock change it without any decision. */
function unboardedEdits(core: CoreContext, index: ConflictIndex): PlanChange {
  const { release, train, unboarded } = index.view.tables;
  return [...release.values()].filter(isAhead).flatMap((one): Edit[] => {
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
  let reach: SpanSet = [];

  function scan(core: CoreContext): ConflictIndex {
    scannedAt = core.env.now();
    const plan = gatherPlan(core);
    reach = settledReach(plan.now, plan);
    return createConflictIndex(plan);
  }

  /** Takes changes over; false where the plan must be looked at anew. */
  function follows(core: CoreContext, kept: ConflictIndex, changes: readonly Change[]): boolean {
    if (changes.some(({ kind }) => STRUCTURE.has(kind))) return false;
    const edits = editsOf(core, changes, kept.view);
    if (edits.length === 0) return true;
    kept.apply(edits);
    return areInReach(kept.view, edits, reach);
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
      if (index === null) return;
      const core = coreOf();
      try {
        if (!follows(core, index, changes)) index = null;
      } catch (error) {
        // What was decided is kept, whatever is wrong here; the next question looks at the plan anew.
        core.log.error({ err: error }, 'conflicts could not follow a decision');
        index = null;
      }
    },
  };
}
