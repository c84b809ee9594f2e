import type { Branch } from '../../shared/contract/branches.ts';
import type { BranchId } from '../../shared/model/ids.ts';

/** What the services ask of branches; electron/core/branches stands behind it. `Core` is what works on one. */
export interface BranchDesk<Core> {
  readonly list: () => Branch[];
  readonly create: (name: string) => Promise<BranchId>;
  /** A branch and everything that works on it, for reading; NOT_FOUND where it is gone. */
  readonly read: (id: BranchId) => { readonly branch: Branch; readonly core: Core };
  readonly rename: (id: BranchId, name: string) => void;
  readonly discard: (id: BranchId) => Promise<void>;
}
