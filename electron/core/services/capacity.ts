import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf, local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { isItemOf } from '../../../shared/domain/capacity/item-owner.ts';
import { HORIZON_DAYS } from '../../../shared/domain/capacity/monte-carlo.ts';
import { meanPresence, presenceOf } from '../../../shared/domain/capacity/presence.ts';
import { type OpenRelease, scopeGrowth } from '../../../shared/domain/capacity/scope-growth.ts';
import { byWeek, countsOf, dailyThroughput, onWorkingDays } from '../../../shared/domain/capacity/throughput.ts';
import { typedHistory, typedPresence } from '../../../shared/domain/capacity/typed-throughput.ts';
import { undoneNotice } from '../../../shared/domain/capacity/undone-notice.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { CiUse, DailyThroughput } from '../../../shared/model/forecast.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import type { ClockTime, Day, Instant } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { allTeams } from '../db/repositories/catalogue.ts';
import { type CiWork, ciWork } from '../db/repositories/ci-hours.ts';
import { boardedOfReleases, countDeparted, doneSince, scopeOfOpenReleases } from '../db/repositories/throughput.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { decide } from '../decide.ts';
import type { PlainModel } from '../forecast/forecast-job.ts';
import type { Os } from '../middleware.ts';
import { feverOf, presentPeople } from './buffer-fever.ts';
import { decisionOf } from './decision-of.ts';
import { finishedOf } from './finished-items.ts';
import { trainOf, workingDaysOf } from './planning.ts';
import { bufferOf, cutOffsOf, trainSizeOf } from './train-capacity.ts';
import { typedInUse, typeThroughput } from './typed-throughput.ts';

const MIDNIGHT = '00:00' as ClockTime;
const HOUR = 3_600_000;

interface Source {
  readonly teamId: TeamId;
  readonly weeks: number;
  readonly types: readonly string[] | null;
  readonly runs: number;
  readonly seed: number;
}

/** The civil days of a team's zone that history is drawn from: whole weeks up to yesterday. */
interface History {
  readonly team: Team;
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
  readonly range: Readonly<Record<'from' | 'to', Instant>>;
}

function historyOf(core: CoreContext, { teamId, weeks }: Pick<Source, 'teamId' | 'weeks'>): History {
  const team = decisionOf(core.db, 'team', teamId);
  const today = dayOf(core.env.now(), team.zone);
  const from = addDays(today, -7 * weeks);
  const startOf = (day: Day) => toInstant(local(day, MIDNIGHT), team.zone);
  return { team, today, from, to: addDays(today, -1), range: { from: startOf(from), to: startOf(today) } };
}

function throughputOf(
  core: CoreContext,
  { team, from, to, range }: History,
  types: readonly string[] | null,
): DailyThroughput {
  const items = team.projects
    .flatMap((project) => doneSince(core.db, project, range.from))
    .filter(({ type }) => types === null || types.includes(type));
  return dailyThroughput(items, { zone: team.zone, from, to });
}

function trainsOfTeam(core: CoreContext, teamId: TeamId): readonly Train[] {
  return runningTrains(core.db).filter(({ teams }) => teams.includes(teamId));
}

/** When the team's scope of the releases that it rides on grew, as far as it is known. What ended undone was no scope. */
function openReleases(core: CoreContext, { team, today, range }: History): readonly OpenRelease[] {
  const trains = trainsOfTeam(core, team.id);
  const teams = allTeams(core.db);
  const teamsOf = new Map(trains.map((train) => [train.id, teams.filter(({ id }) => train.teams.includes(id))]));
  const rows = boardedOfReleases(
    core.db,
    trains.map(({ id }) => id),
    range,
  );
  return [...Map.groupBy(rows, ({ releaseId }) => releaseId).values()].flatMap((boarded) => {
    const [first] = boarded;
    if (first === undefined) return [];
    const departure = dayOf(first.departsAt, team.zone);
    const openTo = departure < today ? departure : addDays(today, -1);
    const own = boarded.filter((item) => !item.undone && isItemOf(team, item, teamsOf.get(item.trainId) ?? []));
    return {
      openFrom: dayOf(first.boardedAt, team.zone),
      openTo,
      boardedAt: own.map(({ boardedAt }) => boardedAt),
    };
  });
}

