import type { ReleaseState } from '../../model/release.ts';

/** Whether a release is still to come: planned or under way. */
export function isAhead({ state }: { readonly state: ReleaseState | 'removed' }): boolean {
  return state === 'planned' || state === 'under-way';
}
