import { describe, expect, it } from 'vitest';
import { withoutDirection } from '../../../../shared/domain/text/direction.ts';

describe('shared/domain/text/direction', () => {
  it.each([
    ['an override', 'Dropped “gnp.\u202eexe” from R1', 'Dropped “gnp.exe” from R1'],
    ['an embedding and its end', '\u202bx\u202c', 'x'],
    ['isolates', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
    ['marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['letters that run from right to left', 'Dropped “שלום” from R1', 'Dropped “שלום” from R1'],
    ['joiners, which letters and signs need', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
  ])('%s', (_what, text, shown) => {
    expect(withoutDirection(text)).toBe(shown);
  });
});
