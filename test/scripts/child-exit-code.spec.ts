import { describe, expect, it } from 'vitest';
import { childExitCode } from '../../scripts/child-exit-code.ts';

describe('scripts/child-exit-code', () => {
  it.each([
    [0, null, 0],
    [3, null, 3],
    [null, 'SIGSEGV', 139],
    [null, 'SIGTERM', 143],
    [null, 'SIGINT', 130],
    [null, null, 1],
  ] as const)('is, for code %s and signal %s, %s', (code, signal, wanted) => {
    expect(childExitCode(code, signal)).toBe(wanted);
  });
});
