import { isContractProcedure } from '@orpc/contract';
import { checkInput, unknownProcedure } from '../../../shared/contract/client-errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { leavesWorkspace, type ProcedureMeta } from '../../../shared/contract/procedure.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Core, CoreClient } from '../../core/core.ts';
import { ExitCode } from './exit-code.ts';
import { readInput } from './read-input.ts';
import { type SessionOptions, withWorkspace } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface CallOptions extends SessionOptions {
  readonly input?: string;
  /** The name or id of a what-if branch that the call is about, in place of the plan. */
  readonly branch?: string;
}

type AnyCall = (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>;

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** What a procedure is; throws UNKNOWN_PROCEDURE for every name that the contract itself does not hold. */
function metaOf(path: readonly string[]): ProcedureMeta {
  const [group = '', name = '', ...rest] = path;
  const procedure = own(own(contract, group), name);
  if (rest.length > 0 || !isContractProcedure(procedure)) throw unknownProcedure(path);
  // Every procedure is made by shared/contract/procedure.ts, which sets this meta.
  return procedure['~orpc'].meta as ProcedureMeta;
}

/** Who answers: the plan, or the branch that was named. */
async function clientFor(core: Core, branch: string | undefined): Promise<CoreClient> {
  if (branch === undefined) return core.client;
  const branches = await core.client.branches.list({});
  const found = branches.filter(({ id, name }) => id === branch || name === branch);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return core.clientIn(only.id);
  throw new Failure('NOT_FOUND', `There ${only ? 'is more than one' : 'is no'} branch called ${branch}.`, {
    where: '--branch',
    remedy: only
      ? 'Name it by its id; `signalbox call branches.list` tells it.'
      : 'Ask `signalbox call branches.list`.',
  });
}

/** A sync that is only started would be stopped with this process, right after its id was printed. */
function refuseStart(name: string): void {
  if (name !== 'sync.start') return;
  throw new Failure('BAD_INPUT', 'A sync that is only started would end with this command, before it read anything.', {
    where: name,
    remedy: 'Call sync.run with the same input, or use `signalbox sync`: both wait for the end.',
  });
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function printStream(values: AsyncIterable<unknown>, terminal: Terminal): Promise<ExitCode> {
  try {
    for await (const value of values) {
      await terminal.out(`${JSON.stringify(value)}\n`);
      if (terminal.interrupted.aborted) break;
    }
  } catch (error) {
    // An interrupted subscription has done all that it was asked for.
    if (!terminal.interrupted.aborted) throw error;
  }
  return ExitCode.ok;
}

/**
 * Calls one procedure and prints its answer alone on standard output: one JSON value, or a line of JSON for each
 * element of a subscription until it is interrupted. Queries open the workspace for reading, beside an open Signalbox.
 */
export async function callProcedure(name: string, options: CallOptions, terminal: Terminal): Promise<ExitCode> {
  const path = name.split('.');
  const meta = metaOf(path);
  refuseStart(name);
  const input = await readInput(options.input, terminal);
  checkInput(path, input);
  const mode = leavesWorkspace(meta) ? 'read' : 'write';
  return withWorkspace(options, terminal, { mode }, async ({ core, secrets }) => {
    secrets.learn((await core.client.connections.list({})).map((each) => each.connection));
    const [group = '', procedure = ''] = path;
    // The names were found in the contract, and the client has the contract's shape.
    const client = await clientFor(core, options.branch);
    const call = (client as unknown as Record<string, Record<string, AnyCall>>)[group]?.[procedure];
    if (!call) throw unknownProcedure(path);
    const output = await call(input, { signal: terminal.interrupted });
    if (isStream(output)) return printStream(output, terminal);
    await terminal.out(`${JSON.stringify(output, null, 2)}\n`);
    return ExitCode.ok;
  });
}
