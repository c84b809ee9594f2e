import type { ConflictIndex } from '../../shared/domain/conflicts/conflict-index.ts';
import type { Change } from '../../shared/model/journal.ts';

/** The conflicts of a plan, kept as it is decided; electron/core/keep-conflicts.ts stands behind it. */
export interface ConflictDesk {
  /** The conflicts as the plan stands now. */
  readonly read: () => Promise<ConflictIndex>;
  /** Takes over what a command changed. */
  readonly follow: (changes: readonly Change[]) => void;
}
