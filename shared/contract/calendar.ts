import * as z from 'zod';
import { MilestoneId, ReleaseId, TrainId } from '../model/ids.ts';
import { ReleaseState } from '../model/release.ts';
import { Day, Instant, Zone } from '../model/time.ts';
import { MilestoneKind } from '../model/train.ts';
import { Nothing } from './page.ts';
import { query } from './procedure.ts';

export const CalendarMilestone = z.strictObject({
  id: MilestoneId,
  /** The stage that it follows: what a moved release takes along. */
  stageKey: z.string().nullable(),
  kind: MilestoneKind,
  name: z.string(),
  startAt: Instant,
  endAt: Instant.nullable(),
  /** The zone in which its local times were typed. */
  zone: Zone,
  pinned: z.boolean(),
});
export type CalendarMilestone = z.infer<typeof CalendarMilestone>;

export const CalendarRelease = z.strictObject({
  id: ReleaseId,
  trainId: TrainId,
  name: z.string(),
  day: Day,
  departsAt: Instant,
  /** The zone in which its day was typed. */
  zone: Zone,
  state: ReleaseState,
  milestones: z.array(CalendarMilestone),
});
export type CalendarRelease = z.infer<typeof CalendarRelease>;

export const CalendarLane = z.strictObject({
  trainId: TrainId,
  name: z.string(),
  owner: z.string(),
  zone: Zone,
  releases: z.array(CalendarRelease),
});
export type CalendarLane = z.infer<typeof CalendarLane>;

export const CalendarRange = z.strictObject({
  lanes: z.array(CalendarLane),
  /** Days off inside the range, per train, with the holiday's name where it is one. */
  daysOff: z.array(z.strictObject({ trainId: TrainId, day: Day, name: z.string() })),
  /** Releases of the range that the limit left out; never silently partial. */
  leftOut: z.int(),
});
export type CalendarRange = z.infer<typeof CalendarRange>;

/** A country or region whose public holidays are known: `DE`, `DE-BY`. */
export const HolidayPlace = z.strictObject({ code: z.string(), name: z.string() });
export type HolidayPlace = z.infer<typeof HolidayPlace>;

export const calendarContract = {
  holidayPlaces: query(
    'Lists the countries and regions whose public holidays are known.',
    [],
    Nothing,
    z.array(HolidayPlace),
  ),
  holidays: query(
    'Lists the public holidays of a country or region between two days.',
    [],
    z.strictObject({ place: z.string().max(20), from: Day, to: Day }),
    z.array(z.strictObject({ day: Day, name: z.string() })),
  ),
  range: query(
    'Reads every release and milestone that touches the days from `from` to `to`, a lane per train.',
    ['train', 'release', 'milestone'],
    z.strictObject({ from: Day, to: Day, trainIds: z.array(TrainId).max(500).nullable() }),
    CalendarRange,
  ),
};
