import type { Zone } from '../../shared/model/time.ts';

/** Something whose times were typed in a zone; null where none was. What was imported says nothing of people's habits. */
export interface Zoned {
  readonly zone: Zone | null;
  readonly imported: boolean;
}

/** The zone that the form of a new thing begins with: the one that most such things made here have, else the workspace's. */
export function zoneToBeginWith(such: readonly Zoned[], workspace: Zone): Zone {
  const counts = new Map<Zone, number>();
  for (const { zone, imported } of such) {
    if (zone !== null && !imported) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (most === 0 || counts.get(workspace) === most) return workspace;
  return [...counts].find(([, count]) => count === most)?.[0] ?? workspace;
}
