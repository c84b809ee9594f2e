import type { PlanRow } from '../../../shared/contract/exchange.ts';
import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { dayWords } from '../../../shared/domain/calendar/time-words.ts';
import { clockOfLocal, local } from '../../../shared/domain/calendar/zoned-time.ts';
import {
  compareMilestone,
  compareRelease,
  daysOfMilestone,
  doubledReleases,
} from '../../../shared/domain/exchange/compare-plan.ts';
import { importWords } from '../../../shared/domain/exchange/import-words.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { MilestoneId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { ImportedMilestone, ImportedPlan, ImportedRelease } from '../../../shared/model/imported-plan.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ClockTime, Day, Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { sha256 } from '../db/canonical.ts';
import type { ReadDb } from '../db/database.ts';
import { type ImportedImages, importedImages } from '../db/repositories/imported.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { releasesById, releasesOfTrain } from '../db/repositories/releases.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { keepApprovedPlan } from './approved-baseline.ts';
import { LONGEST_SPAN_DAYS, placedSpan } from './placed-span.ts';
import { departureOf, followStages } from './planning.ts';

/** A plan as it comes over the wire. */
export type PlanFile = ImportedPlan & { readonly overHand: boolean };

/** Files give days: noon stands for the day. */
const NOON = '12:00' as ClockTime;
const MORNING = '09:00' as ClockTime;

/** An id that the same thing of the same source always gets, so that it is known again and never doubled. */
function idFrom(kind: 'train' | 'release' | 'milestone', ...parts: readonly string[]): string {
  return `${kind}-${sha256(JSON.stringify(parts)).slice(0, 32)}`;
}

