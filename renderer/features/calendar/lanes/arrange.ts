import type { TimelineLane } from '../timeline/model.ts';
import { groupNames, type LaneGroup } from './groups.ts';

export const HEADING = 'heading ';
export const EMPTY = 'empty ';

/** The group that a heading, or the lane of an empty group, stands for; null for other lanes. */
export function groupOfLane({ id }: TimelineLane): LaneGroup | null {
  const group = [HEADING, EMPTY].find((start) => id.startsWith(start));
  return group === undefined ? null : (id.slice(group.length) as LaneGroup); // as `arrange` wrote it
}

function standing(of: 'heading' | 'environment', id: string, name: string): TimelineLane {
  return { of, id, name, releases: [], daysOff: [] };
}

/**
 * The lanes of the groups one under the other, each group under its heading; folded ones are their heading alone. A
 * single group needs no heading, and one without lanes has one that says so.
 */
export function arrange(
  groups: readonly LaneGroup[],
  lanesOf: Readonly<Record<LaneGroup, readonly TimelineLane[]>>,
  folded: ReadonlySet<LaneGroup>,
): readonly TimelineLane[] {
  return groups.flatMap((group) => {
    const lanes = lanesOf[group].length === 0 ? [standing('environment', EMPTY + group, '')] : lanesOf[group];
    if (groups.length === 1) return lanes;
    const heading = standing('heading', HEADING + group, groupNames[group]);
    return folded.has(group) ? [heading] : [heading, ...lanes];
  });
}
