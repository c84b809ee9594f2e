import type { CalendarMilestone, CalendarRange, CalendarRelease } from '../../../shared/contract/calendar.ts';
import { placeMilestones } from '../../../shared/domain/calendar/place-milestones.ts';
import type { WorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { instant, type Zone } from '../../../shared/model/time.ts';
import type { Stage } from '../../../shared/model/train.ts';
import { departureOf, type Edit, targetOf } from './timeline/edit.ts';
import type { TimelineItem } from './timeline/model.ts';
import type { Preview } from './timeline/scene.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a moved release takes along: its train's stages and working days. */
export interface Following {
  readonly stages: readonly Stage[];
  readonly days: WorkingDays;
}

/** Where the milestones of a moved release go by the backward pass; those moved or added by hand stay. */
function followers(
  edit: Edit,
  group: readonly TimelineItem[],
  { stages, days }: Following,
): readonly (readonly [string, Span])[] {
  const zone = edit.item.zone as Zone; // a zone of the model, checked at the contract
  try {
    const placed = placeMilestones(stages, { releaseDay: departureOf(targetOf(edit)).day, zone, days });
    return group.flatMap((item) => {
      const place = placed.find(({ stageKey }) => stageKey === item.stageKey);
      if (place === undefined || item.pinned || item.what === 'release') return [];
      const span = { start: place.startAt, end: place.endAt ?? place.startAt };
      return span.start === item.start && span.end === item.end ? [] : [[item.id, span] as const];
    });
  } catch (error) {
    // Stages that cannot be placed there: the core will say so when the release is dropped.
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** Where an edit takes its item and, for a release, the milestones that follow. */
export function previewMove(edit: Edit, group: readonly TimelineItem[], following: Following | null): Preview {
  const { start, end } = targetOf(edit);
  const own = [edit.item.id, { start, end }] as const;
  if (edit.item.what !== 'release' || following === null) return new Map([own]);
  return new Map([own, ...followers(edit, group, following)]);
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
