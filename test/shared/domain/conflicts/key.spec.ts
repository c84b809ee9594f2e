import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictKey, digest, hash32, inOrder } from '../../../../shared/domain/conflicts/key.ts';

/** The same hash in whole numbers of any length. */
function hashSlowly(text: string, seed: number): number {
  const mask = 0xffffffffn;
  let hash = 0x811c9dc5n ^ BigInt(seed);
  for (const unit of Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))) {
    hash = ((hash ^ BigInt(unit)) * 0x01000193n) & mask;
  }
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number((hash ^ (hash >> 16n)) & mask);
}

describe('shared/domain/conflicts/key', () => {
  it('hashes as FNV-1a with the finaliser of MurmurHash3 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9), (text, seed) => {
        expect(hash32(text, seed)).toBe(hashSlowly(text, seed));
      }),
    );
  });

  it('joins ids, and keeps to what a waiver can hold', () => {
    const long = ['a'.repeat(200), 'b'.repeat(200), 'c'.repeat(200), 'd'.repeat(200), 'e'.repeat(200)];

    expect(conflictKey('service-clash', ['a', 'b'])).toBe('service-clash a b');
    expect(conflictKey('service-clash', long)).toMatch(/^service-clash #[0-9a-f]{16}$/);
    expect(conflictKey('service-clash', long)).not.toBe(conflictKey('service-clash', long.toReversed()));
  });

  it('writes a digest at full length', () => {
    expect(digest(1, 0xffffffff)).toBe('#00000001ffffffff');
  });

  it('puts two ids in one order', () => {
    expect(inOrder('b', 'a')).toEqual(inOrder('a', 'b'));
  });
});
