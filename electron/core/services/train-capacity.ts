import { releaseAdherence } from '../../../shared/domain/adherence/release-adherence.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf, local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { bufferSize, type PastRelease } from '../../../shared/domain/capacity/buffers.ts';
import { cutOffs } from '../../../shared/domain/capacity/cut-offs.ts';
import { leadTimes } from '../../../shared/domain/capacity/lead-times.ts';
import { undoneNotice } from '../../../shared/domain/capacity/undone-notice.ts';
import type { BufferSize, TrainFrontier } from '../../../shared/model/forecast.ts';
import type { ReleaseId, ServiceId, TrainId } from '../../../shared/model/ids.ts';
import type { Clock } from '../../../shared/model/schedule-rule.ts';
import type { ClockTime, Zone } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { allServices } from '../db/repositories/catalogue.ts';
import { aboardWithProject, itemHistories } from '../db/repositories/item-histories.ts';
import type { ForecastJob } from '../forecast/forecast-job.ts';
import { tracksOf } from './adherence.ts';
import { releaseOf, trainOf, workingDaysOf } from './planning.ts';

const MIDNIGHT = '00:00' as ClockTime;

interface CutOffInput {
  readonly releaseId: ReleaseId;
  readonly weeks: number;
  readonly clock: Clock | null;
  readonly after: readonly { readonly name: string; readonly workingDays: number }[];
  readonly zones: readonly Zone[];
}

/** The cut-offs of a release, by how long the items of its train's projects took. Holidays must be ready. */
export function cutOffsOf(core: CoreContext, input: CutOffInput) {
  const release = releaseOf(core.db, input.releaseId);
  const train = trainOf(core.db, release.trainId);
  const now = core.env.now();
  const from = addDays(dayOf(now, train.zone), -7 * input.weeks);
  const since = toInstant(local(from, MIDNIGHT), train.zone);
  const items = train.projects.flatMap((project) => itemHistories(core.db, project, since));
  const created = items.map(({ createdAt }) => dayOf(createdAt, train.zone)).sort();
  const days = workingDaysOf(core.holidays, train.calendar, { from: created[0] ?? from, to: release.day });
  const classes = leadTimes(items, { zone: train.zone, days });
  const found = cutOffs({
    departure: { day: release.day, time: release.departureTime, at: release.departsAt },
    days,
    clock: input.clock ?? { by: 'zone', zone: train.zone },
    classes,
    after: input.after,
    now,
    zones: input.zones.length === 0 ? [train.zone] : input.zones,
  });
  return { classes: [...classes], ...found };
}

/** The buffer that a train's own history asks for: slips against the day that was published first. Holidays must be ready. */
export function bufferOf(core: CoreContext, trainId: TrainId): BufferSize {
  const train = trainOf(core.db, trainId);
  const { tracks } = tracksOf(core, trainId);
  const today = dayOf(core.env.now(), train.zone);
  const said = tracks.flatMap(({ versions }) => versions.map(({ day }) => day)).sort();
  const days = workingDaysOf(core.holidays, train.calendar, { from: said[0] ?? today, to: said.at(-1) ?? today });
  const releases = tracks.flatMap((track): readonly PastRelease[] => {
    const one = releaseAdherence(track, { baseline: { by: 'first-published' }, today, days });
    if (one.outcome !== 'measured') return [];
    return [{ name: one.name, promised: one.baseline.day, actual: one.actual.day }];
  });
  return bufferSize(releases, days);
}

interface SizeInput {
  readonly releaseId: ReleaseId;
  readonly failurePerItem: number;
  readonly beta: number;
  readonly mostTrains: number;
}

/** A release's scope split over several trains, with what was left out of it. */
export async function trainSizeOf(core: CoreContext, input: SizeInput, signal?: AbortSignal): Promise<TrainFrontier> {
  const { items, undone } = aboardWithProject(core.db, releaseOf(core.db, input.releaseId).id);
  const frontier = await core.forecasts.run(trainSizeJob(core, input), signal);
  return { ...frontier, notices: [...frontier.notices, ...undoneNotice(undone, items.length + undone)] };
}

/** The work of finding what splitting a release's scope over several trains would do to the risk of each. */
export function trainSizeJob(
  core: CoreContext,
  input: SizeInput,
): Extract<ForecastJob, { readonly type: 'train-size' }> {
  const release = releaseOf(core.db, input.releaseId);
  const services = allServices(core.db);
  const shipped: readonly ServiceId[] = trainOf(core.db, release.trainId).services;
  const items = aboardWithProject(core.db, release.id).items.map(({ id, connectionId, projectKey }) => {
    const own = services.filter(({ projects }) =>
      projects.some((project) => project.connectionId === connectionId && project.key === projectKey),
    );
    const touched = own.length > 0 ? own.map((service) => service.id) : shipped;
    return { id, failure: input.failurePerItem, services: touched, dependsOn: [] };
  });
  return { type: 'train-size', question: { items, beta: input.beta }, mostTrains: input.mostTrains };
}
