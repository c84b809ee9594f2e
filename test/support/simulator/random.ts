/** A seeded source of uniform numbers in [0, 1). */
export interface Random {
  readonly next: () => number;
}

function mixed(hash: number, key: number): number {
  const folded = Math.imul((hash ^ key) >>> 0, 0x85ebca6b);
  const turned = (folded << 13) | (folded >>> 19);
  return (Math.imul(turned, 5) + 0xe6546b64) | 0;
}

function finished(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** Hashes a seed and up to four keys to 32 bits (MurmurHash3's mixing and finaliser). */
export function hash32(seed: number, a: number, b = 0, c = 0, d = 0): number {
  return finished(mixed(mixed(mixed(mixed(seed | 0, a), b), c), d));
}

/**
 * A stream of its own for each (seed, keys): sfc32, seeded by hashes. Streams do not depend on the order in which
 * they are made, so that any one thing can be generated without what lies before it.
 */
export function randomOf(seed: number, a: number, b = 0, c = 0): Random {
  let s0 = hash32(seed, a, b, c, 1);
  let s1 = hash32(seed, a, b, c, 2);
  let s2 = hash32(seed, a, b, c, 3);
  let counter = 1;
  function step(): number {
    const sum = (s0 + s1 + counter) | 0;
    counter = (counter + 1) | 0;
    s0 = s1 ^ (s1 >>> 9);
    s1 = (s2 + (s2 << 3)) | 0;
    s2 = (((s2 << 21) | (s2 >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 4; round += 1) step();
  return { next: () => step() / 4_294_967_296 };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Forty hexadecimal digits that stand for a commit, from the same keys as a stream. */
export function shaOf(seed: number, a: number, b: number, c: number): string {
  let text = '';
  for (let word = 0; word < 5; word += 1) {
    const bits = hash32(seed, a, b, c, 100 + word);
    text += `${HEX[bits >>> 24]}${HEX[(bits >>> 16) & 255]}${HEX[(bits >>> 8) & 255]}${HEX[bits & 255]}`;
  }
  return text;
}
