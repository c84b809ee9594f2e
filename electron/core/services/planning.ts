import { civilDay } from '../../../shared/domain/calendar/days.ts';
import { type PlacedMilestone, placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import { type WorkingDays, workingDays } from '../../../shared/domain/calendar/working-days.ts';
import { local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Booking } from '../../../shared/model/environment.ts';
import type { MilestoneId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ClockTime, Day, Zone } from '../../../shared/model/time.ts';
import type { Train, WorkingCalendar } from '../../../shared/model/train.ts';
import type { ReadDb } from '../db/database.ts';
import { bookingsCausedBy, bookingsOfRelease } from '../db/repositories/environments.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { assignmentsOfRelease } from '../db/repositories/planning.ts';
import { scopeItemsOf } from '../db/repositories/scope-items.ts';
import type { CommandTools } from '../decide.ts';
import type { HolidaySource } from '../holidays.ts';
import { decisionOf } from './decision-of.ts';

export function trainOf(db: ReadDb, id: TrainId): Train {
  return decisionOf(db, 'train', id);
}

export function releaseOf(db: ReadDb, id: ReleaseId): Release {
  return decisionOf(db, 'release', id);
}

/** What a release is called in sentences: with its train. */
export function titleOf(db: ReadDb, { trainId, name }: Pick<Release, 'trainId' | 'name'>): string {
  return releaseTitle(trainOf(db, trainId).name, name);
}

export function milestoneOf(db: ReadDb, id: MilestoneId): Milestone {
  return decisionOf(db, 'milestone', id);
}

/** The most working days that an offset can reach, as the model bounds it. */
const LONGEST_OFFSET = 400;

/** Years that the longest offset can span where so many days of each week are worked; holidays take a year at most. */
function reachInYears({ workdays }: WorkingCalendar): number {
  return Math.ceil(LONGEST_OFFSET / (52 * workdays.length)) + 1;
}

/** The working calendar with the holidays of a range of days and of the years that offsets from it can reach. */
export function workingDaysOf(
  holidays: HolidaySource,
  calendar: WorkingCalendar,
  range: Readonly<Record<'from' | 'to', Day>>,
): WorkingDays {
  const reach = reachInYears(calendar);
  const first = civilDay(range.from).year - reach;
  const last = civilDay(range.to).year + reach;
  return workingDays(calendar, holidays.of(calendar.holidays, first, last));
}

export function departureOf(day: Day, time: ClockTime, zone: Zone): Pick<Release, 'departsAt'> {
  return { departsAt: toInstant(local(day, time), zone) };
}

function placeAll(train: Train, release: Release, holidays: HolidaySource): readonly PlacedMilestone[] {
  const days = workingDaysOf(holidays, train.calendar, { from: release.day, to: release.day });
  return placeMilestones(train.stages, { releaseDay: release.day, zone: release.zone, days });
}

function follows(milestone: Milestone, placed: PlacedMilestone, zone: Zone): boolean {
  return (
    milestone.startLocal === placed.startLocal &&
    milestone.endLocal === placed.endLocal &&
    milestone.name === placed.name &&
    milestone.kind === placed.kind &&
    milestone.zone === zone
  );
}

/** The milestones of a release as they would be if it were moved: those that follow its train's stages move along. */
export function milestonesIfMoved(
  train: Train,
  release: Release,
  { existing, holidays }: { readonly existing: readonly Milestone[]; readonly holidays: HolidaySource },
): readonly Milestone[] {
  const placed = new Map(placeAll(train, release, holidays).map((one) => [one.stageKey, one] as const));
  return existing.flatMap((milestone) => {
    const place = milestone.pinned || milestone.stageKey === null ? undefined : placed.get(milestone.stageKey);
    return place === undefined ? [] : [{ ...milestone, ...place }];
  });
}

/**
 * Lets the milestones of a release follow its train's stages and its day: new stages get one, those of
 * stages that are gone go, those moved by hand stay. Says how many were placed anew.
 */
export function followStages(train: Train, release: Release, { tx, newId, core }: CommandTools): number {
  const existing = milestonesOf(tx.db, release.id);
  const skipped = new Set(release.skippedStages);
  const placements = placeAll(train, release, core.holidays).filter(({ stageKey }) => !skipped.has(stageKey));
  let moved = 0;
  for (const placed of placements) {
    const known = existing.find((milestone) => milestone.stageKey === placed.stageKey);
    if (known?.pinned || (known && follows(known, placed, release.zone))) continue;
    // Ids made by newId are ids.
    const id = known?.id ?? (newId('milestone') as MilestoneId);
    tx.put('milestone', { id, releaseId: release.id, ...placed, zone: release.zone, pinned: false });
    moved += 1;
  }
  for (const milestone of existing) {
    const hasStage = placements.some(({ stageKey }) => stageKey === milestone.stageKey);
    if (milestone.stageKey === null || hasStage) continue;
    if (milestone.pinned) tx.put('milestone', { ...milestone, stageKey: null });
    else tx.remove('milestone', milestone.id);
    moved += 1;
  }
  return moved;
}

/** Removes a booking with those that it brought along. */
export function removeWithAlong({ id }: Pick<Booking, 'id'>, tx: CommandTools['tx']): void {
  for (const along of bookingsCausedBy(tx.db, id)) tx.remove('booking', along.id);
  tx.remove('booking', id);
}

/** Removes a release with everything that hangs on it. */
export function removeRelease(release: Release, { tx }: CommandTools): void {
  for (const { id } of scopeItemsOf(tx.db, release.id)) tx.remove('scope-item', id);
  for (const { id } of milestonesOf(tx.db, release.id)) tx.remove('milestone', id);
  for (const { id } of assignmentsOfRelease(tx.db, release.id)) tx.remove('assignment', id);
  for (const booking of bookingsOfRelease(tx.db, release.id)) removeWithAlong(booking, tx);
  tx.remove('release', release.id);
}
