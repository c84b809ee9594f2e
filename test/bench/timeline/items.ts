import { bandSet } from '../../../renderer/features/calendar/timeline/bands.ts';
import type {
  TimelineLane,
  TimelineMilestone,
  TimelineRelease,
} from '../../../renderer/features/calendar/timeline/model.ts';
import { toDayNumber } from '../../../shared/domain/calendar/days.ts';
import type { MilestoneId, ReleaseId } from '../../../shared/model/ids.ts';
import { day, instant, Zone } from '../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../shared/model/train.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Eight items a release, 25 releases a lane: one every two weeks of a year. */
const RELEASES_PER_LANE = 25;
const ITEMS_PER_RELEASE = 8;

interface StagePlan {
  readonly kind: MilestoneKind;
  readonly name: string;
  /** Days before the departure. */
  readonly from: number;
  /** Length in days; 0 for a point. */
  readonly length: number;
}

const stages: readonly StagePlan[] = [
  { kind: 'scope-cut-off', name: 'Scope cut-off', from: 15, length: 0 },
  { kind: 'code-freeze', name: 'Code freeze', from: 11, length: 0 },
  { kind: 'integration', name: 'Integration', from: 11, length: 4 },
  { kind: 'uat', name: 'UAT', from: 6, length: 4 },
  { kind: 'cab', name: 'CAB', from: 2, length: 0 },
  { kind: 'go-no-go', name: 'Go/no-go', from: 1, length: 0 },
  { kind: 'hypercare', name: 'Hypercare', from: -1, length: 3 },
];

/** A generator of numbers in [0, 1) that always gives the same ones (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const berlin = Zone.parse('Europe/Berlin');

/** A freeze of three days each month, behind every lane; vis-timeline is spared them. */
const FREEZES = 12;

/** The first day of the synthetic year, ms UTC. */
export const YEAR_START = toDayNumber(day('2026-01-05')) * DAY;

/** Lanes that hold `items` releases and milestones in all, the same on every call. */
export function syntheticLanes(items: number): readonly TimelineLane[] {
  const random = seeded(7);
  const freezes = bandSet(
    Array.from({ length: FREEZES }, (_month, month) => {
      const start = YEAR_START + (25 + month * 30) * DAY;
      return { kind: 'freeze', name: `Month end ${month + 1}`, start, end: start + 3 * DAY };
    }),
  );
  const count = Math.max(1, Math.round(items / (RELEASES_PER_LANE * ITEMS_PER_RELEASE)));
  return Array.from({ length: count }, (_, lane) => {
    const offset = Math.floor(random() * 14) * DAY;
    const releases = Array.from({ length: RELEASES_PER_LANE }, (_release, index): TimelineRelease => {
      const departsAt = YEAR_START + offset + index * 14 * DAY + 18 * HOUR;
      const milestones = stages.map((stage): TimelineMilestone => {
        const startAt = departsAt - stage.from * DAY - Math.floor(random() * 8) * HOUR;
        return {
          id: `m-${lane}-${index}-${stage.kind}` as MilestoneId, // synthetic
          stageKey: stage.kind,
          kind: stage.kind,
          name: stage.name,
          startAt: instant(startAt),
          endAt: stage.length === 0 ? null : instant(startAt + stage.length * DAY),
          zone: berlin,
          pinned: random() < 0.05,
        };
      });
      const name = `Train ${lane + 1} 2026.${String(index + 1).padStart(2, '0')}`;
      const id = `r-${lane}-${index}` as ReleaseId; // synthetic
      return { id, name, departsAt: instant(departsAt), zone: berlin, state: 'planned', milestones };
    });
    const daysOff = Array.from({ length: 60 }, (_week, week) => {
      const from = YEAR_START + (week * 7 - 2) * DAY;
      return { from, to: from + 2 * DAY, name: '' };
    });
    return { id: `t-${lane}`, name: `Train ${lane + 1}`, releases, daysOff, bands: freezes };
  });
}
