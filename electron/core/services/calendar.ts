import type {
  CalendarLane,
  CalendarMilestone,
  CalendarRange,
  CalendarRelease,
} from '../../../shared/contract/calendar.ts';
import { addDays, civilDay, eachDay } from '../../../shared/domain/calendar/days.ts';
import { dayOffName } from '../../../shared/domain/calendar/working-days.ts';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { Day, Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { releaseIdsTouching, releasesById, type TouchedRange } from '../db/repositories/releases.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import type { Os } from '../middleware.ts';
import { LONGEST_SPAN_DAYS } from './placed-span.ts';
import { workingDaysOf } from './planning.ts';

/** More releases than this are not drawn at once; what is left out is counted. */
const MOST_RELEASES = 5_000;

/** Days off are told for ranges up to this long: beyond it no day is wide enough to be seen. */
const LONGEST_RANGE_WITH_DAYS_OFF = 400;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface RangeInput {
  readonly from: Day;
  readonly to: Day;
  readonly trainIds: readonly TrainId[] | null;
}

const UTC = 'UTC' as Zone;

/** The range in time, in any zone: days begin 14 h early and end 12 h late. */
function touchedRange({ from, to }: RangeInput): TouchedRange {
  return {
    from: startOfDay(from, UTC) - 14 * HOUR,
    to: startOfDay(to, UTC) + DAY + 12 * HOUR,
    reach: (LONGEST_SPAN_DAYS + 1) * DAY,
  };
}

function calendarMilestone(milestone: Milestone): CalendarMilestone {
  const { id, stageKey, kind, name, startAt, endAt, zone, pinned } = milestone;
  return { id, stageKey, kind, name, startAt, endAt, zone, pinned };
}

function calendarRelease(release: Release, milestones: readonly Milestone[]): CalendarRelease {
  const { id, trainId, name, day, departsAt, zone, state } = release;
  return { id, trainId, name, day, departsAt, zone, state, milestones: milestones.map(calendarMilestone) };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function lanesOf(db: ReadDb, trains: readonly Train[], ids: readonly string[]): CalendarLane[] {
  const releases = releasesById(db, ids);
  const milestones = milestonesOfReleases(db, ids);
  const ofTrain = grouped(releases, (release) => release.trainId);
  const ofRelease = grouped(milestones, (milestone) => milestone.releaseId);
  return trains.map((train) => ({
    trainId: train.id,
    name: train.name,
    owner: train.owner,
    zone: train.zone,
    releases: (ofTrain.get(train.id) ?? []).map((release) => calendarRelease(release, ofRelease.get(release.id) ?? [])),
  }));
}

function daysOffOf(core: CoreContext, trains: readonly Train[], { from, to }: RangeInput): CalendarRange['daysOff'] {
  if (addDays(from, LONGEST_RANGE_WITH_DAYS_OFF) < to) return [];
  return trains.flatMap((train) => {
    const days = workingDaysOf(core.holidays, train.calendar, { from, to });
    return [...eachDay(from, to)].flatMap((day) => {
      const name = dayOffName(day, days);
      return name === null ? [] : [{ trainId: train.id, day, name }];
    });
  });
}

function trainsOf(db: ReadDb, { trainIds }: RangeInput): Train[] {
  const trains = runningTrains(db);
  return trainIds === null ? trains : trains.filter(({ id }) => trainIds.includes(id));
}

function calendarRange(core: CoreContext, input: RangeInput): CalendarRange {
  const trains = trainsOf(core.db, input);
  const trainIds = trains.map(({ id }) => id);
  const ids = releaseIdsTouching(core.db, trainIds, touchedRange(input));
  return {
    lanes: lanesOf(core.db, trains, ids.slice(0, MOST_RELEASES)),
    daysOff: daysOffOf(core, trains, input),
    leftOut: Math.max(0, ids.length - MOST_RELEASES),
  };
}

/** Holidays are computed year by year: a longer range is a mistake. */
const LONGEST_HOLIDAY_YEARS = 30;

function holidaysOf(core: CoreContext, { place, from, to }: { place: string; from: Day; to: Day }) {
  const [first, last] = [civilDay(from).year, civilDay(to).year];
  if (last - first > LONGEST_HOLIDAY_YEARS) {
    throw new Failure('TOO_LARGE', `Holidays are listed for at most ${LONGEST_HOLIDAY_YEARS} years at once.`, {
      where: 'to',
      remedy: 'Choose a shorter time.',
    });
  }
  const holidays = [...core.holidays.of(place, first, last)].map(([day, name]) => ({ day, name }));
  return holidays.filter(({ day }) => day >= from && day <= to).sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The plan as the calendar draws it. */
export function calendarService(os: Os, core: CoreContext) {
  return {
    holidayPlaces: os.calendar.holidayPlaces.handler(async () => {
      await core.holidays.ready();
      return [...core.holidays.places()];
    }),
    holidays: os.calendar.holidays.handler(async ({ input }) => {
      await core.holidays.ready();
      return holidaysOf(core, input);
    }),
    range: os.calendar.range.handler(async ({ input }) => {
      await core.holidays.ready();
      return calendarRange(core, input);
    }),
  };
}
