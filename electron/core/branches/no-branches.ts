import { Failure } from '../../../shared/model/failure.ts';
import type { BranchDesk } from '../branch-desk.ts';

/** A branch has no branches: whoever tries is told where they are. */
export function noBranches(): BranchDesk<never> {
  const refuse = () => {
    throw new Failure('CONFLICT', 'This is a branch, and a branch has no branches of its own.', {
      where: 'branch',
      remedy: 'Go back to the plan and fork it.',
    });
  };
  return { list: () => [], create: async () => refuse(), read: refuse, rename: refuse, discard: async () => refuse() };
}
