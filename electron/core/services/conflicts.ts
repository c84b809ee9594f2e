import type { ConflictList, PlannedMove } from '../../../shared/contract/conflicts.ts';
import { cheapestMoves, USUAL_SEARCH } from '../../../shared/domain/conflicts/cheapest-moves.ts';
import type { ConflictIndex } from '../../../shared/domain/conflicts/conflict-index.ts';
import { extentOf } from '../../../shared/domain/conflicts/extent.ts';
import { bookingsIn, editsOf as editsOfSteps } from '../../../shared/domain/conflicts/move-edits.ts';
import { moveSentence } from '../../../shared/domain/conflicts/move-sentence.ts';
import type { PlanChange } from '../../../shared/domain/conflicts/plan.ts';
import type { Along } from '../../../shared/domain/conflicts/release-bookings.ts';
import { withWaivers } from '../../../shared/domain/conflicts/waivers.ts';
import { changedWithAlong } from '../../../shared/domain/environments/booked-along.ts';
import type { Conflict, ConflictKind, MoveStep, WaivableConflict } from '../../../shared/model/conflict.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ReleaseId, WaiverId } from '../../../shared/model/ids.ts';
import type { Waiver } from '../../../shared/model/waiver.ts';
import type { CoreContext } from '../core-context.ts';
import { allEnvironments, bookingsCausedBy } from '../db/repositories/environments.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { allWaivers } from '../db/repositories/planning.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { decisionOf } from './decision-of.ts';
import { moveBooking } from './environments.ts';
import { assertAsFound, LOOK_AGAIN, thingsIn } from './moved-things.ts';
import { placedSpan } from './placed-span.ts';
import { departureOf, milestoneOf, milestonesIfMoved, releaseOf, trainOf } from './planning.ts';
import { bookingsMovedWith } from './release-bookings.ts';
import { moveMilestone, moveRelease } from './releases.ts';

type Nothing = Record<string, never>;

interface ListInput {
  readonly releaseId: ReleaseId | null;
  readonly kinds: readonly ConflictKind[] | null;
  readonly limit: number;
}

function isAbout(conflict: Conflict, { releaseId, kinds }: ListInput): boolean {
  if (kinds !== null && !kinds.includes(conflict.kind)) return false;
  return releaseId === null || conflict.sides.some((side) => side.releaseId === releaseId);
}

