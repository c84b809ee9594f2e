import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../../shared/domain/text/cut-text.ts';

describe('shared/domain/text/cut-text', () => {
  it.each([
    ['short enough', 'launch', 6, 'launch'],
    ['too long', 'launches', 6, 'launch'],
    ['cut beside a rocket', 'go 🚀 now', 5, 'go 🚀'],
    ['cut within a rocket', 'go 🚀 now', 4, 'go '],
    ['half a rocket', 'go \ud83d', 10, 'go \ufffd'],
    ['nothing', '', 3, ''],
  ])('cuts a text that is %s', (_what, text, most, expected) => {
    expect(cutText(text, most)).toBe(expected);
  });

  it('gives the longest whole beginning that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        const cut = cutText(text, most);

        const fitting = [...text]
          .map((_, index, all) => all.slice(0, index + 1).join(''))
          .filter((s) => s.length <= most);
        expect(cut).toBe(fitting.at(-1) ?? '');
      }),
    );
  });
});
