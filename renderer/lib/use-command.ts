import type { ClientContext } from '@orpc/client';
import type { ProcedureUtils } from '@orpc/tanstack-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { MadeEntry } from '../../shared/contract/procedure.ts';
import { branchPlace } from './client.ts';
import { toFailure, type UiFailure } from './failures.ts';
import { notify } from './toasts.ts';
import { useUndo, watchDecision } from './use-undo.ts';

export interface CommandOptions {
  /** Where the caller shows the failure itself (a form), no toast repeats it. */
  readonly showsFailure?: boolean | undefined;
  /** Whether it may be run again while it runs: where each run is about another thing. */
  readonly several?: boolean | undefined;
  /** It decides about the plan wherever this page is, and is taken back there. */
  readonly inPlan?: boolean | undefined;
}

export interface Command<I, O> {
  /** Runs it; the output, or null where it failed (which has been said by then) or where it is under way already. */
  readonly run: (input: I) => Promise<O | null>;
  readonly busy: boolean;
  readonly failure: UiFailure | null;
  readonly forget: () => void;
}

/**
 * Runs a command of the contract. Success is told in the journal's own words, with Undo of exactly that entry, and
 * not at all where nothing changed; failure is told with its remedy.
 */
export function useCommand<I, O extends MadeEntry, E>(
  procedure: ProcedureUtils<ClientContext, I, O, E>,
  { showsFailure = false, several = false, inPlan = false }: CommandOptions = {},
): Command<I, O> {
  const queryClient = useQueryClient();
  const { undo } = useUndo();
  const running = useRef(false);
  const mutation = useMutation<O, unknown, I>({ mutationFn: (input) => procedure.call(input) });

  async function run(input: I): Promise<O | null> {
    running.current = true;
    const place = inPlan ? null : branchPlace.now();
    try {
      const decision = mutation.mutateAsync(input);
      watchDecision(queryClient, decision);
      const output = await decision;
      const { seq, summary } = output;
      if (seq !== null && summary !== null) notify.done(summary, { label: 'Undo', place, run: () => undo(seq, place) });
      return output;
    } catch (error) {
      if (!showsFailure) notify.failed(toFailure(error));
      return null;
    } finally {
      running.current = false;
    }
  }

  return {
    // The state of a mutation comes with the next drawing; two presses may come before it.
    run: (input) => (running.current && !several ? Promise.resolve(null) : run(input)),
    busy: mutation.isPending,
    failure: mutation.error === null ? null : toFailure(mutation.error),
    forget: mutation.reset,
  };
}