/** What is here already, found by what a file says. */
interface Known {
  readonly images: ImportedImages;
  readonly trainOf: (name: string) => Train | undefined;
  readonly releaseOf: (wanted: ImportedRelease) => Release | undefined;
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

function knownIn(db: ReadDb, { source, releases }: PlanFile): Known {
  const idsOf = ({ uid }: ImportedRelease) => [idFrom('release', source, uid), uid];
  // What one row knows by its id, here or in an earlier file, no other takes by its name: that may have gone to another.
  const owned = new Map(releasesById(db, releases.flatMap(idsOf)).map((one) => [one.id as string, one] as const));
  const images = importedImages(db, source);
  const earlier = new Set<string>([...images.said.keys()].map((uid) => idFrom('release', source, uid)));
  const isOwned = (id: string) => owned.has(id) || earlier.has(id);
  const trains = allTrains(db);
  const byId = new Map<string, Train>(trains.map((train) => [train.id, train]));
  const byName = new Map(trains.toReversed().map((train) => [fold(train.name), train] as const));
  const trainOf = (name: string) => byId.get(idFrom('train', source, fold(name))) ?? byName.get(fold(name));
  const ofTrain = new Map<TrainId, ReadonlyMap<string, Release>>();
  function named(train: Train): ReadonlyMap<string, Release> {
    const found =
      ofTrain.get(train.id) ??
      new Map(
        releasesOfTrain(db, train.id)
          .toReversed()
          .map((one) => [fold(one.name), one] as const),
      );
    ofTrain.set(train.id, found);
    return found;
  }
  return {
    images,
    trainOf,
    releaseOf: (wanted) => {
      const found = idsOf(wanted).map((id) => owned.get(id));
      const home = trainOf(wanted.train);
      const namesake = home === undefined ? undefined : named(home).get(fold(wanted.name));
      return found.find((one) => one !== undefined) ?? (isOwned(namesake?.id ?? '') ? undefined : namesake);
    },
  };
}

/** What would become of one milestone: the milestone as it would be, and what to say of it. */
interface MilestoneStep {
  readonly after: Milestone | null;
  readonly changed: readonly string[];
  readonly kept: readonly string[];
}

/** A span that is longer than a milestone may be stands as the day on which it begins. */
function endWithin({ start, end }: Pick<ImportedMilestone, 'start' | 'end'>): Day | null {
  return end === null || end <= start || daysBetween(start, end) > LONGEST_SPAN_DAYS ? null : end;
}

function placed(wanted: ImportedMilestone, zone: Zone, times: readonly [ClockTime, ClockTime]) {
  const end = endWithin(wanted);
  const span = { startLocal: local(wanted.start, times[0]), endLocal: end === null ? null : local(end, times[1]) };
  return placedSpan(span, zone);
}

interface MilestoneTerms {
  readonly release: Pick<Release, 'id' | 'zone'>;
  readonly existing: readonly Milestone[];
  readonly images: ImportedImages;
  /** What the last import said of the release. */
  readonly lastSaid: ImportedRelease | undefined;
  readonly overHand: boolean;
}

function milestoneStep(wanted: ImportedMilestone, terms: MilestoneTerms): MilestoneStep {
  const { release, existing, images, lastSaid, overHand } = terms;
  // Ids of the kind are made by idFrom alone.
  const id = idFrom('milestone', release.id, wanted.uid) as MilestoneId;
  const before = existing.find((one) => one.id === id) ?? existing.find((one) => fold(one.name) === fold(wanted.name));
  const asked = { ...wanted, end: endWithin(wanted) };
  if (before === undefined) {
    const { kind, name } = wanted;
    const span = placed(wanted, release.zone, [NOON, NOON]);
    const after = { id, releaseId: release.id, stageKey: null, kind, name, ...span, zone: release.zone, pinned: true };
    return { after, changed: [`${name}: ${dayWords(wanted.start)} is new`], kept: [] };
  }
  const image = images.milestones.get(before.id);
  const base = image?.startLocal === undefined ? undefined : daysOfMilestone({ ...before, ...image });
  const last = lastSaid?.milestones.find(({ uid }) => uid === wanted.uid);
  const comparison = { base, lastSaid: last && { start: last.start, end: endWithin(last) }, overHand };
  const { changes, changed, kept } = compareMilestone(daysOfMilestone(before), asked, comparison);
  if (changes.start === undefined) return { after: null, changed, kept };
  const times = [before.startLocal, before.endLocal ?? local(asked.start, NOON)].map(clockOfLocal);
  const span = placed(asked, before.zone, [times[0] ?? NOON, times[1] ?? NOON]);
  return { after: { ...before, ...span, pinned: true }, changed, kept };
}

function problemRow(wanted: ImportedRelease, message: string, remedy: string): PlanRow {
  const { uid, line, train, name, day } = wanted;
  const none = { releaseId: null, changed: [], kept: [] };
  return { uid, line, train, name, day, ...none, state: 'problem', problem: { message, remedy } };
}

function rowOf(db: ReadDb, wanted: ImportedRelease, known: Known, file: PlanFile): PlanRow {
  const { uid, line, train, name, day } = wanted;
  const shown = { uid, line, train, name, day, problem: null };
  const before = known.releaseOf(wanted);
  if (before === undefined) return { ...shown, releaseId: null, state: 'new', changed: [], kept: [] };
  const { images } = known;
  const { overHand } = file;
  const lastSaid = images.said.get(uid);
  const release = compareRelease(before, wanted, { base: images.releases.get(before.id), lastSaid, overHand });
  const terms = { release: before, existing: milestonesOf(db, before.id), images, lastSaid, overHand };
  const steps = wanted.milestones.map((one) => milestoneStep(one, terms));
  const changed = [...release.changed, ...steps.flatMap((step) => step.changed)];
  const kept = [...release.kept, ...steps.flatMap((step) => step.kept)];
  return { ...shown, releaseId: before.id, state: changed.length === 0 ? 'same' : 'changed', changed, kept };
}

/** Shows what importing a plan would do, release by release, in the order of the file. */
export function previewPlan(db: ReadDb, file: PlanFile) {
  const known = knownIn(db, file);
  const doubled = doubledReleases(file.releases);
  const met = new Map<ReleaseId, string>();
  const rows = file.releases.map((wanted) => {
    const twin = doubled.get(wanted);
    if (twin !== undefined)
      return problemRow(wanted, `It is in the file twice, first at ${twin}.`, 'Keep one of the two.');
    const row = rowOf(db, wanted, known, file);
    const earlier = row.releaseId === null ? undefined : met.get(row.releaseId);
    if (earlier !== undefined)
      return problemRow(wanted, `It is the same release as “${earlier}”.`, 'Keep one of the two.');
    if (row.releaseId !== null) met.set(row.releaseId, row.name);
    return row;
  });
  const made = file.releases.filter(({ train }) => known.trainOf(train) === undefined).map(({ train }) => train);
  const newTrains = [...new Map(made.map((name) => [fold(name), name])).values()];
  const missing = [...known.images.ofSource].filter((id) => !met.has(id as ReleaseId));
  const gone = releasesById(db, missing).map(({ id, name }) => ({ id, name }));
  return { rows, newTrains, gone };
}

/** What each step of an import needs. */
interface Job {
  readonly file: PlanFile;
  readonly known: Known;
  readonly tools: CommandTools;
}

function newTrain(name: string, { file, tools: { tx } }: Job): Train {
  const train: Train = {
    // Ids of the kind are made by idFrom alone.
    id: idFrom('train', file.source, fold(name)) as TrainId,
    name,
    owner: '',
    zone: file.zone ?? readWorkspace(tx.db).zone,
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] },
    cadence: null,
    releaseName: `${name.replaceAll(/[{}]/g, '')} {n}`,
    stages: [],
    projects: [],
    services: [],
    teams: [],
    bufferDays: 0,
    boarding: [],
    notes: '',
    archived: false,
    source: file.attribution,
  };
  tx.put('train', train);
  return train;
}

