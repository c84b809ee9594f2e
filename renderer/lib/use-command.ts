import type { ClientContext } from '@orpc/client';
import type { ProcedureUtils } from '@orpc/tanstack-query';
import { useMutation } from '@tanstack/react-query';
import { client } from './client.ts';
import { toFailure, type UiFailure } from './failures.ts';
import { notify } from './toasts.ts';

export interface CommandOptions<I, O> {
  /** What to say instead of the journal's own sentence; null says nothing. */
  readonly say?: ((output: O, input: I) => string | null) | undefined;
  /** Where the caller shows the failure itself (a form), no toast repeats it. */
  readonly showsFailure?: boolean | undefined;
}

export interface Command<I, O> {
  /** Runs it; the output, or null where it failed (which has been said by then). */
  readonly run: (input: I) => Promise<O | null>;
  readonly busy: boolean;
  readonly failure: UiFailure | null;
  readonly forget: () => void;
}

/** Takes one journal entry back, and says so. */
export async function undoEntry(seq: number | null): Promise<void> {
  try {
    const undone = await client.journal.undo({ seq });
    notify.done(`Undone: ${undone.summary}`, { label: 'Redo', run: () => void redoEntry() });
  } catch (error) {
    notify.failed(toFailure(error));
  }
}

/** Brings back what was taken back last, and says so. */
export async function redoEntry(): Promise<void> {
  try {
    const redone = await client.journal.redo({});
    notify.done(`Redone: ${redone.summary}`, { label: 'Undo', run: () => void undoEntry(null) });
  } catch (error) {
    notify.failed(toFailure(error));
  }
}

/** Says what was decided, in the journal's own words, with the way to take exactly that back. */
async function sayDecision(text: string | undefined): Promise<void> {
  const next = await client.journal.next({}).catch(() => null);
  const latest = next?.undo ?? null;
  const sentence = text ?? latest?.summary ?? 'Done.';
  notify.done(sentence, latest === null ? null : { label: 'Undo', run: () => void undoEntry(latest.seq) });
}

/** Runs a command of the contract; success is told with Undo, failure with its remedy. */
export function useCommand<I, O, E>(
  procedure: ProcedureUtils<ClientContext, I, O, E>,
  options: CommandOptions<I, O> = {},
): Command<I, O> {
  const mutation = useMutation<O, unknown, I>({ mutationFn: (input) => procedure.call(input) });

  return {
    async run(input) {
      try {
        const output = await mutation.mutateAsync(input);
        const text = options.say?.(output, input);
        if (text !== null) void sayDecision(text);
        return output;
      } catch (error) {
        if (options.showsFailure !== true) notify.failed(toFailure(error));
        return null;
      }
    },
    busy: mutation.isPending,
    failure: mutation.error === null ? null : toFailure(mutation.error),
    forget: mutation.reset,
  };
}
