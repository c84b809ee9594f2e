import type { AdherenceReport, BaselineChoice } from '../../../shared/contract/adherence.ts';
import { controlChart } from '../../../shared/domain/adherence/control-chart.ts';
import { adherenceOf } from '../../../shared/domain/adherence/on-time.ts';
import { planTracks, type TracksRead } from '../../../shared/domain/adherence/plan-tracks.ts';
import { scopeChurn } from '../../../shared/domain/adherence/scope-churn.ts';
import { slipDistribution } from '../../../shared/domain/adherence/slip-distribution.ts';
import { rateSeries, slipSeries } from '../../../shared/domain/adherence/trend.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { AdherenceBaseline, AdherenceTerms, PlanTrack } from '../../../shared/model/adherence.ts';
import type { Baseline, PlanObservation } from '../../../shared/model/baseline.ts';
import type { BaselineId, PlanObservationId, TrainId } from '../../../shared/model/ids.ts';
import type { Day, Zone } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { readDecision } from '../db/decisions.ts';
import { journalHead } from '../db/journal.ts';
import { allBaselines, entriesTouching, planObservations } from '../db/repositories/plan-history.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { compareBaseline } from './baseline-compare.ts';
import { decisionOf } from './decision-of.ts';
import { trainOf, workingDaysOf } from './planning.ts';

type Nothing = Record<string, never>;

/** Monday to Friday, for a train that is gone. */
const USUAL_DAYS: WorkingDays = { workdays: [1, 2, 3, 4, 5], daysOff: new Map() };

function zoneOf({ db }: CoreContext, id: TrainId): Zone {
  return readDecision(db, 'train', id)?.zone ?? readWorkspace(db).zone;
}

/** Everything that was ever said of the dates of a train's releases, or of all. */
export function tracksOf(core: CoreContext, trainId: TrainId | null): TracksRead {
  const read = planTracks({
    entries: entriesTouching(core.db, ['release']),
    observations: planObservations(core.db, trainId),
    zoneOf: (id) => zoneOf(core, id),
  });
  if (trainId === null) return read;
  return { ...read, tracks: read.tracks.filter((track) => track.trainId === trainId) };
}

function baselineOf({ db }: CoreContext, choice: BaselineChoice): AdherenceBaseline {
  if (choice.by !== 'named') return { by: choice.by };
  const { id, name, trainId, seq, at } = decisionOf(db, 'baseline', choice.id);
  return { by: 'named', id, name, trainId, seq, at };
}

/** The first and last day that any of the tracks speaks of. */
function reachOf(tracks: readonly PlanTrack[], today: Day): Readonly<Record<'from' | 'to', Day>> {
  const days = tracks.flatMap(({ versions }) => versions.map(({ day }) => day));
  const sorted = [...days, today].sort();
  return { from: sorted[0] ?? today, to: sorted.at(-1) ?? today };
}

/** The working days of each train, looked up once. */
function calendars(core: CoreContext, tracks: readonly PlanTrack[], today: Day): (id: TrainId) => WorkingDays {
  const reach = reachOf(tracks, today);
  const known = new Map<TrainId, WorkingDays>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const train = readDecision(core.db, 'train', id);
    const days = train === undefined ? USUAL_DAYS : workingDaysOf(core.holidays, train.calendar, reach);
    known.set(id, days);
    return days;
  };
}

interface ReportInput extends Pick<AdherenceTerms, 'withinDays' | 'unit' | 'quarterBy'> {
  readonly trainId: TrainId | null;
  readonly baseline: BaselineChoice;
}

/** How releases kept to a baseline, with all that is drawn of it. */
export async function adherenceReport(core: CoreContext, input: ReportInput): Promise<AdherenceReport> {
  await core.holidays.ready();
  const { trainId, withinDays, unit, quarterBy } = input;
  const now = core.env.now();
  const today = dayOf(now, trainId === null ? readWorkspace(core.db).zone : trainOf(core.db, trainId).zone);
  const { tracks, unreadable } = tracksOf(core, trainId);
  const terms = { baseline: baselineOf(core, input.baseline), today, withinDays, unit, quarterBy };
  const adherence = adherenceOf(tracks, terms, calendars(core, tracks, today));
  const rates = rateSeries(adherence, withinDays === 0 ? 'exactRate' : 'withinRate');
  const scope = scopeChurn(entriesTouching(core.db, ['milestone', 'scope-item']), now);
  const releases = new Set(tracks.flatMap(({ releaseId }) => releaseId ?? []));
  return {
    adherence,
    distribution: slipDistribution(adherence.releases, unit),
    slips: controlChart(slipSeries(adherence.releases, unit)),
    rates: { chart: controlChart(rates.values), unmeasured: [...rates.unmeasured] },
    churn: scope.churn.filter(({ releaseId }) => releases.has(releaseId)),
    unreadable: unreadable.length + scope.unreadable.length,
  };
}

function addBaseline(
  input: Pick<Baseline, 'name' | 'how' | 'trainId'>,
  { tx, newId, now }: CommandTools,
): Decision<{ id: BaselineId }> {
  const of = input.trainId === null ? 'the whole plan' : `train “${trainOf(tx.db, input.trainId).name}”`;
  // Ids made by newId are ids.
  const id = newId('baseline') as BaselineId;
  tx.put('baseline', { ...input, id, seq: journalHead(tx.db).seq, at: now });
  return { output: { id }, summary: `Named baseline “${input.name}” of ${of}` };
}

function removeBaseline({ id }: { readonly id: BaselineId }, { tx }: CommandTools): Decision<Nothing> {
  const { name } = decisionOf(tx.db, 'baseline', id);
  tx.remove('baseline', id);
  return { output: {}, summary: `Removed baseline “${name}”` };
}

type Row = Pick<PlanObservation, 'releaseName' | 'day' | 'observedOn' | 'actual'>;

function keyOf({ releaseName, day, observedOn, actual }: Row): string {
  return JSON.stringify([releaseName, day, observedOn, actual]);
}

function importHistory(
  { trainId, source, rows }: { readonly trainId: TrainId; readonly source: string; readonly rows: readonly Row[] },
  { tx, newId }: CommandTools,
): Decision<{ added: number; known: number }> {
  const { name } = trainOf(tx.db, trainId);
  const known = new Set(planObservations(tx.db, trainId).map(keyOf));
  let added = 0;
  for (const row of rows) {
    const key = keyOf(row);
    if (known.has(key)) continue;
    known.add(key);
    added += 1;
    // Ids made by newId are ids.
    tx.put('plan-observation', { ...row, id: newId('plan-observation') as PlanObservationId, trainId, source });
  }
  const many = added === 1 ? '1 statement' : `${added} statements`;
  const summary = `Imported ${many} of the history of train “${name}” from ${source}`;
  return { output: { added, known: rows.length - added }, summary };
}

/** The versioned plan: baselines, and how releases kept to them. */
export function adherenceService(os: Os, core: CoreContext) {
  return {
    report: os.adherence.report.handler(({ input }) => adherenceReport(core, input)),
    tracks: os.adherence.tracks.handler(({ input }) => [...tracksOf(core, trainOf(core.db, input.trainId).id).tracks]),
    baselines: os.adherence.baselines.handler(() => allBaselines(core.db)),
    compare: os.adherence.compare.handler(({ input }) => compareBaseline(core, input.id)),
    addBaseline: os.adherence.addBaseline.handler(decide(core, addBaseline)),
    removeBaseline: os.adherence.removeBaseline.handler(decide(core, removeBaseline)),
    importHistory: os.adherence.importHistory.handler(decide(core, importHistory)),
  };
}
