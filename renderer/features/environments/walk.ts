import type { Lane } from './lanes.ts';

/** The things of a lane that the arrows walk: its environment's name, then its bookings by time. */
export interface WalkRow {
  readonly name: string;
  readonly items: readonly string[];
}

/** What the arrows walk in a lane. */
export function walkRow(name: string, lane: Lane): WalkRow {
  return { name, items: lane.placed.map(({ booking }) => booking.id) };
}

type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** Whether a key walks the picture. */
export function isWalkKey(key: string): key is WalkKey {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
}

/**
 * Where a key leads from a thing of the picture: left and right along its lane, from the name on; up and down to the same
 * place of the next lane, or its last. Without a thing to come from, the first name. Null where there is nothing.
 */
export function walk(rows: readonly WalkRow[], from: string | null, key: WalkKey): string | null {
  const at = rows.findIndex(({ name, items }) => name === from || (from !== null && items.includes(from)));
  const row = rows[at];
  if (row === undefined || from === null) return rows[0]?.name ?? null;
  const things = [row.name, ...row.items];
  const place = things.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return things[Math.max(0, place - 1)] ?? from;
    case 'ArrowRight':
      return things[Math.min(things.length - 1, place + 1)] ?? from;
    case 'Home':
      return row.name;
    case 'End':
      return things.at(-1) ?? from;
    default: {
      const next = rows[at + (key === 'ArrowUp' ? -1 : 1)];
      if (next === undefined) return from;
      const others = [next.name, ...next.items];
      return others[Math.min(place, others.length - 1)] ?? from;
    }
  }
}
