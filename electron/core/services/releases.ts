import { dayOffWords } from '../../../shared/domain/calendar/day-off-words.ts';
import { dayWords, localsWords, localWords } from '../../../shared/domain/calendar/time-words.ts';
import { local, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { MilestoneId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ClockTime, Day } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { listHistory } from '../db/repositories/journal-list.ts';
import { releasesOfTrain } from '../db/repositories/releases.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { keepApprovedPlan } from './approved-baseline.ts';
import { assertNotMoved, mergedOver } from './changed-meanwhile.ts';
import { type LocalSpan, placedSpan } from './placed-span.ts';
import {
  departureOf,
  followStages,
  milestoneOf,
  releaseOf,
  removeRelease,
  titleOf,
  trainOf,
  workingDaysOf,
} from './planning.ts';
import { bookingsMovedWith } from './release-bookings.ts';
import { releaseDetail, scopeProcedures } from './scope.ts';
import { setVersions } from './service-versions.ts';

function addRelease(
  input: { readonly trainId: TrainId; readonly name: string; readonly day: Day },
  tools: CommandTools,
): Decision<{ id: ReleaseId }> {
  const train = trainOf(tools.tx.db, input.trainId);
  const departureTime = train.cadence?.departureTime ?? ('09:00' as ClockTime);
  // Ids made by newId are ids.
  const id = tools.newId('release') as ReleaseId;
  const when = { day: input.day, departureTime, zone: train.zone };
  const release: Release = {
    id,
    trainId: train.id,
    name: input.name,
    ...when,
    ...departureOf(when.day, when.departureTime, when.zone),
    state: 'planned',
    occurrence: null,
    skippedStages: [],
    versions: [],
    notes: '',
  };
  tools.tx.put('release', release);
  followStages(train, release, tools);
  return { output: { id }, summary: `Added release “${titleOf(tools.tx.db, release)}” on ${dayWords(release.day)}` };
}

interface ReleaseChange {
  readonly id: ReleaseId;
  readonly name?: string | undefined;
  readonly state?: Release['state'] | undefined;
  readonly notes?: string | undefined;
  readonly base?: { readonly [Field in 'name' | 'state' | 'notes']?: Release[Field] | undefined } | undefined;
}

function describeChange(before: Release, after: Release, { tx }: CommandTools): string {
  const title = titleOf(tx.db, after);
  if (before.state !== after.state) return `Release “${title}” is now ${after.state}`;
  if (before.name !== after.name) return `Renamed release “${titleOf(tx.db, before)}” to “${after.name}”`;
  return `Changed the notes of release “${title}”`;
}

function updateRelease(input: ReleaseChange, tools: CommandTools): Decision<Record<string, never>> {
  const before = releaseOf(tools.tx.db, input.id);
  const { id: _id, base, ...wanted } = input;
  const after = mergedOver<Release>(before, { wanted, base }, `release “${titleOf(tools.tx.db, before)}”`);
  tools.tx.put('release', after);
  keepApprovedPlan(before, after, tools);
  return { output: {}, summary: describeChange(before, after, tools) };
}

/** From where to where: the times are told where the day alone does not tell them apart. */
function moveWords(before: Release, after: Release): string {
  if (before.day !== after.day) return `from ${dayWords(before.day)} to ${dayWords(after.day)}`;
  return `on ${dayWords(after.day)} from ${before.departureTime} to ${after.departureTime}`;
}

/** Moves a release to another day; its milestones follow, except those moved by hand, and bookings where they come along. */
export function moveRelease(
  input: {
    readonly id: ReleaseId;
    readonly day: Day;
    readonly departureTime?: ClockTime | undefined;
    readonly withBookings?: boolean | undefined;
    readonly base?: Pick<Release, 'departsAt'> | undefined;
  },
  tools: CommandTools,
): Decision<{ milestonesMoved: number; bookingsMoved: number }> {
  const before = releaseOf(tools.tx.db, input.id);
  const title = titleOf(tools.tx.db, before);
  assertNotMoved(before, input.base, `Release “${title}”`, localWords(local(before.day, before.departureTime)));
  const departureTime = input.departureTime ?? before.departureTime;
  const after = { ...before, day: input.day, departureTime, ...departureOf(input.day, departureTime, before.zone) };
  const { moved } = bookingsMovedWith(before, input, { db: tools.tx.db, now: tools.now });
  tools.tx.put('release', after);
  for (const booking of moved) tools.tx.put('booking', booking);
  const train = trainOf(tools.tx.db, after.trainId);
  const milestonesMoved = followStages(train, after, tools);
  const days = workingDaysOf(tools.core.holidays, train.calendar, { from: after.day, to: after.day });
  const off = dayOffWords(after.day, days);
  const remark = off === null || after.day === before.day ? '' : `, ${off}`;
  const along = moved.length === 0 ? '' : ` with ${moved.length === 1 ? '1 booking' : `${moved.length} bookings`}`;
  const summary = `Moved release “${title}”${along} ${moveWords(before, after)}${remark}`;
  return { output: { milestonesMoved, bookingsMoved: moved.length }, summary };
}

function addMilestone(
  input: LocalSpan & Pick<Milestone, 'releaseId' | 'kind' | 'name'>,
  { tx, newId }: CommandTools,
): Decision<{ id: MilestoneId }> {
  const release = releaseOf(tx.db, input.releaseId);
  const { zone } = release;
  // Ids made by newId are ids.
  const id = newId('milestone') as MilestoneId;
  const { releaseId, kind } = input;
  tx.put('milestone', {
    id,
    releaseId,
    stageKey: null,
    kind,
    name: input.name,
    ...placedSpan(input, zone),
    zone,
    pinned: true,
  });
  return { output: { id }, summary: `Added milestone “${input.name}” to “${titleOf(tx.db, release)}”` };
}

/** Where a milestone lies on its zone's clocks; what was typed may name a time that they skip. */
function spanText({ startAt, endAt, zone }: Pick<Milestone, 'startAt' | 'endAt' | 'zone'>): string {
  const [start, end] = [toLocal(startAt, zone), endAt === null ? null : toLocal(endAt, zone)];
  return end === null ? localWords(start) : localsWords(start, end);
}

/** Moves or resizes a milestone, which then stays there. */
export function moveMilestone(
  input: LocalSpan & {
    readonly id: MilestoneId;
    readonly base?: Pick<Milestone, 'startAt' | 'endAt'> | undefined;
  },
  { tx }: CommandTools,
): Decision<Record<string, never>> {
  const before = milestoneOf(tx.db, input.id);
  assertNotMoved(before, input.base, `Milestone “${before.name}”`, spanText(before));
  const after = { ...before, ...placedSpan(input, before.zone), pinned: true };
  tx.put('milestone', after);
  const title = titleOf(tx.db, releaseOf(tx.db, before.releaseId));
  return { output: {}, summary: `Moved milestone “${before.name}” of “${title}” to ${spanText(after)}` };
}

function unpinMilestone({ id }: { readonly id: MilestoneId }, tools: CommandTools): Decision<Record<string, never>> {
  const milestone = milestoneOf(tools.tx.db, id);
  const release = releaseOf(tools.tx.db, milestone.releaseId);
  if (milestone.stageKey === null) {
    throw new Failure('CONFLICT', `The milestone “${milestone.name}” was added by hand: there is no stage to follow.`, {
      where: `milestone ${id}`,
      remedy: 'Move it, or remove it.',
    });
  }
  tools.tx.put('milestone', { ...milestone, pinned: false });
  followStages(trainOf(tools.tx.db, release.trainId), release, tools);
  const title = titleOf(tools.tx.db, release);
  return { output: {}, summary: `Milestone “${milestone.name}” of “${title}” follows its train again` };
}

/** Releases: their dates, their milestones, what boards them and what happened to them. */
export function releasesService(os: Os, core: CoreContext) {
  return {
    ofTrain: os.releases.ofTrain.handler(({ input }) => releasesOfTrain(core.db, input.trainId)),
    get: os.releases.get.handler(({ input }) => releaseDetail(core, input.id)),
    history: os.releases.history.handler(({ input }) => listHistory(core.db, 'release', input.id)),
    add: os.releases.add.handler(decide(core, addRelease)),
    update: os.releases.update.handler(decide(core, updateRelease)),
    setVersions: os.releases.setVersions.handler(decide(core, setVersions)),
    move: os.releases.move.handler(decide(core, moveRelease)),
    remove: os.releases.remove.handler(
      decide(core, ({ id }: { readonly id: ReleaseId }, tools) => {
        const release = releaseOf(tools.tx.db, id);
        removeRelease(release, tools);
        return { output: {}, summary: `Removed release “${titleOf(tools.tx.db, release)}”` };
      }),
    ),
    addMilestone: os.releases.addMilestone.handler(decide(core, addMilestone)),
    moveMilestone: os.releases.moveMilestone.handler(decide(core, moveMilestone)),
    unpinMilestone: os.releases.unpinMilestone.handler(decide(core, unpinMilestone)),
    removeMilestone: os.releases.removeMilestone.handler(
      decide(core, ({ id }: { readonly id: MilestoneId }, { tx }) => {
        const milestone = milestoneOf(tx.db, id);
        const release = releaseOf(tx.db, milestone.releaseId);
        const { stageKey } = milestone;
        if (stageKey !== null) tx.put('release', { ...release, skippedStages: [...release.skippedStages, stageKey] });
        tx.remove('milestone', id);
        return { output: {}, summary: `Removed milestone “${milestone.name}” of “${titleOf(tx.db, release)}”` };
      }),
    ),
    ...scopeProcedures(os, core),
  };
}
