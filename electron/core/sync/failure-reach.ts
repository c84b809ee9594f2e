import type { FailureCode } from '../../../shared/model/failure.ts';

/**
 * How far a failed request reaches: the `run` cannot go on at all; only its `scope` cannot, and what is left of
 * it waits for the next sync; or its `scope-anew`, and asking the same again would fail again, so the next
 * sync begins that scope from its last watermarks.
 */
export type FailureReach = 'run' | 'scope' | 'scope-anew';

const SCOPE: readonly FailureCode[] = ['PROVIDER_BROKEN', 'PROVIDER_TIMEOUT', 'PROVIDER_TRUNCATED'];
const SCOPE_ANEW: readonly FailureCode[] = [
  'PROVIDER_NOT_FOUND',
  'PROVIDER_FORBIDDEN',
  'PROVIDER_REFUSED',
  'PROVIDER_LOOP',
  'TOO_LARGE',
  'INTERNAL',
];
/** So many troubled scopes mean a troubled server: asking it for all the others would only take long. */
const TROUBLED_SCOPES = 3;

export function failureReach(code: FailureCode, troubledScopes: number): FailureReach {
  if (SCOPE_ANEW.includes(code)) return 'scope-anew';
  return SCOPE.includes(code) && troubledScopes < TROUBLED_SCOPES ? 'scope' : 'run';
}
