import { describe, expect, it } from 'vitest';
import { isToml, readToml } from '../../../../../shared/domain/exchange/schedules/toml.ts';

describe('shared/domain/exchange/schedules/toml', () => {
  it.each([
    ['# a remark\n\n[metadata."1.6"] # a table\n', true],
    ['[[release."1.6"]]\r\nstage = "a"', true],
    ['pep = 160', true],
    ['release-week: "2026-09-28"', false],
    ['- [a, b]', false],
    ['Dear all, a = b', false],
    ['', false],
  ])('tells by its first line whether %j is TOML: %s', (text, is) => {
    expect(isToml(text)).toBe(is);
  });

  it('keeps days as they are written, those that there are not with them', () => {
    expect(readToml('a = 2026-10-01 # a day\nb = 2026-02-31\nc = "d = 2026-01-01"')).toEqual({
      document: { a: '2026-10-01', b: '2026-02-31', c: 'd = 2026-01-01' },
    });
  });

  it('says the line that cannot be read', () => {
    expect(readToml('a = 1\nb = [')).toEqual({ wrongLine: 2 });
  });
});
