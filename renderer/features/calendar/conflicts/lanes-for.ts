import type { Conflict, ThingKind } from '../../../../shared/model/conflict.ts';
import { LaneGroup } from '../lanes/groups.ts';

const groupOf: Readonly<Partial<Record<ThingKind, LaneGroup>>> = {
  release: 'trains',
  milestone: 'trains',
  scope: 'trains',
  buffer: 'trains',
  assignment: 'trains',
  booking: 'environments',
  rule: 'rules',
  absence: 'teams',
  'day-off': 'teams',
};

/** The groups of lanes that are shown, with those that the sides of a conflict stand in. */
export function lanesFor(shown: readonly LaneGroup[], { sides }: Conflict): readonly LaneGroup[] {
  const wanted = new Set([...shown, ...sides.flatMap(({ thing }) => groupOf[thing.kind] ?? [])]);
  return LaneGroup.options.filter((group) => wanted.has(group));
}
