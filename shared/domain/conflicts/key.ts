/** The longest key that a waiver can hold is 1,000 characters. */
const LONGEST = 900;

/** One number of 32 bits for a text. Source: Fowler, Noll and Vo, FNV-1a; then Appleby's MurmurHash3 finaliser. */
export function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 bits as text, for what is too long to be written out. */
export function digest(high: number, low: number): string {
  return `#${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}`;
}

/** A conflict's key: its kind and the ids of what clashes, which hold no white space; a digest where that is too long. */
export function conflictKey(kind: string, parts: readonly string[]): string {
  const key = [kind, ...parts].join(' ');
  return key.length <= LONGEST ? key : `${kind} ${digest(hash32(key, 1), hash32(key, 2))}`;
}

/** Two ids in the one order that does not depend on who asks. */
export function inOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}
