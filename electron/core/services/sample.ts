import { local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ConnectionId, MilestoneId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import {
  SampleDelivery,
  type SampleMilestone,
  type SampleProject,
  type SampleRelease,
  type SampleTrain,
  SampleTrains,
} from '../../../shared/model/sample.ts';
import { SamplePlanning } from '../../../shared/model/sample-planning.ts';
import type { ClockTime, Day, Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { createFactWriter } from '../db/fact-writer.ts';
import { SIMULATED } from '../db/purge.ts';
import { connectionNamed } from '../db/repositories/connections.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { departureOf } from './planning.ts';
import { sampleFactsAt } from './sample-facts.ts';
import { addOrganisation, crewOf, planAround } from './sample-planning.ts';
import { boardByRules } from './scope.ts';

/** Public sources give days: noon UTC stands for the day. */
const NOON = '12:00' as ClockTime;
const UTC = 'UTC' as Zone;

interface Sample {
  readonly trains: readonly SampleTrain[];
  readonly delivery: SampleDelivery;
  readonly planning: SamplePlanning;
}

/** The shipped sample, checked against its schema; it is read only when somebody loads it. */
export async function readSample(): Promise<Sample> {
  const [trains, delivery, planning] = await Promise.all([
    import('../../../resources/sample/trains.json', { with: { type: 'json' } }),
    import('../../../resources/sample/delivery.json', { with: { type: 'json' } }),
    import('../../../resources/sample/planning.json', { with: { type: 'json' } }),
  ]);
  return {
    trains: SampleTrains.parse(trains.default).trains,
    delivery: SampleDelivery.parse(delivery.default),
    planning: SamplePlanning.parse(planning.default),
  };
}

function assertNotLoaded(delivery: SampleDelivery, { tx }: CommandTools): void {
  if (connectionNamed(tx.db, delivery.connection) === undefined) return;
  throw new Failure('CONFLICT', 'The sample is in this workspace already.', {
    where: `connection “${delivery.connection}”`,
    remedy: 'Undo its loading first, or create another workspace for it.',
  });
}

function addConnection(delivery: SampleDelivery, { tx, newId }: CommandTools): Connection {
  const connection: Connection = {
    // Ids made by newId are ids.
    id: newId(SIMULATED) as ConnectionId,
    kind: 'simulated',
    name: delivery.connection,
    baseUrl: 'https://simulated.invalid',
    auth: 'none',
    user: '',
    scopes: delivery.projects.flatMap(({ key, repository }) => [key, repository]),
    rules: { statuses: [], productionEnvironments: ['production'], deploymentJobs: [] },
    everyMinutes: null,
  };
  tx.put('connection', connection);
  return connection;
}

function writeFacts(delivery: SampleDelivery, connectionId: ConnectionId, { core, now }: CommandTools): number {
  const facts = sampleFactsAt(delivery, { connectionId, now });
  createFactWriter(core.db).write(facts, { fetchedAt: now, rawId: null });
  return facts.length;
}

function milestoneOf({ name, start, end }: SampleMilestone, releaseId: ReleaseId, id: MilestoneId): Milestone {
  const startLocal = local(start, NOON);
  const endLocal = end === null ? null : local(end, NOON);
  return {
    id,
    releaseId,
    stageKey: null,
    kind: 'custom',
    name,
    startLocal,
    endLocal,
    zone: UTC,
    startAt: toInstant(startLocal, UTC),
    endAt: endLocal === null ? null : toInstant(endLocal, UTC),
    pinned: true,
  };
}

function addRelease(release: SampleRelease, trainId: TrainId, { tx, newId, now }: CommandTools): Release {
  const departure = departureOf(release.day, NOON, UTC);
  const added: Release = {
    // Ids made by newId are ids.
    id: newId('release') as ReleaseId,
    trainId,
    name: release.name,
    day: release.day,
    departureTime: NOON,
    zone: UTC,
    ...departure,
    // The source is older than the reader's now: what it planned for a day that is over has most likely departed.
    state: departure.departsAt <= now ? 'departed' : release.state,
    occurrence: null,
    skippedStages: [],
    versions: [],
    notes: release.notes,
  };
  tx.put('release', added);
  for (const milestone of release.milestones) {
    tx.put('milestone', milestoneOf(milestone, added.id, newId('milestone') as MilestoneId));
  }
  return added;
}

interface Linked {
  readonly connectionId: ConnectionId;
  /** The simulated team that rides on the train, where there is one. */
  readonly project: SampleProject | undefined;
  /** What it ships, and who works for it. */
  readonly crew: Pick<Train, 'services' | 'teams'>;
}

function addTrain(
  train: SampleTrain,
  { connectionId, project, crew }: Linked,
  tools: CommandTools,
): readonly Release[] {
  // Ids made by newId are ids.
  const id = tools.newId('train') as TrainId;
  tools.tx.put('train', {
    id,
    name: train.name,
    owner: train.owner,
    zone: UTC,
    calendar: { workdays: [1, 2, 3, 4, 5, 6, 7], holidays: null, extraDaysOff: [] as Day[] },
    cadence: null,
    releaseName: train.releaseName,
    stages: [],
    ...crew,
    bufferDays: 0,
    projects: project === undefined ? [] : [project.key, project.repository].map((key) => ({ connectionId, key })),
    boarding: project === undefined ? [] : [{ by: 'version', pattern: '{release}' }],
    notes: train.notes,
    archived: false,
    source: train.source,
  });
  return train.releases.map((release) => addRelease(release, id, tools));
}

interface Loaded {
  readonly trains: number;
  readonly releases: number;
  readonly boarded: number;
  readonly facts: number;
}

function load({ trains, delivery, planning }: Sample, tools: CommandTools): Decision<Loaded> {
  assertNotLoaded(delivery, tools);
  const { id: connectionId } = addConnection(delivery, tools);
  const facts = writeFacts(delivery, connectionId, tools);
  const organisation = addOrganisation(planning, connectionId, tools);
  const next = new Map<string, Release>();
  let releases = 0;
  let boarded = 0;
  for (const train of trains) {
    const project = delivery.projects.find((one) => one.train === train.key);
    const crew = crewOf(planning, train.key, organisation);
    const added = addTrain(train, { connectionId, project, crew }, tools);
    const [ahead] = added.filter(({ state }) => state === 'planned').sort((a, b) => a.departsAt - b.departsAt);
    if (ahead !== undefined) next.set(train.key, ahead);
    releases += added.length;
    const named = new Set(project?.workItems.flatMap(({ versions }) => versions.map(({ name }) => name)));
    for (const release of added.filter(({ name }) => named.has(name))) {
      boarded += boardByRules({ releaseId: release.id }, tools).output.boarded.length;
    }
  }
  planAround(planning, next, organisation, tools);
  const summary = `Loaded the sample: ${trains.length} public trains, ${releases} releases, ${boarded} simulated tickets aboard`;
  return { output: { trains: trains.length, releases, boarded, facts }, summary };
}

/**
 * Fills a workspace with the public release trains and a simulated organisation's work around them: one decision in one
 * transaction, so that one undo takes the trains back. The facts are as they would be by the reader's now.
 */
export function loadSample(os: Os, core: CoreContext) {
  return os.workspace.loadSample.handler(async (call) => {
    const sample = await readSample();
    return decide(core, (_input: Readonly<Record<string, never>>, tools) => load(sample, tools))(call);
  });
}
