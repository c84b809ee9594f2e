import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../shared/domain/text/fold-text.ts';

describe('shared/domain/text/fold-text', () => {
  it.each([
    ['Release', 'release'],
    ['ÉTÉ', 'été'],
    ['E\u0301te\u0301', 'été'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['完了', '完了'],
    ['', ''],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text).replaceAll('ς', 'σ')).toBe(folded.replaceAll('ς', 'σ'));
  });

  it('changes nothing the second time', () => {
    for (const text of ['E\u0301', 'ẞ', 'İ', 'DŽ']) expect(foldText(foldText(text))).toBe(foldText(text));
  });
});
