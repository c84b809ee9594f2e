import type { PlannedRelease, TrainSummary } from '../../../shared/contract/trains.ts';
import { addDays, daysBetween } from '../../../shared/domain/calendar/days.ts';
import { plannedReleases } from '../../../shared/domain/calendar/planned-releases.ts';
import { daysWords } from '../../../shared/domain/calendar/time-words.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train, TrainPlan } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { canonicalJson } from '../db/canonical.ts';
import { listTrainHistory } from '../db/repositories/journal-list.ts';
import { baselinesOfTrain, planObservations } from '../db/repositories/plan-history.ts';
import {
  countReleases,
  nextRelease,
  occurrencesOf,
  openReleasesOfTrain,
  releasesOfTrain,
} from '../db/repositories/releases.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { mergedOver } from './changed-meanwhile.ts';
import { departureOf, followStages, removeRelease, trainOf, workingDaysOf } from './planning.ts';
import { assertPlanHolds, refuse } from './train-plan.ts';

interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

function listTrains({ db, env }: CoreContext): TrainSummary[] {
  const now = env.now();
  return allTrains(db).map((train) => {
    const next = nextRelease(db, train.id, { now, yesterday: addDays(dayOf(now, train.zone), -1) });
    return { train, releaseCount: countReleases(db, train.id), next: next ?? null };
  });
}

/** Nobody plans further ahead at once; each year costs its holidays. */
const LONGEST_RANGE_YEARS = 10;

function assertShort({ from, to }: DayRange): void {
  if (daysBetween(from, to) <= LONGEST_RANGE_YEARS * 366) return;
  refuse(
    'to',
    `From ${daysWords(from, to)} is longer than ${LONGEST_RANGE_YEARS} years.`,
    'Choose a shorter time; the releases after it can be created later.',
  );
}

function planned(core: CoreContext, train: Train, range: DayRange): readonly PlannedRelease[] {
  assertShort(range);
  const days = workingDaysOf(core.holidays, train.calendar, range);
  return plannedReleases(train, { ...range, days, existing: occurrencesOf(core.db, train.id) });
}

function createTrain(plan: TrainPlan, { tx, newId, core }: CommandTools): Decision<{ id: TrainId }> {
  assertPlanHolds(plan, core.holidays);
  // Ids made by newId are ids.
  const id = newId('train') as TrainId;
  tx.put('train', { ...plan, id, archived: false, source: null });
  return { output: { id }, summary: `Created train “${plan.name}”` };
}

const partNames: Readonly<Partial<Record<keyof Train, string>>> = {
  calendar: 'working days',
  releaseName: 'release names',
  projects: 'linked projects',
  bufferDays: 'buffer',
  boarding: 'boarding rules',
};

/** Which parts of a train differ, for the line of the journal: `: cadence, stages`; empty where none does. */
function changedParts(before: Train, after: Train): string {
  const names = Object.keys(after) as (keyof Train)[]; // a train's own fields
  const changed = names.filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
  return changed.length === 0 ? '' : `: ${changed.map((name) => partNames[name] ?? name).join(', ')}`;
}

function updateTrain(
  { id, plan, base }: { readonly id: TrainId; readonly plan: TrainPlan; readonly base?: TrainPlan | undefined },
  tools: CommandTools,
): Decision<{ milestonesMoved: number }> {
  const before = trainOf(tools.tx.db, id);
  const train = mergedOver<Train>(before, { wanted: plan, base }, `train “${before.name}”`);
  assertPlanHolds(train, tools.core.holidays);
  tools.tx.put('train', train);
  const open = openReleasesOfTrain(tools.tx.db, id);
  const milestonesMoved = open.reduce((sum, release) => sum + followStages(train, release, tools), 0);
  return { output: { milestonesMoved }, summary: `Changed train “${train.name}”${changedParts(before, train)}` };
}

function releaseFor(train: Train, plan: PlannedRelease, newId: CommandTools['newId']): Release {
  const departureTime = train.cadence?.departureTime;
  if (departureTime === undefined) throw new Error('a planned release has a cadence');
  return {
    // Ids made by newId are ids.
    id: newId('release') as ReleaseId,
    trainId: train.id,
    name: plan.name,
    day: plan.day,
    departureTime,
    zone: train.zone,
    ...departureOf(plan.day, departureTime, train.zone),
    state: 'planned',
    occurrence: plan.occurrence,
    skippedStages: [],
    versions: [],
    notes: '',
  };
}

function generate(
  { id, from, to }: DayRange & { readonly id: TrainId },
  tools: CommandTools,
): Decision<{ created: ReleaseId[] }> {
  const train = trainOf(tools.tx.db, id);
  if (train.cadence === null)
    refuse('cadence', `The train “${train.name}” has no cadence.`, 'Give it one, or add releases by hand.');
  if (to < from) refuse('to', 'The last day lies before the first.', 'Exchange them.');
  const missing = planned(tools.core, train, { from, to }).filter((one) => !one.exists);
  if (missing.length > 1_000) {
    refuse(
      'to',
      `That would create ${missing.length} releases; at most 1000 are created at once.`,
      'Choose fewer days.',
    );
  }
  const created = missing.map((plan) => {
    const release = releaseFor(train, plan, tools.newId);
    tools.tx.put('release', release);
    followStages(train, release, tools);
    return release.id;
  });
  const many = created.length === 1 ? '1 release' : `${created.length} releases`;
  return { output: { created }, summary: `Generated ${many} of “${train.name}”, ${daysWords(from, to)}` };
}

/** What was kept about the plan of a train goes with it; the journal stays. */
function removeHistory(id: TrainId, { tx }: CommandTools): void {
  for (const baseline of baselinesOfTrain(tx.db, id)) tx.remove('baseline', baseline.id);
  for (const observation of planObservations(tx.db, id)) tx.remove('plan-observation', observation.id);
}

function removeTrain({ id }: { readonly id: TrainId }, tools: CommandTools): Decision<Record<string, never>> {
  const train = trainOf(tools.tx.db, id);
  for (const release of releasesOfTrain(tools.tx.db, id)) removeRelease(release, tools);
  removeHistory(id, tools);
  tools.tx.remove('train', id);
  return { output: {}, summary: `Removed train “${train.name}”` };
}

/** Trains: their plans, and the releases that their cadence gives. */
export function trainsService(os: Os, core: CoreContext) {
  return {
    list: os.trains.list.handler(() => listTrains(core)),
    get: os.trains.get.handler(({ input }) => trainOf(core.db, input.id)),
    history: os.trains.history.handler(({ input }) => listTrainHistory(core.db, input.id)),
    create: os.trains.create.handler(decide(core, createTrain)),
    update: os.trains.update.handler(decide(core, updateTrain)),
    archive: os.trains.archive.handler(
      decide(core, ({ id, archived }, { tx }) => {
        const train = trainOf(tx.db, id);
        tx.put('train', { ...train, archived });
        return { output: {}, summary: `${archived ? 'Archived' : 'Brought back'} train “${train.name}”` };
      }),
    ),
    remove: os.trains.remove.handler(decide(core, removeTrain)),
    preview: os.trains.preview.handler(async ({ input }) => {
      await core.holidays.ready();
      return [...planned(core, trainOf(core.db, input.id), input)];
    }),
    generate: os.trains.generate.handler(decide(core, generate)),
  };
}
