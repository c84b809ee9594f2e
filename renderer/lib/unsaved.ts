/** Something on the page that would be lost: asks the person whether to leave it, and answers whether to go on. */
export type AskToLeave = () => Promise<boolean>;

/** What on this page is not saved yet, for what replaces the page without going elsewhere. */
export interface UnsavedKeeper {
  /** Has the question asked until the returned function is called. */
  readonly hold: (ask: AskToLeave) => () => void;
  /** Asks each in turn; false at the first who wants to stay. */
  readonly mayLeave: () => Promise<boolean>;
}

export function createUnsavedKeeper(): UnsavedKeeper {
  const held = new Set<AskToLeave>();
  return {
    hold(ask) {
      held.add(ask);
      return () => held.delete(ask);
    },
    async mayLeave() {
      for (const ask of [...held]) if (!(await ask())) return false;
      return true;
    },
  };
}

export const unsaved = createUnsavedKeeper();
