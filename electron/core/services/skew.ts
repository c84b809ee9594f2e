import { addDays } from '../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import { DEFAULT_ASSUMPTIONS, deploymentsOf, hullOf } from '../../../shared/domain/conflicts/deployments.ts';
import { inPlannedOrder } from '../../../shared/domain/skew/chains.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Service } from '../../../shared/model/catalogue.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ReleaseId, ServiceId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ServiceVersion, Version } from '../../../shared/model/service-version.ts';
import type { Skew } from '../../../shared/model/skew.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { allServices } from '../db/repositories/catalogue.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { openReleases } from '../db/repositories/planning.ts';
import { departedWithVersions } from '../db/repositories/releases.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { Os } from '../middleware.ts';

/** A release as it is deployed, from its first deployment to its last. */
interface Deployed {
  readonly release: Release;
  readonly title: string;
  readonly span: Span;
}

/** What runs at the beginning of the range, and by whose word. */
interface Running {
  readonly version: Version;
  readonly by: 'departed' | 'planned' | 'people';
  readonly releaseId: ReleaseId | null;
}

type NowOf = ReadonlyMap<ServiceId, Running>;

function deployedOf(db: ReadDb, releases: readonly Release[]): readonly Deployed[] {
  const ids = releases.map(({ id }) => id);
  const milestones = Map.groupBy<ReleaseId, Milestone>(milestonesOfReleases(db, ids), ({ releaseId }) => releaseId);
  const trains = new Map<string, Train>(allTrains(db).map((train) => [train.id, train]));
  return releases.map((release) => ({
    release,
    title: releaseTitle(trains.get(release.trainId)?.name, release.name),
    span: hullOf(deploymentsOf(release, milestones.get(release.id) ?? [], DEFAULT_ASSUMPTIONS)),
  }));
}

/** People's word, over that what departed releases brought, and over that what open ones bring before the range: the last counts. */
function runningOf(services: readonly Service[], departed: readonly Deployed[], before: readonly Deployed[]): NowOf {
  const now = new Map<ServiceId, Running>();
  for (const { id, runs } of services) {
    if (runs !== null) now.set(id, { version: runs, by: 'people', releaseId: null });
  }
  for (const [by, all] of [['departed', departed] as const, ['planned', before] as const]) {
    for (const { release } of all) {
      for (const version of release.versions) now.set(version.serviceId, { version, by, releaseId: release.id });
    }
  }
  return now;
}

function namesIn({ worksWith }: Version): readonly ServiceId[] {
  return worksWith.map(({ serviceId }) => serviceId);
}

/**
 * The services that the steps change, what they need and what needs them, those that their versions name, and those whose
 * running version names one of them.
 */
function concerned(services: readonly Service[], versions: readonly ServiceVersion[], now: NowOf): readonly Service[] {
  const changed = new Set(versions.map(({ serviceId }) => serviceId));
  const runningIn = (id: ServiceId) => now.get(id)?.version;
  const named = new Set(
    [...versions, ...[...changed].flatMap((id) => runningIn(id) ?? [])].flatMap((version) => namesIn(version)),
  );
  const needed = new Set(services.filter(({ id }) => changed.has(id)).flatMap(({ dependsOn }) => dependsOn));
  return services.filter(({ id, dependsOn }) => {
    const needsChanged = needed.has(id) || dependsOn.some((other) => changed.has(other));
    const running = runningIn(id);
    const namesChanged = running !== undefined && namesIn(running).some((other) => changed.has(other));
    return changed.has(id) || named.has(id) || namesChanged || needsChanged;
  });
}

interface Range {
  readonly from: Day;
  readonly until: Day;
  readonly releaseIds?: readonly ReleaseId[] | undefined;
}

/** The open releases that are asked about: those before the range as done, those in it as steps. What is overdue is not done. */
function openIn(
  { db, env }: CoreContext,
  range: Readonly<Record<'from' | 'until', Instant>>,
  chosen: Range['releaseIds'],
) {
  const ids = chosen === undefined ? null : new Set(chosen);
  const open = deployedOf(
    db,
    openReleases(db).filter(({ id }) => ids === null || ids.has(id)),
  );
  const now = env.now();
  const isBefore = ({ span }: Deployed) => span.end > now && span.end <= range.from;
  // Nobody knows when what is overdue goes out: at any time from its own on.
  const asItMayGo = (each: Deployed): Deployed =>
    each.span.end > now || each.span.end > range.until
      ? each
      : { ...each, span: { start: each.span.start, end: range.until } };
  return {
    before: inPlannedOrder(open.filter(isBefore)),
    inside: open.filter((each) => !isBefore(each) && each.span.start < range.until).map(asItMayGo),
  };
}

/** What can meet in a range and the best order, gathered here and computed beside the core. */
async function simulate(
  core: CoreContext,
  { from: first, until: last, releaseIds }: Range,
  signal?: AbortSignal,
): Promise<Skew> {
  if (last < first) {
    throw new Failure('BAD_INPUT', 'The last day lies before the first.', {
      where: 'until',
      remedy: 'Exchange them.',
    });
  }
  const { db } = core;
  const { zone } = readWorkspace(db);
  const [from, until] = [startOfDay(first, zone), startOfDay(addDays(last, 1), zone)];
  const services = allServices(db);
  const { before, inside } = openIn(core, { from, until }, releaseIds);
  const departed = deployedOf(db, departedWithVersions(db));
  const now = runningOf(services, departed, before);
  const steps = inside.flatMap(({ release, title, span }) =>
    release.versions.map((version) => ({ serviceId: version.serviceId, version, releaseId: release.id, title, span })),
  );
  const shown = concerned(
    services,
    inside.flatMap(({ release }) => release.versions),
    now,
  );
  const plan = {
    services: shown.map(({ id, name, dependsOn }) => ({ id, name, dependsOn, now: now.get(id)?.version ?? null })),
    steps,
    zone,
  };
  const found = await core.deployOrders.run({ type: 'skew', plan }, signal);
  const brought = new Set(shown.map(({ id }) => now.get(id)?.releaseId));
  const named = [...inside, ...[...before, ...departed].filter(({ release }) => brought.has(release.id))];
  return {
    from,
    until,
    services: shown.map(({ id, name }) => {
      const running = now.get(id);
      const { by = null, releaseId = null } = running ?? {};
      return { serviceId: id, name, now: running?.version.version ?? null, nowBy: by, nowReleaseId: releaseId };
    }),
    releases: named.map(({ release: { id, state }, title, span }) => ({ releaseId: id, title, span, state })),
    steps: found.steps.map(({ serviceId, version, releaseId, span }) => ({
      serviceId,
      version: version.version,
      releaseId,
      span,
    })),
    planned: found.planned,
    order: found.order,
    unsaid: found.unsaid,
    withoutVersions: inside.flatMap(({ release }) => (release.versions.length === 0 ? [release.id] : [])),
  };
}

/** Version skew: what can meet as releases go out. */
export function skewService(os: Os, core: CoreContext) {
  return {
    simulate: os.skew.simulate.handler(({ input, signal }) => simulate(core, input, signal)),
  };
}
