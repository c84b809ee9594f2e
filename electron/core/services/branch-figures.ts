import type { ComparedOutlook, FigureComparison, Outlook } from '../../../shared/contract/branches.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { isItemOf } from '../../../shared/domain/capacity/item-owner.ts';
import { riskOf, trainHazard } from '../../../shared/domain/capacity/train-risk.ts';
import type { BranchId, TeamId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { allTeams } from '../db/repositories/catalogue.ts';
import { allEnvironments } from '../db/repositories/environments.ts';
import { openAboard } from '../db/repositories/item-histories.ts';
import { openReleases } from '../db/repositories/planning.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { forecastModel } from './capacity.ts';
import { utilisationOf } from './environment-questions.ts';
import { trainSizeJob } from './train-capacity.ts';

interface Input {
  readonly id: BranchId;
  readonly days: number;
  readonly weeks: number;
  readonly runs: number;
  readonly seed: number;
  readonly failurePerItem: number;
  readonly releases: number;
}

/** The share of an item's risk that comes from what its services share: as usual where trains are sized. */
const BETA = 0.1;

interface Side {
  readonly core: CoreContext;
  readonly input: Input;
  readonly signal: AbortSignal | undefined;
}

/** A release with the train that carries it. */
interface Coming {
  readonly release: Release;
  readonly train: Train;
}

function comingOf({ db }: CoreContext): readonly Coming[] {
  const trains = new Map(runningTrains(db).map((train) => [train.id, train]));
  return openReleases(db).flatMap((release) => {
    const train = trains.get(release.trainId);
    return train === undefined ? [] : [{ release, train }];
  });
}

type OneOutlook = Omit<ComparedOutlook, 'plan' | 'branch'> & { readonly outlook: Outlook };

interface Outlooks {
  readonly rows: readonly OneOutlook[];
  readonly leftOut: number;
}

/** What each team has before it, release after release, and by when that is done in 85 of 100 runs. */
async function outlooksOf({ core, input, signal }: Side): Promise<Outlooks> {
  const coming = comingOf(core);
  const teams = allTeams(core.db);
  const aboard = Map.groupBy(
    openAboard(
      core.db,
      coming.map(({ release }) => release.id),
    ),
    ({ releaseId }) => releaseId,
  );
  const rows: OneOutlook[] = [];
  let leftOut = 0;
  for (const team of teams) {
    const own = coming.filter(({ train }) => train.teams.includes(team.id));
    leftOut += Math.max(0, own.length - input.releases);
    const looked = own.slice(0, input.releases);
    if (looked.length === 0) continue;
    let ahead = 0;
    const scopes = looked.map(({ release, train }) => {
      const ofTrain = teams.filter(({ id }) => train.teams.includes(id));
      const open = (aboard.get(release.id) ?? [])
        .filter((item) => isItemOf(team, item, ofTrain))
        .reduce((sum, { count }) => sum + count, 0);
      ahead += open;
      return { open, ahead };
    });
    const { days, typed } = await daysDone({ core, input, signal }, team.id, scopes);
    for (const [at, { release, train }] of looked.entries()) {
      const scope = scopes[at] ?? { open: 0, ahead: 0 };
      rows.push({
        releaseId: release.id,
        name: release.name,
        trainName: train.name,
        teamId: team.id,
        teamName: team.name,
        outlook: { departs: release.day, ...scope, p85: days.get(scope.ahead) ?? null, typed },
      });
    }
  }
  return { rows, leftOut };
}

interface DaysDone {
  readonly days: ReadonlyMap<number, Day | null>;
  /** What the forecast rests on in place of facts. */
  readonly typed: string | null;
}

/** By when each number of items is done in 85 of 100 runs; equal numbers are forecast once. */
async function daysDone(
  { core, input, signal }: Side,
  teamId: TeamId,
  scopes: readonly { readonly ahead: number }[],
): Promise<DaysDone> {
  const { weeks, runs, seed } = input;
  const model = forecastModel(core, { teamId, weeks, types: null, runs, seed });
  const counts = [...new Set(scopes.map(({ ahead }) => ahead))];
  const found = await core.forecasts.run(
    { type: 'readings', readings: counts.map((items) => ({ items, model })) },
    signal,
  );
  const days = new Map(
    found.map(({ items, percentiles }) => [
      items,
      percentiles.find(({ confidence }) => confidence === 85)?.day ?? null,
    ]),
  );
  return { days, typed: model.history.typed };
}

interface OneRisk {
  readonly releaseId: Release['id'];
  readonly name: string;
  readonly trainName: string;
  readonly risk: number;
}

/** How likely each coming release fails as one train; a formula, so every one of them is looked at. */
function risksOf({ core, input: { failurePerItem } }: Side): readonly OneRisk[] {
  return comingOf(core).flatMap(({ release, train }) => {
    const { question } = trainSizeJob(core, { releaseId: release.id, failurePerItem, beta: BETA, mostTrains: 1 });
    if (question.items.length === 0) return [];
    return {
      releaseId: release.id,
      name: release.name,
      trainName: train.name,
      risk: riskOf(trainHazard(question.items, BETA)),
    };
  });
}

/** Pairs what both sides have by a key, in the order of the plan and then of the branch. */
function paired<T, R>(
  plan: readonly T[],
  branch: readonly T[],
  {
    keyOf,
    join,
  }: {
    readonly keyOf: (row: T) => string;
    readonly join: (plan: T | undefined, branch: T | undefined, either: T) => R;
  },
): R[] {
  const [here, there] = [
    new Map(plan.map((row) => [keyOf(row), row])),
    new Map(branch.map((row) => [keyOf(row), row])),
  ];
  return [...new Map([...here, ...there])].map(([key, either]) => join(here.get(key), there.get(key), either));
}

function usesOf(core: CoreContext, range: Readonly<Record<'from' | 'to', Day>>) {
  const names = new Map(allEnvironments(core.db).map(({ id, name }) => [id, name]));
  return utilisationOf(core, range).environments.map((use) => ({ ...use, name: names.get(use.environmentId) ?? '' }));
}

/** The same figures of the plan and of a branch, from the same seed and of the same days. */
export async function figuresBeside(
  core: CoreContext,
  input: Input,
  signal: AbortSignal | undefined,
): Promise<FigureComparison> {
  const { core: there } = core.branches.read(input.id);
  await core.holidays.ready();
  const from = dayOf(core.env.now(), readWorkspace(core.db).zone);
  const range = { from, to: addDays(from, input.days - 1) };
  const [here, other] = [
    { core, input, signal },
    { core: there, input, signal },
  ];
  const [planOutlooks, branchOutlooks] = [await outlooksOf(here), await outlooksOf(other)];
  const [planRisks, branchRisks] = [risksOf(here), risksOf(other)];
  return {
    ...range,
    environments: paired(usesOf(core, range), usesOf(there, range), {
      keyOf: ({ environmentId }) => environmentId,
      join: (plan, branch, { environmentId, name }) => ({
        id: environmentId,
        name: branch?.name ?? name,
        use: { plan: plan?.share ?? null, branch: branch?.share ?? null },
        overMinutes: { plan: plan?.overMinutes ?? null, branch: branch?.overMinutes ?? null },
      }),
    }),
    outlooks: paired(planOutlooks.rows, branchOutlooks.rows, {
      keyOf: ({ teamId, releaseId }) => `${teamId}:${releaseId}`,
      join: (plan, branch, { outlook: _, ...names }) => ({
        ...names,
        plan: plan?.outlook ?? null,
        branch: branch?.outlook ?? null,
      }),
    }),
    leftOut: Math.max(planOutlooks.leftOut, branchOutlooks.leftOut),
    risks: paired(planRisks, branchRisks, {
      keyOf: ({ releaseId }) => releaseId,
      join: (plan, branch, { risk: _, ...names }) => ({
        ...names,
        risk: { plan: plan?.risk ?? null, branch: branch?.risk ?? null },
      }),
    }),
    runs: input.runs,
    seed: input.seed,
    failurePerItem: input.failurePerItem,
  };
}
