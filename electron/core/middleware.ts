import { ORPCError, ValidationError } from '@orpc/contract';
import { implement } from '@orpc/server';
import { isWireFailure, tooLarge } from '../../shared/contract/client-errors.ts';
import { contract } from '../../shared/contract/index.ts';
import { MAX_INPUT_CHARACTERS } from '../../shared/contract/transport.ts';
import { Failure } from '../../shared/model/failure.ts';
import type { CallContext, CoreContext } from './core-context.ts';
import { storeFailure } from './db/store-failure.ts';

function badInput(error: ValidationError): Failure {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  const message =
    path === '' ? `The input is not right: ${issue?.message}.` : `${path} is not right: ${issue?.message}.`;
  return new Failure('BAD_INPUT', message, { where: path || 'input', remedy: 'Correct it and try again.' });
}

/** What may be said of an error: a Failure as it is, everything else by a code that gives nothing away. */
function shape(error: unknown, core: CoreContext, path: readonly string[]): Failure {
  const known = storeFailure(error, core.db.file);
  if (known instanceof Failure) return known;
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return badInput(error.cause);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new Failure('CANCELLED', 'The call was cancelled.');
  }
  core.log.error({ err: error, procedure: path.join('.') }, 'a call failed inside');
  return new Failure('INTERNAL', 'Something went wrong inside Signalbox; nothing was changed.', {
    where: path.join('.'),
    remedy: 'Try again. If it happens again, `signalbox doctor` and the log file say more.',
  });
}

function assertShort(input: unknown, path: readonly string[]): void {
  const length = JSON.stringify(input)?.length ?? 0;
  if (length > MAX_INPUT_CHARACTERS) throw tooLarge(path, length);
}

function assertAllowed(core: CoreContext, context: CallContext, kind: string): void {
  if (kind === 'query') return;
  if (core.readOnly) {
    throw new Failure('WORKSPACE_READ_ONLY', 'This workspace is open for reading only.', {
      where: null,
      remedy: 'Open it for writing: close the other Signalbox that has it, or get write access to the file.',
    });
  }
  if (context.principal.can === 'write') return;
  throw new Failure('FORBIDDEN', 'You may look at this workspace but not change it.', {
    where: null,
    remedy: 'Ask whoever shared it for write access.',
  });
}

/** Every call passes here: shape errors, refuse what is too long, authorise; the contract then validates. */
export function guardedContract(core: CoreContext) {
  return implement(contract)
    .$context<CallContext>()
    .use(async ({ context, next, path, procedure }, input) => {
      try {
        assertShort(input, path);
        assertAllowed(core, context, procedure['~orpc'].meta.kind);
        return await next();
      } catch (error) {
        if (isWireFailure(error)) throw error;
        const failure = shape(error, core, path);
        const { where, remedy } = failure;
        throw new ORPCError(failure.code, { message: failure.message, data: { where, remedy } });
      }
    });
}

export type Os = ReturnType<typeof guardedContract>;