/** How long CI worked for a team, beside what the team finished. */
function ciUseOf(core: CoreContext, history: History): CiUse {
  const { team, from, to, range } = history;
  const works = team.projects.map((project) => ciWork(core.db, project, range));
  const total = (pick: (work: CiWork) => number) => works.reduce((sum, work) => sum + pick(work), 0);
  return {
    from,
    to,
    runs: total(({ runs }) => runs),
    hours: total(({ worked }) => worked) / HOUR,
    withoutJobs: total(({ withoutJobs }) => withoutJobs),
    leftOut: total(({ leftOut }) => leftOut),
    finished: countsOf(throughputOf(core, history, null)).reduce((sum, count) => sum + count, 0),
  };
}

/** A team's history, calendar and people, as the forecast thread is sent them. Holidays must be ready. */
export function forecastModel(core: CoreContext, source: Source): PlainModel {
  const history = historyOf(core, source);
  const { team, today, from, to } = history;
  const reach = { from, to: addDays(today, HORIZON_DAYS) };
  const days: WorkingDays = workingDaysOf(core.holidays, team.calendar, reach);
  const daily = throughputOf(core, history, source.types);
  const typed = typedInUse(team, source.types === null ? daily : throughputOf(core, history, null));
  const drawn =
    typed === null
      ? {
          from,
          to,
          finished: onWorkingDays(countsOf(daily), from, days).counts,
          undone: daily.leftOut.undone,
          together: 1,
          typed: null,
        }
      : typedHistory(typed, team.calendar.workdays.length, { from, to });
  const growth = scopeGrowth(openReleases(core, history), team.zone, days);
  const people = presentPeople(core, [team.id]);
  const presence = presenceOf(people.members, people.absences);
  return {
    from: today,
    seed: source.seed,
    runs: source.runs,
    days,
    ...people,
    historicPresence: typed === null ? meanPresence(presence, from, to, days) : typedPresence(typed, presence, days),
    history: { ...drawn, discovered: growth.counts },
  };
}

/** What teams can carry, forecast from what they finished. */
export function capacityService(os: Os, core: CoreContext) {
  async function model(source: Source): Promise<PlainModel> {
    await core.holidays.ready();
    return forecastModel(core, source);
  }
  return {
    throughput: os.capacity.throughput.handler(({ input }) => {
      const history = historyOf(core, input);
      const daily = throughputOf(core, history, null);
      return {
        daily,
        weekly: [...byWeek(countsOf(daily), history.from)],
        typed: typedInUse(history.team, daily),
      };
    }),
    typeThroughput: os.capacity.typeThroughput.handler(decide(core, typeThroughput)),
    whenDone: os.capacity.whenDone.handler(async ({ input, signal }) =>
      core.forecasts.run({ type: 'when-done', items: input.items, model: await model(input) }, signal),
    ),
    howMany: os.capacity.howMany.handler(async ({ input, signal }) =>
      core.forecasts.run({ type: 'how-many', by: input.by, model: await model(input) }, signal),
    ),
    cutOffs: os.capacity.cutOffs.handler(async ({ input }) => {
      await core.holidays.ready();
      return cutOffsOf(core, input);
    }),
    buffer: os.capacity.buffer.handler(async ({ input }) => {
      await core.holidays.ready();
      return bufferOf(core, input.trainId);
    }),
    finished: os.capacity.finished.handler(({ input }) => finishedOf(core, input)),
    fever: os.capacity.fever.handler(async ({ input, signal }) => {
      await core.holidays.ready();
      return feverOf(core, input.releaseId, signal);
    }),
    ciUse: os.capacity.ciUse.handler(({ input }) => ciUseOf(core, historyOf(core, input))),
    trainSize: os.capacity.trainSize.handler(({ input, signal }) => trainSizeOf(core, input, signal)),
    cadence: os.capacity.cadence.handler(async ({ input, signal }) => {
      const { trainId, overheadHours, teamHoursPerDay, ci } = input;
      const history = historyOf(core, input);
      const drawn = await model(input);
      const trains = trainsOfTeam(core, input.teamId).map(({ id }) => id);
      const scopes = trainId === null ? [] : scopeOfOpenReleases(core.db, trainOf(core.db, trainId).id);
      const question = {
        overheadHours,
        teamHoursPerDay,
        ci,
        // What was typed is taken for what the team finishes without the overhead of trains.
        trainsInHistory: drawn.history.typed === null ? countDeparted(core.db, trains, history.range) : 0,
        releases: scopes.map(({ name, aboard, undone }) => ({ name, items: aboard - undone })),
      };
      const table = await core.forecasts.run({ type: 'cadence', question, model: drawn }, signal);
      const undone = scopes.reduce((sum, each) => sum + each.undone, 0);
      const aboard = scopes.reduce((sum, each) => sum + each.aboard, 0);
      return { ...table, notices: [...table.notices, ...undoneNotice(undone, aboard)] };
    }),
  };
}
