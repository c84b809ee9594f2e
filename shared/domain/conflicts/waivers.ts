import type { Conflict, WaivableConflict } from '../../model/conflict.ts';
import type { Instant } from '../../model/time.ts';
import type { Waiver } from '../../model/waiver.ts';
import { isWithin } from './extent.ts';

function latest(waivers: readonly Waiver[]): Waiver | null {
  return waivers.reduce<Waiver | null>((best, each) => (best && best.until >= each.until ? best : each), null);
}

/**
 * Every conflict, in the order given, with the waiver that holds for it at a moment and the last one that did and does no
 * longer. A waiver holds from when it was given until its end, that moment not included, and only for what was accepted: a
 * conflict that has moved or grown since counts again. Nothing is left out.
 */
export function withWaivers(
  conflicts: readonly Conflict[],
  waivers: readonly Waiver[],
  now: Instant,
): readonly WaivableConflict[] {
  const byKey = Map.groupBy(waivers, ({ conflictKey }) => conflictKey);
  return conflicts.map((conflict) => {
    const own = (byKey.get(conflict.key) ?? []).filter(({ waivedAt }) => waivedAt <= now);
    const holds = (waiver: Waiver) =>
      now < waiver.until && (waiver.accepted === null || isWithin(conflict, waiver.accepted, now));
    return { conflict, waiver: latest(own.filter(holds)), lapsed: latest(own.filter((each) => !holds(each))) };
  });
}
