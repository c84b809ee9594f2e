/** Things that are decided one after another. */
export interface Turns {
  /** Holds back every turn that is asked for later until this work has ended, well or not. */
  readonly hold: (work: Promise<unknown>) => void;
  /** Does something once everything that was held or asked for before has ended. */
  readonly take: (act: () => Promise<unknown>) => void;
}

/** Makes a row of turns: what is undone is found out only when the decisions before it have been answered. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();

  function hold(work: Promise<unknown>): void {
    last = Promise.allSettled([last, work]);
  }

  return { hold, take: (act) => hold(last.then(act)) };
}
