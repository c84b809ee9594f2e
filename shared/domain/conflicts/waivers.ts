import type { Conflict, WaivableConflict } from '../../model/conflict.ts';
import type { Instant } from '../../model/time.ts';
import type { Waiver } from '../../model/waiver.ts';

function latest(waivers: readonly Waiver[]): Waiver | null {
  return waivers.reduce<Waiver | null>((best, each) => (best && best.until >= each.until ? best : each), null);
}

/**
 * Every conflict, in the order given, with the waiver that holds for it at a moment and the last one that ended before: a
 * waiver holds from when it was given until its end, that moment not included. Nothing is left out.
 */
export function withWaivers(
  conflicts: readonly Conflict[],
  waivers: readonly Waiver[],
  now: Instant,
): readonly WaivableConflict[] {
  const byKey = Map.groupBy(waivers, ({ conflictKey }) => conflictKey);
  return conflicts.map((conflict) => {
    const own = byKey.get(conflict.key) ?? [];
    return {
      conflict,
      waiver: latest(own.filter(({ waivedAt, until }) => waivedAt <= now && now < until)),
      lapsed: latest(own.filter(({ until }) => until <= now)),
    };
  });
}
