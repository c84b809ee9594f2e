/** Asks about the newest wish alone: at most one question is under way, and what was wished for in between is skipped. */
export interface Latest<Wish> {
  readonly want: (wish: Wish) => void;
  /** Nothing is wished for any more: the answer under way is not told. */
  readonly drop: () => void;
}

/**
 * Makes a `Latest`. An answer is told although a newer wish waits, so that somebody who never holds still sees
 * something too; a question that fails is told as null.
 */
export function createLatest<Wish, Answer>(
  ask: (wish: Wish) => Promise<Answer>,
  tell: (wish: Wish, answer: Answer | null) => void,
): Latest<Wish> {
  let wanted: { readonly wish: Wish; readonly round: number } | null = null;
  let round = 0;
  let isAsking = false;

  async function work(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (wanted !== null) {
      const asked: { readonly wish: Wish; readonly round: number } = wanted;
      wanted = null;
      const answer = await ask(asked.wish).catch(() => null);
      if (asked.round === round) tell(asked.wish, answer);
    }
    isAsking = false;
  }

  return {
    want(wish) {
      wanted = { wish, round };
      void work();
    },
    drop() {
      wanted = null;
      round += 1;
    },
  };
}
