import { bufferDaysOf } from '../../../shared/domain/calendar/buffer-days.ts';
import { addDays, minDay } from '../../../shared/domain/calendar/days.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf, local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { feverChart } from '../../../shared/domain/capacity/buffers.ts';
import { HORIZON_DAYS } from '../../../shared/domain/capacity/monte-carlo.ts';
import { meanPresence, presenceOf } from '../../../shared/domain/capacity/presence.ts';
import { countsOf, dailyThroughput, onWorkingDays } from '../../../shared/domain/capacity/throughput.ts';
import { undoneNotice } from '../../../shared/domain/capacity/undone-notice.ts';
import { counted, numberWords } from '../../../shared/domain/text/counted.ts';
import type { Absence } from '../../../shared/model/catalogue.ts';
import type { Fever, Notice } from '../../../shared/model/forecast.ts';
import type { PersonId, ReleaseId, TeamId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import { type ClockTime, type Day, type Instant, instant, type Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { allAbsences, allPeople } from '../db/repositories/catalogue.ts';
import { type AboardItem, aboardWithDone, doneOfTrain } from '../db/repositories/throughput.ts';
import type { PlainModel } from '../forecast/forecast-job.ts';
import { releaseOf, trainOf, workingDaysOf } from './planning.ts';

const MIDNIGHT = '00:00' as ClockTime;
/** As much history as FORMULAS 4.10 asks for at least. */
const PACE_WEEKS = 12;
/** A median needs fewer runs than a P95. */
const RUNS = 2_000;
const MOST_READINGS = 26;

/** What was known at the beginning of a day. */
interface Known {
  readonly day: Day;
  readonly total: number;
  readonly done: number;
  readonly lastDone: Day | null;
}

/** The people of some teams and when they are away. */
export function presentPeople(
  core: CoreContext,
  teams: readonly TeamId[],
): { readonly members: readonly PersonId[]; readonly absences: readonly Absence[] } {
  const members = allPeople(core.db)
    .filter(({ teamId }) => teamId !== null && teams.includes(teamId))
    .map(({ id }) => id);
  return { members, absences: allAbsences(core.db).filter(({ personId }) => members.includes(personId)) };
}

/** One day a week back from the newest to the first on which anything was aboard, the newest last. */
function readingDays(aboard: readonly AboardItem[], newest: Day, zone: Zone): readonly Day[] {
  const first = aboard.map(({ boardedAt }) => dayOf(boardedAt, zone)).sort()[0];
  const days: Day[] = [];
  for (let day = newest; first !== undefined && day >= first && days.length < MOST_READINGS; day = addDays(day, -7))
    days.unshift(day);
  return days;
}

function knownOn(
  aboard: readonly AboardItem[],
  day: Day,
  { until, zone }: { readonly until: Instant; readonly zone: Zone },
): Known {
  // From the moment that it ended undone, an item is no scope any more.
  const there = aboard.filter(
    ({ boardedAt, undone, doneAt }) => boardedAt < until && !(undone && (doneAt === null || doneAt < until)),
  );
  const done = there.flatMap(({ doneAt }) => (doneAt !== null && doneAt < until ? [dayOf(doneAt, zone)] : [])).sort();
  return { day, total: there.length, done: done.length, lastDone: done.at(-1) ?? null };
}

/** The pace of a train's scope in the weeks before a day, by those who work for it. */
function paceBefore(core: CoreContext, train: Train, day: Day, days: WorkingDays): PlainModel {
  const [from, to] = [addDays(day, -7 * PACE_WEEKS), addDays(day, -1)];
  const items = doneOfTrain(core.db, train.id, toInstant(local(from, MIDNIGHT), train.zone));
  const daily = dailyThroughput(items, { zone: train.zone, from, to });
  const people = presentPeople(core, train.teams);
  return {
    from: day,
    seed: 1,
    runs: RUNS,
    days,
    ...people,
    historicPresence: meanPresence(presenceOf(people.members, people.absences), from, to, days),
    history: {
      from,
      to,
      finished: onWorkingDays(countsOf(daily), from, days).counts,
      discovered: [],
      undone: daily.leftOut.undone,
      together: 1,
      typed: null,
    },
  };
}

function noticesOf(
  release: Release,
  aboard: readonly AboardItem[],
  { weeks, told }: { readonly weeks: number; readonly told: number },
): Notice[] {
  const notices: Notice[] = [];
  const untold = aboard.filter(({ hasTicket }) => !hasTicket).length;
  const undone = aboard.filter((item) => item.undone).length;
  if (aboard.length === 0)
    notices.push({
      kind: 'nothing-to-do',
      text: `Nothing is aboard ${release.name} yet, so there is no progress to hold its buffer against.`,
    });
  if (untold > 0)
    notices.push({
      kind: 'left-out',
      text: `${numberWords(untold)} of ${counted(aboard.length, 'item')} have no ticket: nobody tells when they are done, so they count as open.`,
    });
  notices.push(...undoneNotice(undone, aboard.length));
  if (told < weeks)
    notices.push({
      kind: 'no-history',
      text: `In ${weeks - told} of ${weeks} weeks too little of the train’s scope had been finished in the ${PACE_WEEKS} weeks before to tell when the rest would be done; they are left out.`,
    });
  return notices;
}

/**
 * A release's fever chart, a reading a week up to today or the day it departed: items aboard and done, and the P50 of when
 * the rest is done, drawn from how the scope of the train's releases was finished in the 12 weeks before. What has been
 * dropped since is left out. Holidays must be ready.
 */
export async function feverOf(core: CoreContext, releaseId: ReleaseId, signal?: AbortSignal): Promise<Fever> {
  const release = releaseOf(core.db, releaseId);
  const train = trainOf(core.db, release.trainId);
  const { zone } = train;
  const now = core.env.now();
  const today = dayOf(now, zone);
  const newest = release.state === 'departed' ? minDay(today, release.day) : today;
  const aboard = aboardWithDone(core.db, releaseId);
  const onDays = readingDays(aboard, newest, zone);
  const reach = { from: addDays(onDays[0] ?? newest, -7 * PACE_WEEKS), to: addDays(newest, HORIZON_DAYS) };
  const days = workingDaysOf(core.holidays, train.calendar, { ...reach, from: minDay(reach.from, release.day) });
  const startOf = (day: Day) => toInstant(local(day, MIDNIGHT), zone);
  // The newest reading is of now, or of the whole day that it departed on.
  const end = newest === today ? instant(now + 1) : startOf(addDays(newest, 1));
  const known = onDays
    .map((day) => knownOn(aboard, day, { until: day === newest ? end : startOf(day), zone }))
    .filter(({ total }) => total > 0);
  const open = known.filter(({ total, done }) => done < total);
  const readings = open.map(({ day, total, done }) => ({
    items: total - done,
    model: paceBefore(core, train, day, days),
  }));
  const found = readings.length === 0 ? [] : await core.forecasts.run({ type: 'readings', readings }, signal);
  const forecasts = new Map(open.map(({ day }, at) => [day, found[at]?.percentiles[0]?.day ?? null]));
  const told = known.flatMap((one) => {
    const projected = one.done === one.total ? (one.lastDone ?? one.day) : (forecasts.get(one.day) ?? null);
    return projected === null ? [] : [{ ...one, projected }];
  });
  const { day: releaseDay, name } = release;
  const points = feverChart({ releaseDay, buffer: train.bufferDays, days }, told);
  return {
    releaseId,
    name,
    releaseDay,
    buffer: train.bufferDays,
    ...bufferDaysOf(releaseDay, train.bufferDays, days),
    readings: told.flatMap(({ total, done, projected }, at) => {
      const point = points[at];
      return point === undefined ? [] : [{ ...point, total, done, projected }];
    }),
    paceWeeks: PACE_WEEKS,
    notices: noticesOf(release, aboard, { weeks: known.length, told: told.length }),
  };
}
