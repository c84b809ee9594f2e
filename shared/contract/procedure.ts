import { oc } from '@orpc/contract';
import * as z from 'zod';
import type { TopicName } from '../model/change-event.ts';
import { FailureCode, FailureDetail } from '../model/failure.ts';

/**
 * `query` reads; `command` decides: one transaction, one journal entry, undoable;
 * `action` reaches outside the decisions (a sync, a backup, a setting) and is not undoable.
 */
export type ProcedureKind = 'query' | 'command' | 'action';

export interface ProcedureMeta {
  readonly kind: ProcedureKind;
  /** One sentence for people; shown by `signalbox procedures`. */
  readonly summary: string;
  /** The kinds whose change makes the answer stale. */
  readonly reads: readonly TopicName[];
  /** An action that writes nothing into the workspace: it works where that may only be read, and beside its one writer. */
  readonly onlyReads?: boolean;
}

const failures = Object.fromEntries(FailureCode.options.map((code) => [code, { data: FailureDetail }])) as Record<
  FailureCode,
  { data: typeof FailureDetail }
>;

const base = oc.$meta<ProcedureMeta>({ kind: 'query', summary: '', reads: [] }).errors(failures);

/** A procedure that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  reads: readonly TopicName[],
  input: I,
  output: O,
) {
  return base.meta({ kind: 'query', summary, reads }).input(input).output(output);
}

/** What every command answers besides its own: the journal entry that it made, by which exactly that can be taken back. */
export const MadeEntry = z.strictObject({
  /** Null where the command changed nothing: then there is no entry. */
  seq: z.int().nullable(),
  /** The journal's sentence. */
  summary: z.string().nullable(),
});
export type MadeEntry = z.infer<typeof MadeEntry>;

/** A decision: the core runs it in a transaction that also appends its journal entry, and answers with the entry's number. */
export function command<I extends z.ZodType, O extends z.ZodRawShape>(
  summary: string,
  input: I,
  output: z.ZodObject<O, z.core.$strict>,
) {
  return base.meta({ kind: 'command', summary, reads: [] }).input(input).output(output.extend(MadeEntry.shape));
}

/** Something done that is no decision about the plan. */
export function action<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return base.meta({ kind: 'action', summary, reads: [] }).input(input).output(output);
}

/** An action that only reads the workspace, whatever it does elsewhere. */
export function readingAction<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return base.meta({ kind: 'action', summary, reads: [], onlyReads: true }).input(input).output(output);
}

/** Whether a procedure leaves the workspace as it is. */
export function leavesWorkspace({ kind, onlyReads = false }: ProcedureMeta): boolean {
  return kind === 'query' || onlyReads;
}

/** A query whose answer goes on: each change of the world is one more element. */
export function subscription<I extends z.ZodType, O extends Parameters<typeof base.output>[0]>(
  summary: string,
  input: I,
  output: O,
) {
  return base.meta({ kind: 'query', summary, reads: [] }).input(input).output(output);
}
