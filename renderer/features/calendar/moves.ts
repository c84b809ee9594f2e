import type { CalendarMilestone, CalendarRange, CalendarRelease } from '../../../shared/contract/calendar.ts';
import { placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { type Day, instant, type Zone } from '../../../shared/model/time.ts';
import type { Stage } from '../../../shared/model/train.ts';
import { departureOf, type Edit, targetOf } from './timeline/edit.ts';
import type { Preview } from './timeline/ghosts.ts';
import { type PlanWindow, windowsOver } from './windows.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a moved release takes along: its milestones, shown or not, by its train's stages and working days. */
export interface Following {
  readonly milestones: readonly Pick<CalendarMilestone, 'id' | 'stageKey' | 'pinned' | 'startAt' | 'endAt'>[];
  readonly stages: readonly Stage[];
  readonly days: WorkingDays;
}

/** Where the milestones of a moved release go by the backward pass; those moved or added by hand stay. */
function followers(edit: Edit, { milestones, stages, days }: Following): readonly (readonly [string, Span])[] {
  const { zone } = edit.item;
  try {
    const placed = placeMilestones(stages, { releaseDay: departureOf(targetOf(edit)).day, zone, days });
    return milestones.flatMap(({ id, stageKey, pinned, startAt, endAt }) => {
      const place = placed.find((each) => each.stageKey === stageKey);
      if (place === undefined || pinned) return [];
      const span = { start: place.startAt, end: place.endAt ?? place.startAt };
      return span.start === startAt && span.end === (endAt ?? startAt) ? [] : [[id, span] as const];
    });
  } catch (error) {
    // Stages that cannot be placed there: the core will say so when the release is dropped.
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** Where an edit takes its item and, for a release, the milestones that follow. */
export function previewMove(edit: Edit, following: Following | null): Preview {
  const { start, end } = targetOf(edit);
  const own = [edit.item.id, { start, end }] as const;
  if (edit.item.what !== 'release' || following === null) return new Map([own]);
  return new Map([own, ...followers(edit, following)]);
}

/**
 * Whether a preview counts days whose holidays have not been read: then it is a guess, and the core places the milestones
 * when the release is dropped.
 */
export function isGuess(preview: Preview, zone: Zone, read: readonly PlanWindow[]): boolean {
  const spans = [...preview.values()];
  const day = (time: number): Day => dayOf(instant(time), zone);
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const known = new Set(read.map(({ from }) => from));
  return windowsOver(day(first), day(last)).some(({ from }) => !known.has(from));
}

function movedMilestone(milestone: CalendarMilestone, preview: Preview, edit: Edit): CalendarMilestone {
  const span = preview.get(milestone.id);
  if (span === undefined) return milestone;
  const endAt = milestone.endAt === null ? null : instant(span.end);
  const pinned = milestone.pinned || milestone.id === edit.item.id;
  return { ...milestone, startAt: instant(span.start), endAt, pinned };
}

function movedRelease(release: CalendarRelease, preview: Preview, edit: Edit): CalendarRelease {
  if (release.id !== edit.item.releaseId) return release;
  const span = preview.get(release.id);
  const departsAt = span === undefined ? release.departsAt : instant(span.start);
  return {
    ...release,
    departsAt,
    day: dayOf(departsAt, release.zone),
    milestones: release.milestones.map((milestone) => movedMilestone(milestone, preview, edit)),
  };
}

/** The plan as it will be once an edit is kept: shown before the core has answered. */
export function applyMove(range: CalendarRange, edit: Edit, preview: Preview): CalendarRange {
  return {
    ...range,
    lanes: range.lanes.map((lane) =>
      lane.releases.some(({ id }) => id === edit.item.releaseId)
        ? { ...lane, releases: lane.releases.map((release) => movedRelease(release, preview, edit)) }
        : lane,
    ),
  };
}
