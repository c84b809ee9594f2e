import { between, chance, geometric, logNormal, runningSums, shares, zipfWeights } from './distributions.ts';
import type {
  Delivery,
  Dependency,
  Enterprise,
  SimulatedPerson,
  SimulatedService,
  SimulatedTeam,
  SimulatedTrain,
} from './enterprise.ts';
import { hash32, randomOf } from './random.ts';
import { createRhythm, type Peak } from './rhythm.ts';
import { trainOf } from './trains.ts';
import { areaName, personName, projectKey, serviceName, slug } from './words.ts';
import { workflows } from './workflows.ts';

export interface EnterpriseOptions {
  readonly seed: number;
  /** Milliseconds UTC. */
  readonly from: number;
  readonly to: number;
  /** How many changes (tickets) all teams start between the two. */
  readonly changes: number;
  readonly owner?: string;
}

/** Sub-streams of the organisation, so that one more draw in one place moves nothing elsewhere. */
const KEY = { sizes: 11, people: 12, services: 13, team: 14, dependencies: 15 } as const;

const JOBS = ['build', 'unit', 'integration', 'lint', 'contract', 'browser'];

/** Few teams of many sizes: the number grows with the square root of the work, sizes are log-normal. */
function teamCount(changes: number): number {
  return Math.min(160, Math.max(2, Math.round(Math.sqrt(changes) / 3.4)));
}

function peopleOf(seed: number, teamIndex: number): readonly SimulatedPerson[] {
  const random = randomOf(seed, KEY.people, teamIndex);
  const size = Math.max(3, Math.min(25, Math.round(logNormal(random, 7, 0.45))));
  return Array.from({ length: size }, (_, member) => {
    const name = personName(random);
    const index = teamIndex * 100 + member;
    return { index, login: `${slug(name)}-${index}`, name };
  });
}

function servicesOf(options: EnterpriseOptions, teamIndex: number, firstIndex: number, delivery: Delivery) {
  const random = randomOf(options.seed, KEY.services, teamIndex);
  const area = areaName(teamIndex);
  const count = 1 + geometric(random, 1.6, 7);
  return Array.from({ length: count }, (_, place): SimulatedService => {
    const name = serviceName(area, place);
    return {
      index: firstIndex + place,
      name,
      fullName: `${options.owner ?? 'acme'}/${name}`,
      teamIndex,
      delivery,
      jobs: JOBS.slice(0, between(random, 1, 4)),
      flakiness: Math.min(0.3, logNormal(random, 0.025, 0.9)),
      changeFailureRate: Math.min(0.4, logNormal(random, 0.06, 0.7)),
    };
  });
}

function peaksOf(train: SimulatedTrain | null): readonly Peak[] {
  if (train === null) return [];
  return train.departures.map((one) => ({ at: one.freezeAt, rise: 0.9, fadeDays: 1.5, quietDays: 3, quiet: 0.6 }));
}

function deliveryOf(seed: number, teamIndex: number): Delivery {
  const draw = hash32(seed, KEY.team, teamIndex, 1) / 4_294_967_296;
  if (draw < 0.45) return 'train';
  return draw < 0.75 ? 'on-demand' : 'daily';
}

function dependenciesOf(seed: number, services: readonly SimulatedService[]): readonly Dependency[] {
  const random = randomOf(seed, KEY.dependencies, 0);
  const ends: number[] = [];
  const found = new Set<string>();
  const dependencies: Dependency[] = [];
  for (const service of services.slice(1)) {
    const wanted = 1 + geometric(random, 0.8, 6);
    for (let call = 0; call < wanted; call += 1) {
      const byFame = ends.length > 0 && chance(random, 0.7);
      const to = byFame ? (ends[between(random, 0, ends.length - 1)] ?? 0) : between(random, 0, service.index - 1);
      if (to >= service.index || found.has(`${service.index}>${to}`)) continue;
      found.add(`${service.index}>${to}`);
      dependencies.push({ from: service.index, to });
      ends.push(to);
    }
  }
  return dependencies;
}

function teamOf(
  options: EnterpriseOptions,
  index: number,
  changes: number,
  firstService: number,
  trains: readonly SimulatedTrain[],
): SimulatedTeam {
  const random = randomOf(options.seed, KEY.team, index);
  const delivery = deliveryOf(options.seed, index);
  const train = delivery === 'train' ? (trains[index % trains.length] ?? null) : null;
  const people = peopleOf(options.seed, index);
  const services = servicesOf(options, index, firstService, delivery);
  const area = areaName(index);
  return {
    index,
    name: area,
    key: projectKey(area),
    tracker: chance(random, 0.15) ? 'github' : 'jira',
    workflow: workflows[index % workflows.length] ?? { name: 'none', statuses: [] },
    people,
    activity: runningSums(zipfWeights(people.length, 1)),
    services,
    serviceWeights: runningSums(zipfWeights(services.length, 0.8)),
    changes,
    pace: logNormal(random, 1, 0.35),
    rhythm: createRhythm({
      seed: hash32(options.seed, KEY.team, index, 2),
      from: options.from,
      to: options.to,
      zoneHours: between(random, -8, 9),
      peaks: peaksOf(train),
    }),
    train,
    titles: null,
  };
}

/** Invents an enterprise that starts about `changes` tickets in its time; the same options give the same one. */
export function createEnterprise(options: EnterpriseOptions): Enterprise {
  const count = teamCount(options.changes);
  const trains = Array.from({ length: Math.max(1, Math.round(count / 3)) }, (_, index) =>
    trainOf({ seed: options.seed, index, name: areaName(index), from: options.from, to: options.to }),
  );
  const sizes = Array.from({ length: count }, (_, index) =>
    logNormal(randomOf(options.seed, KEY.sizes, index), 1, 0.9),
  );
  const teams: SimulatedTeam[] = [];
  let firstService = 0;
  for (const [index, changes] of shares(options.changes, sizes).entries()) {
    const team = teamOf(options, index, changes, firstService, trains);
    firstService += team.services.length;
    teams.push(team);
  }
  const services = teams.flatMap((team) => team.services);
  return {
    seed: options.seed,
    owner: options.owner ?? 'acme',
    from: options.from,
    to: options.to,
    trains,
    teams,
    services,
    dependencies: dependenciesOf(options.seed, services),
  };
}
