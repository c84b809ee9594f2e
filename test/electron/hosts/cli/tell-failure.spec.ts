import { describe, expect, it } from 'vitest';
import { failureText, isExpected } from '../../../../electron/hosts/cli/tell-failure.ts';
import { wireFailure } from '../../../../shared/contract/client-errors.ts';
import { Failure } from '../../../../shared/model/failure.ts';

describe('electron/hosts/cli/tell-failure', () => {
  it.each([
    ['a failure', new Failure('WORKSPACE_MISSING', 'There is no a.', { where: 'a', remedy: 'Make it.' })],
    [
      'a failure of the contract',
      wireFailure('WORKSPACE_MISSING', 'There is no a.', { where: 'a', remedy: 'Make it.' }),
    ],
  ])('tells of %s its code and message first, then where and what to do', (_what, error) => {
    expect(failureText(error)).toBe('WORKSPACE_MISSING: There is no a.\n  where: a\n  remedy: Make it.\n');
    expect(isExpected(error)).toBe(true);
  });

  it('leaves out what a failure does not say', () => {
    expect(failureText(new Failure('CANCELLED', 'The call was cancelled.'))).toBe(
      'CANCELLED: The call was cancelled.\n',
    );
  });

  it.each([new TypeError('secret internals'), 'text', undefined])('gives nothing away of a fault: %s', (error) => {
    expect(failureText(error)).toMatch(/^INTERNAL: /);
    expect(failureText(error)).not.toContain('secret internals');
    expect(isExpected(error)).toBe(false);
  });

  it('keeps control characters from the terminal', () => {
    expect(failureText(new Failure('NOT_FOUND', 'no \u001b[2Jtrain'))).toBe('NOT_FOUND: no  [2Jtrain\n');
  });
});
