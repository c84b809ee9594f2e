import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../../shared/domain/text/glob.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';

const release = (name: string) => new Map([['{release}', name]]);

function globMatches(pattern: string, text: string): boolean {
  return compileGlob(pattern)(text);
}

/** The oracle: the pattern as a regular expression; right for short texts, too slow for hostile ones. */
function matchesByRegExp(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'is').test(text);
}

describe('shared/domain/text/glob', () => {
  it.each([
    ['prod', 'prod', true],
    ['prod', 'PROD', true],
    ['PROD*', 'production', true],
    ['prod', 'production', false],
    ['*prod', 'eu-prod', true],
    ['*prod*', 'eu-production-2', true],
    ['prod-?', 'prod-1', true],
    ['prod-?', 'prod-', false],
    ['prod-?', 'prod-12', false],
    ['*', '', true],
    ['?', '', false],
    ['', '', true],
    ['', 'a', false],
    ['**a**', 'bab', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b-', false],
    ['*ab', 'aab', true],
    ['*.x', 'a.y.x', true],
    ['a.c', 'abc', false],
    ['a[bc]', 'a[bc]', true],
    ['(a|b)+', 'a', false],
    ['In Review', 'in review', true],
    ['Übergabe', 'übergabe', true],
    ['caf\u00e9', 'cafe\u0301', true],
    ['?', '🚀', true],
    ['line*end', 'line\nend', true],
    ['{release}', '{release}', true],
  ])('%s matches "%s": %s', (pattern, text, expected) => {
    expect(globMatches(pattern, text)).toBe(expected);
  });

  it.each([
    ['{release}', '2026.24', '2026.24', true],
    ['v{release}-*', 'Payments 2026.24', 'VPAYMENTS 2026.24-rc1', true],
    ['{release}', 'R*', 'R2', false],
    ['{release}', 'R*', 'r*', true],
    ['{release}?', 'R', 'R?', true],
    ['{{release}}', 'R', '{R}', true],
    ['{other}', 'R', '{other}', true],
    ['{constructor}', 'R', '{constructor}', true],
    ['{release}{release}', 'a', 'aa', true],
  ])('%s stands for release %s: "%s" %s', (pattern, name, text, expected) => {
    expect(compileGlob(pattern, release(name))(text)).toBe(expected);
  });

  it('matches what a regular expression matches', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '-'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '*', '?', '.'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (glob, subject) => {
        expect(globMatches(glob, subject)).toBe(matchesByRegExp(glob, subject));
      }),
      { numRuns: 3000 },
    );
  });

  it('stays quick where a regular expression would take for ever', () => {
    const hostile = `${'a*'.repeat(60)}b`;
    const text = 'a'.repeat(10_000);
    const started = cpuMilliseconds();

    expect(globMatches(hostile, text)).toBe(false);
    // Measured at 5 ms here.
    expect(cpuMilliseconds() - started).toBeLessThan(1000);
  });
});
