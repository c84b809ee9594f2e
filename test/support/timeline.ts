import * as fc from 'fast-check';
import {
  buildModel,
  type TimelineItem,
  type TimelineLane,
  type TimelineMilestone,
  type TimelineModel,
  type TimelineRelease,
} from '../../renderer/features/calendar/timeline/model.ts';
import type { MilestoneKind } from '../../shared/model/train.ts';

type Loose<T> = Partial<Record<keyof T, unknown>>;

export const DAY = 86_400_000;
/** The start of the synthetic plans below. */
export const DAY_ZERO = Date.UTC(2026, 5, 1);

/** Eight pixels a character: widths that need no font. */
export const measureText = (text: string): number => text.length * 8;

/** A milestone of a plan; ids and moments as plain texts and numbers. */
export function milestone(id: string, fields: Loose<TimelineMilestone> = {}): TimelineMilestone {
  const kind: MilestoneKind = 'uat';
  const base = { id, stageKey: id, kind, name: id, startAt: DAY_ZERO, endAt: null, zone: 'UTC', pinned: false };
  return { ...base, ...fields } as unknown as TimelineMilestone; // the fields of one, whose brands hold nothing more
}

/** A release of a plan, likewise. */
export function release(id: string, fields: Loose<TimelineRelease> = {}): TimelineRelease {
  const base = { id, name: id, departsAt: DAY_ZERO, zone: 'UTC', state: 'planned', milestones: [] };
  return { ...base, ...fields } as unknown as TimelineRelease; // likewise
}

export function lane(id: string, releases: readonly TimelineRelease[]): TimelineLane {
  return { id, name: id, releases, daysOff: [] };
}

/** A model of one lane. */
export function modelOf(...releases: readonly TimelineRelease[]): TimelineModel {
  return buildModel([lane('t', releases)], DAY_ZERO);
}

/** An item that a model must hold. */
export function itemOf(model: TimelineModel, id: string): TimelineItem {
  const item = model.byId.get(id);
  if (item === undefined) throw new Error(`the model has no ${id}`);
  return item;
}

const someMilestone = fc.record({
  offset: fc.integer({ min: -30, max: 6 }),
  hour: fc.integer({ min: 0, max: 23 }),
  days: fc.option(fc.integer({ min: 0, max: 12 })),
});

const someRelease = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  milestones: fc.array(someMilestone, { maxLength: 6 }),
});

/** Plans of a few lanes over four months, crowded enough for everything to meet. */
export const somePlan: fc.Arbitrary<TimelineModel> = fc
  .array(fc.array(someRelease, { maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((lanes) =>
    buildModel(
      lanes.map((releases, at) =>
        lane(
          `t${at}`,
          releases.map((one, index) => {
            const departsAt = DAY_ZERO + one.day * DAY + 18 * 3_600_000;
            return release(`r${at}-${index}`, {
              departsAt,
              milestones: one.milestones.map(({ offset, hour, days }, place) => {
                const startAt = DAY_ZERO + (one.day + offset) * DAY + hour * 3_600_000;
                const endAt = days === null ? null : startAt + days * DAY + 3_600_000;
                return milestone(`m${at}-${index}-${place}`, { startAt, endAt });
              }),
            });
          }),
        ),
      ),
      DAY_ZERO + 60 * DAY,
    ),
  );
