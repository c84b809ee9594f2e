import { describe, expect, it } from 'vitest';
import { AddressText, filterCount } from '../../../renderer/lib/address.ts';

describe('renderer/lib/address', () => {
  it('keeps a text, and drops one that is too long or none', () => {
    const kept = ['x'.repeat(200), 'x'.repeat(201), 7, undefined].map((text) => AddressText.parse(text)?.length);

    expect(kept).toEqual([200, undefined, undefined, undefined]);
  });

  it('counts the filters that narrow a list', () => {
    expect([
      filterCount({}),
      filterCount({ text: '', actor: undefined }),
      filterCount({ text: 'a', kind: 'train', label: undefined }),
    ]).toEqual([0, 0, 2]);
  });
});
