import { type CullIndex, cullIndex, cullRange } from './cull.ts';

/** A freeze or maintenance behind the items of a lane. */
export interface Band {
  readonly kind: 'freeze' | 'maintenance';
  readonly name: string;
  /** Milliseconds UTC. */
  readonly start: number;
  readonly end: number;
}

/** The bands of a lane by start, with what culling needs; lanes that are alike share one. */
export interface BandSet {
  readonly bands: readonly Band[];
  readonly cull: CullIndex;
}

export function bandSet(bands: readonly Band[]): BandSet {
  const sorted = bands.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.name < b.name ? -1 : 1));
  return { bands: sorted, cull: cullIndex(sorted) };
}

export const noBands: BandSet = bandSet([]);

/** The bands that share a moment with `start` to `end`; a point counts as a moment of its own. */
export function bandsOver({ bands, cull }: BandSet, start: number, end: number): readonly Band[] {
  const [first, last] = cullRange(cull, start, end);
  return bands.slice(first, last).filter((band) => band.end > start && band.start < Math.max(end, start + 1));
}

/** What lies over a moment or a span, in words; a name once, however often it recurs. */
export function bandNotes(set: BandSet, start: number, end: number = start): readonly string[] {
  const words = { freeze: 'During freeze', maintenance: 'During maintenance' } as const;
  return [...new Set(bandsOver(set, start, end).map(({ kind, name }) => `${words[kind]} “${name}”`))];
}