function addRelease(wanted: ImportedRelease, train: Train, { file, tools }: Job): Release {
  const time = wanted.time ?? (file.zone === null ? (train.cadence?.departureTime ?? MORNING) : NOON);
  const departure = departureOf(wanted.day, time, train.zone);
  const release: Release = {
    // Ids of the kind are made by idFrom alone.
    id: idFrom('release', file.source, wanted.uid) as ReleaseId,
    trainId: train.id,
    name: wanted.name,
    day: wanted.day,
    departureTime: time,
    zone: train.zone,
    ...departure,
    // What a plan has on a day that is over has most likely departed; otherwise all of it would be late.
    state: wanted.state ?? (departure.departsAt <= tools.now ? 'departed' : 'planned'),
    occurrence: null,
    skippedStages: [],
    versions: [],
    notes: wanted.notes ?? '',
  };
  tools.tx.put('release', release);
  followStages(train, release, tools);
  return release;
}

function changeRelease(wanted: ImportedRelease, before: Release, { file, known, tools }: Job): Release {
  const { releases, said } = known.images;
  const terms = { base: releases.get(before.id), lastSaid: said.get(wanted.uid), overHand: file.overHand };
  const { changes } = compareRelease(before, wanted, terms);
  if (Object.keys(changes).length === 0) return before;
  const after = { ...before, ...changes };
  const release = { ...after, ...departureOf(after.day, after.departureTime, after.zone) };
  tools.tx.put('release', release);
  keepApprovedPlan(before, release, tools);
  const train = allTrains(tools.tx.db).find(({ id }) => id === release.trainId);
  if (train !== undefined && before.day !== release.day) followStages(train, release, tools);
  return release;
}

function writeMilestones(wanted: ImportedRelease, release: Release, { file, known, tools: { tx } }: Job): void {
  const existing = milestonesOf(tx.db, release.id);
  for (const milestone of wanted.milestones) {
    const { images } = known;
    const terms = { release, existing, images, lastSaid: images.said.get(wanted.uid), overHand: file.overHand };
    const { after } = milestoneStep(milestone, terms);
    if (after !== null) tx.put('milestone', after);
  }
}

/** Takes the accepted releases of a plan: one decision, one entry of the journal, one undo. */
export function importPlan(
  file: PlanFile & { readonly accepted: readonly string[] | null; readonly unread: number },
  tools: CommandTools,
): Decision<{ added: number; changed: number; trains: TrainId[] }> {
  const { rows } = previewPlan(tools.tx.db, file);
  const accepted = file.accepted === null ? null : new Set(file.accepted);
  const takeable = rows.filter(({ uid, state }) => (accepted?.has(uid) ?? true) && state !== 'problem');
  if (takeable.length === 0) {
    throw new Failure('BAD_INPUT', 'None of the accepted releases can be taken.', {
      where: 'accepted',
      remedy: 'Look at the preview again, and choose anew.',
    });
  }
  const job = { file, known: knownIn(tools.tx.db, file), tools };
  const trains = new Map<string, Train>();
  const counts = { added: 0, changed: 0 };
  for (const [index, wanted] of file.releases.entries()) {
    const state = rows[index]?.state;
    if (accepted?.has(wanted.uid) === false || (state !== 'new' && state !== 'changed')) continue;
    const key = fold(wanted.train);
    const before = job.known.releaseOf(wanted);
    const train = trains.get(key) ?? job.known.trainOf(wanted.train) ?? newTrain(wanted.train, job);
    trains.set(key, train);
    const release = before === undefined ? addRelease(wanted, train, job) : changeRelease(wanted, before, job);
    writeMilestones(wanted, release, job);
    counts[before === undefined ? 'added' : 'changed'] += 1;
  }
  const names = [...trains.values()].map(({ name }) => `“${name}”`);
  const into = names.length > 3 ? `${names.length} trains` : names.join(', ');
  const possible = rows.filter(({ state }) => state !== 'same').length;
  const leftOut = file.unread + possible - counts.added - counts.changed;
  const summary = `Imported into ${into}: ${importWords({ ...counts, leftOut })}`;
  return { output: { ...counts, trains: [...trains.values()].map(({ id }) => id) }, summary };
}
