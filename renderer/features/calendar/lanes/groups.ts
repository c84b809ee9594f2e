import * as z from 'zod';

/** The groups of lanes, in the order in which they stand. */
export const LaneGroup = z.enum(['rules', 'trains', 'environments', 'teams']);
export type LaneGroup = z.infer<typeof LaneGroup>;

export const groupNames: Readonly<Record<LaneGroup, string>> = {
  rules: 'Freezes and windows',
  trains: 'Trains',
  environments: 'Environments',
  teams: 'Teams',
};

/** The groups that are shown: those chosen, else the trains, and freezes and windows where there are any. */
export function shownGroups(chosen: readonly LaneGroup[] | undefined, hasRules: boolean): readonly LaneGroup[] {
  if (chosen !== undefined && chosen.length > 0) return LaneGroup.options.filter((group) => chosen.includes(group));
  return hasRules ? ['rules', 'trains'] : ['trains'];
}

/** What stands in the list after a group was put in or taken out; nothing where it is then empty. */
export function toggleGroup(list: readonly LaneGroup[], group: LaneGroup): LaneGroup[] | undefined {
  const next = list.includes(group) ? list.filter((one) => one !== group) : [...list, group];
  return next.length === 0 ? undefined : next;
}
