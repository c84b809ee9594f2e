import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MadeEntry } from '../../shared/contract/procedure.ts';
import type { CallPlace } from './call-place.ts';
import { branchPlace, clientIn, orpc } from './client.ts';
import { toFailure } from './failures.ts';
import { notify, type ToastAction } from './toasts.ts';
import { createTurns } from './turns.ts';

/** Takes decisions back and brings them again, each by the number of its journal entry. */
export interface Undo {
  /** Takes an entry back where it was made: in this page's branch, in another, or in the plan. */
  readonly undo: (seq: number, place?: CallPlace) => void;
  readonly redo: (seq: number, place?: CallPlace) => void;
  /** Takes back the decision that the label of undo names. */
  readonly undoNext: () => void;
  /** Brings back the decision that the label of redo names. */
  readonly redoNext: () => void;
}

/** The decisions of this page: undo waits for those under way. */
const turns = createTurns();

/**
 * Watches a decision of this page: undo and redo that are asked for meanwhile wait for it, and until the labels name
 * what there is to undo after it.
 */
export function watchDecision(queryClient: QueryClient, decision: Promise<unknown>): void {
  const told = () => queryClient.invalidateQueries({ queryKey: orpc.journal.next.key() });
  turns.hold(decision.then(told, told));
}

function createUndo(queryClient: QueryClient): Undo {
  type Call = (input: { readonly seq: number }) => Promise<MadeEntry>;

  async function decide(call: Promise<MadeEntry>, back: (seq: number) => ToastAction): Promise<void> {
    try {
      const { seq, summary } = await call;
      if (seq !== null && summary !== null) notify.done(summary, back(seq));
    } catch (error) {
      notify.failed(toFailure(error));
    }
    await queryClient.invalidateQueries({ queryKey: orpc.journal.next.key() });
  }

  /** Which entry is meant is known when its turn comes: a second press means the one before the first. */
  function takeTurn(step: 'undo' | 'redo', place: CallPlace, seqOf: () => number | undefined): void {
    const { journal } = clientIn(place);
    const call: Call = step === 'undo' ? journal.undo : journal.redo;
    turns.take(async () => {
      const seq = seqOf();
      if (seq === undefined) return;
      await decide(call({ seq }), (made) =>
        step === 'undo'
          ? { label: 'Redo', place, run: () => redo(made, place) }
          : { label: 'Undo', place, run: () => undo(made, place) },
      );
    });
  }

  const undo: Undo['undo'] = (seq, place = branchPlace.now()) => takeTurn('undo', place, () => seq);
  const redo: Undo['redo'] = (seq, place = branchPlace.now()) => takeTurn('redo', place, () => seq);
  const next = () => queryClient.getQueryData(orpc.journal.next.queryKey({ input: {} }));
  return {
    undo,
    redo,
    undoNext: () => takeTurn('undo', branchPlace.now(), () => next()?.undo?.seq),
    redoNext: () => takeTurn('redo', branchPlace.now(), () => next()?.redo?.seq),
  };
}

/** Undo and redo of exactly the entry that is named, said with the way back. */
export function useUndo(): Undo {
  const queryClient = useQueryClient();
  return useMemo(() => createUndo(queryClient), [queryClient]);
}
