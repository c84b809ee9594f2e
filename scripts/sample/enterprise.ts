import type { SampleTrain } from '../../shared/model/sample.ts';
import { runningSums, zipfWeights } from '../../test/support/simulator/distributions.ts';
import type {
  Enterprise,
  SimulatedPerson,
  SimulatedTeam,
  SimulatedTrain,
} from '../../test/support/simulator/enterprise.ts';
import { createRhythm, DAY, HOUR } from '../../test/support/simulator/rhythm.ts';
import { workflows } from '../../test/support/simulator/workflows.ts';

export const SEED = 20_261_123;

const FROM = Date.UTC(2026, 9, 5);
const TO = Date.UTC(2027, 0, 11);

const PEOPLE: readonly (readonly string[])[] = [
  ['Ines Moreau', 'Kofi Weber', 'Sanna Lindgren'],
  ['Mateo Torres', 'Hana Ito', 'Uma Gupta'],
  ['Goran Novak', 'Aoife Dahl', 'Bao Xu'],
  ['Priya Haas', 'Ivo Varga', 'Wanjiru Eze'],
];

interface Team {
  readonly train: string;
  readonly key: string;
  readonly name: string;
  readonly repository: string;
  readonly changes: number;
  readonly titles: readonly string[];
}

/** What a product team does around a platform's release; `{release}` is the release's name. */
const BROWSER_TITLES = [
  'Run the acceptance suite on {release}',
  'Add {release} to the test matrix',
  'Check sign-in and payment on {release}',
  'Read the release notes of {release} for removals',
  'Raise the supported versions to {release}',
  'Compare start-up time on {release}',
  'Check printing and downloads on {release}',
  'Update the help page for {release}',
];
const RUNTIME_TITLES = [
  'Run the service tests on the nightly of {release}',
  'Build the base image for {release}',
  'List dependencies that refuse {release}',
  'Check the memory use of the workers on {release}',
  'Rehearse the upgrade to {release} in staging',
  'Write the upgrade note for {release}',
];

const TEAMS: readonly Team[] = [
  {
    train: 'chrome',
    key: 'CHR',
    name: 'Web client on Chrome',
    repository: 'harbour/web-client',
    changes: 20,
    titles: BROWSER_TITLES,
  },
  {
    train: 'firefox',
    key: 'FFX',
    name: 'Web client on Firefox',
    repository: 'harbour/firefox-extension',
    changes: 20,
    titles: BROWSER_TITLES,
  },
  {
    train: 'edge',
    key: 'EDG',
    name: 'Web client on Edge',
    repository: 'harbour/edge-extension',
    changes: 17,
    titles: BROWSER_TITLES,
  },
  {
    train: 'node',
    key: 'RUN',
    name: 'Runtime images',
    repository: 'harbour/runtime-images',
    changes: 12,
    titles: RUNTIME_TITLES,
  },
];

function trainOf(train: SampleTrain, index: number): SimulatedTrain {
  const departures = train.releases
    .map((release) => ({ name: release.name, departsAt: Date.parse(release.day) + 12 * HOUR }))
    .filter(({ departsAt }) => departsAt >= FROM && departsAt < TO + 150 * DAY)
    .map((one) => ({ ...one, cutOffAt: one.departsAt - 3 * DAY, freezeAt: one.departsAt - 2 * DAY }));
  return { index, name: train.key, departures };
}

function peopleOf(team: number): readonly SimulatedPerson[] {
  return (PEOPLE[team] ?? []).map((name, member) => ({
    index: team * 10 + member,
    login: name.toLowerCase().replace(' ', '.'),
    name,
  }));
}

function teamOf(plan: Team, index: number, train: SimulatedTrain): SimulatedTeam {
  const people = peopleOf(index);
  const [workflow] = workflows;
  if (workflow === undefined) throw new Error('the simulator has no workflow');
  const service = {
    index,
    name: plan.repository.replace('harbour/', ''),
    fullName: plan.repository,
    teamIndex: index,
    delivery: 'train' as const,
    jobs: ['build'],
    flakiness: 0,
    changeFailureRate: 0,
  };
  return {
    index,
    name: plan.name,
    key: plan.key,
    tracker: 'jira',
    workflow,
    people,
    activity: runningSums(zipfWeights(people.length, 0.5)),
    services: [service],
    serviceWeights: [1],
    changes: plan.changes,
    pace: 1.1,
    rhythm: createRhythm({ seed: SEED + index, from: FROM, to: TO, zoneHours: 1, peaks: [] }),
    train,
    titles: plan.titles,
  };
}

/** The made-up product team, Harbour, whose work rides on the public trains. */
export function sampleEnterprise(trains: readonly SampleTrain[]): Enterprise {
  const simulated = TEAMS.map((plan, index) => {
    const train = trains.find((one) => one.key === plan.train);
    if (train === undefined) throw new Error(`there is no public train ${plan.train}`);
    return trainOf(train, index);
  });
  const teams = TEAMS.map((plan, index) => {
    const train = simulated[index];
    if (train === undefined) throw new Error(`there is no train for ${plan.name}`);
    return teamOf(plan, index, train);
  });
  const services = teams.flatMap((team) => team.services);
  return { seed: SEED, owner: 'harbour', from: FROM, to: TO, trains: simulated, teams, services, dependencies: [] };
}