function countsOf(conflicts: readonly WaivableConflict[]): ConflictList['counts'] {
  const byKind = Map.groupBy(conflicts, ({ conflict }) => conflict.kind);
  return [...byKind]
    .map(([kind, all]) => ({ kind, count: all.length, waived: all.filter(({ waiver }) => waiver !== null).length }))
    .sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

async function list(core: CoreContext, input: ListInput): Promise<ConflictList> {
  const index = await core.conflicts.read();
  const at = core.env.now();
  const found = withWaivers(index.all(), allWaivers(core.db), at).filter(({ conflict }) => isAbout(conflict, input));
  const { start: from, end: until } = index.view.tables.fixed.horizon;
  return {
    conflicts: found.slice(0, input.limit),
    leftOut: Math.max(0, found.length - input.limit),
    counts: countsOf(found),
    unjudged: { ...index.unjudged(), from, until },
    unknownScope: [...index.unknownScope()],
    at,
  };
}

type PlannedOf<K extends PlannedMove['kind']> = Extract<PlannedMove, { kind: K }>;

/** A release at another time, with the milestones that would follow it and the bookings that would come along. */
function releaseEdits(core: CoreContext, move: PlannedOf<'release'>, { moved }: Along): PlanChange {
  const before = releaseOf(core.db, move.id);
  const departureTime = move.departureTime ?? before.departureTime;
  const after = { ...before, day: move.day, departureTime, ...departureOf(move.day, departureTime, before.zone) };
  const existing = milestonesOf(core.db, before.id);
  const milestones = milestonesIfMoved(trainOf(core.db, before.trainId), after, { existing, holidays: core.holidays });
  return [
    { kind: 'release', id: after.id, to: after },
    ...milestones.map((to) => ({ kind: 'milestone' as const, id: to.id, to })),
    ...moved.map((to) => ({ kind: 'booking' as const, id: to.id, to })),
  ];
}

function bookingEdits(core: CoreContext, move: PlannedOf<'booking'>): PlanChange {
  const before = decisionOf(core.db, 'booking', move.id);
  const { startLocal, endLocal } = move;
  const span = placedSpan({ startLocal, endLocal }, before.zone);
  const times = { startLocal, endLocal, startAt: span.startAt, endAt: span.endAt ?? span.startAt };
  const after = { ...before, ...times, environmentId: move.environmentId ?? before.environmentId };
  const along = bookingsCausedBy(core.db, before.id);
  return changedWithAlong({ before, after }, { along, environments: allEnvironments(core.db), now: core.env.now() });
}

/** What a move would change in the plan. */
function editsOf(core: CoreContext, move: PlannedMove, along: Along): PlanChange {
  if (move.kind === 'release') return releaseEdits(core, move, along);
  if (move.kind === 'booking') return bookingEdits(core, move);
  const before = milestoneOf(core.db, move.id);
  const to = { ...before, ...placedSpan(move, before.zone), pinned: true };
  return [{ kind: 'milestone', id: to.id, to }];
}

/** Only a release takes bookings of its own along. */
function alongOf(core: CoreContext, move: PlannedMove): Along {
  if (move.kind !== 'release') return { bookings: [], moved: [] };
  return bookingsMovedWith(releaseOf(core.db, move.id), move, { db: core.db, now: core.env.now() });
}

async function preview(core: CoreContext, move: PlannedMove) {
  const index = await core.conflicts.read();
  const along = alongOf(core, move);
  const { added, removed } = index.preview(editsOf(core, move, along));
  const bookings = { possible: along.bookings.length, moved: along.moved.length };
  return { added: [...added], removed: [...removed], bookings };
}

function gone(key: string): Failure {
  return new Failure('NOT_FOUND', 'This conflict is not there any more.', {
    where: key,
    remedy: 'The plan has changed: look at the list again.',
  });
}

function conflictOf(index: ConflictIndex, key: string): Conflict {
  const conflict = index.get(key);
  if (conflict === undefined) throw gone(key);
  return conflict;
}

async function waysOut(core: CoreContext, { key, most }: { readonly key: string; readonly most: number }) {
  const index = await core.conflicts.read();
  const conflict = conflictOf(index, key);
  return cheapestMoves(conflict, index, { ...USUAL_SEARCH, count: most });
}

/** Takes one step; bookings that have steps of their own go where those say. */
function takeStep(step: MoveStep, tools: CommandTools, moved: ReadonlySet<string>): void {
  switch (step.kind) {
    case 'release':
      // Bookings that come along have steps of their own.
      moveRelease({ ...step, id: step.releaseId, base: undefined, withBookings: false }, tools);
      break;
    case 'milestone':
      moveMilestone({ id: step.milestoneId, startLocal: step.startLocal, endLocal: step.endLocal }, tools);
      break;
    case 'booking':
      moveBooking({ ...step, id: step.bookingId, base: undefined }, tools, moved);
      break;
    case 'hand-over': {
      const assignment = decisionOf(tools.tx.db, 'assignment', step.assignmentId);
      const { id: personId } = decisionOf(tools.tx.db, 'person', step.personId);
      tools.tx.put('assignment', { ...assignment, personId });
      break;
    }
    case 'unassign':
      tools.tx.remove('assignment', decisionOf(tools.tx.db, 'assignment', step.assignmentId).id);
  }
}

interface WayOut {
  readonly key: string | null;
  readonly steps: readonly MoveStep[];
}

/** Refuses a way out that would not do any more what it was found for. */
function assertResolves(index: ConflictIndex, key: string, steps: readonly MoveStep[]): void {
  conflictOf(index, key);
  const change = editsOfSteps(index.view, steps);
  const { resolved, creates } = change === null ? { resolved: false, creates: false } : index.try(key, change);
  if (resolved && !creates) return;
  const why = creates ? 'would make another conflict' : 'no longer resolves it';
  throw new Failure('CONFLICT', `The plan has changed since: this way out ${why}.`, { where: key, remedy: LOOK_AGAIN });
}

/** Refuses moves that would make a conflict by now. */
function assertCreatesNone(index: ConflictIndex, steps: readonly MoveStep[]): void {
  const change = editsOfSteps(index.view, steps) ?? [];
  const [created] = index.preview(change).created;
  if (created === undefined) return;
  throw new Failure('CONFLICT', 'The plan has changed since: this would make another conflict.', {
    where: created.key,
    remedy: LOOK_AGAIN,
  });
}

function resolve(index: ConflictIndex, { key, steps }: WayOut, tools: CommandTools): Decision<Nothing> {
  assertAsFound(tools.tx.db, steps);
  if (key === null) assertCreatesNone(index, steps);
  else assertResolves(index, key, steps);
  const sentence = moveSentence(steps, thingsIn(tools.tx.db));
  for (const step of steps) takeStep(step, tools, bookingsIn(steps));
  return { output: {}, summary: key === null ? sentence : `Resolved a conflict: ${sentence}` };
}

function waive(
  index: ConflictIndex,
  input: Pick<Waiver, 'conflictKey' | 'reason' | 'until'>,
  { tx, newId, now, actor }: CommandTools,
): Decision<{ id: WaiverId }> {
  if (input.until <= now) {
    throw new Failure('BAD_INPUT', 'The waiver would have ended already.', {
      where: 'until',
      remedy: 'Choose a time that is still to come.',
    });
  }
  // What is accepted is what is broken now; ids made by newId are ids.
  const accepted = extentOf(conflictOf(index, input.conflictKey));
  const id = newId('waiver') as WaiverId;
  tx.put('waiver', { ...input, id, accepted, waivedBy: actor, waivedAt: now });
  return { output: { id }, summary: `Waived a conflict: ${input.reason}` };
}

/** What in the plan cannot hold together, and the ways out. */
export function conflictsService(os: Os, core: CoreContext) {
  return {
    list: os.conflicts.list.handler(({ input }) => list(core, input)),
    waysOut: os.conflicts.waysOut.handler(({ input }) => waysOut(core, input)),
    preview: os.conflicts.preview.handler(({ input }) => preview(core, input.move)),
    resolve: os.conflicts.resolve.handler(async (call) => {
      const index = await core.conflicts.read();
      return decide(core, (input: WayOut, tools) => resolve(index, input, tools))(call);
    }),
    waive: os.conflicts.waive.handler(async (call) => {
      const index = await core.conflicts.read();
      return decide(core, (input: Parameters<typeof waive>[1], tools) => waive(index, input, tools))(call);
    }),
    endWaiver: os.conflicts.endWaiver.handler(
      decide(core, ({ id }: { readonly id: WaiverId }, { tx }) => {
        const { reason } = decisionOf(tx.db, 'waiver', id);
        tx.remove('waiver', id);
        return { output: {}, summary: `Took a waiver back: ${reason}` };
      }),
    ),
  };
}
