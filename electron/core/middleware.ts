import { ORPCError, ValidationError } from '@orpc/contract';
import { implement } from '@orpc/server';
import { isWireFailure, tooLarge } from '../../shared/contract/client-errors.ts';
import { contract } from '../../shared/contract/index.ts';
import { leavesWorkspace, type ProcedureMeta } from '../../shared/contract/procedure.ts';
import { MAX_INPUT_CHARACTERS } from '../../shared/contract/transport.ts';
import { Failure } from '../../shared/model/failure.ts';
import { issueInWords } from '../../shared/model/issue-words.ts';
import type { CallContext, CoreContext } from './core-context.ts';
import { storeFailure } from './db/store-failure.ts';
import { assertNamesInOneLine } from './typed-names.ts';

function badInput(error: ValidationError): Failure {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  const words = issue === undefined ? 'nobody said why' : issueInWords(issue);
  const message = `${path === '' ? 'The input' : path} is not right: ${words}.`;
  return new Failure('BAD_INPUT', message, { where: path || 'input', remedy: 'Correct it and try again.' });
}

/** Whether an error is SQLite's, or the file system's about the workspace; other files have failures of their own. */
function isOfStore(error: unknown, file: string): boolean {
  if (error instanceof Failure) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (String(error.code).startsWith('SQLITE_')) return true;
  return 'path' in error && String(error.path).startsWith(file);
}

/** What may be said of an error: a Failure as it is, everything else by a code that gives nothing away. */
function shape(error: unknown, core: CoreContext, path: readonly string[]): Failure {
  const known = isOfStore(error, core.db.file) ? storeFailure(error, core.db.file) : error;
  if (known instanceof Failure) return known;
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return badInput(error.cause);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new Failure('CANCELLED', 'The call was cancelled.');
  }
  core.log.error({ err: error, procedure: path.join('.') }, 'a call failed inside');
  return new Failure('INTERNAL', 'Something went wrong inside Signalbox.', {
    where: path.join('.'),
    remedy:
      'What was half done in the plan was taken back. Try again; if it happens again, `signalbox doctor` and the log file say more.',
  });
}

/** Half a surrogate pair, as JSON writes it; the backslash before it is not itself escaped. */
const HALF_CHARACTER = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

function assertTakeable(input: unknown, path: readonly string[]): void {
  const text = JSON.stringify(input) ?? '';
  if (text.length > MAX_INPUT_CHARACTERS) throw tooLarge(path, text.length);
  assertNamesInOneLine(input);
  if (!HALF_CHARACTER.test(text)) return;
  throw new Failure('BAD_INPUT', 'The input holds half a character, which no text can keep.', {
    where: 'input',
    remedy: 'Type or paste it again.',
  });
}

function assertAllowed(core: CoreContext, context: CallContext, meta: ProcedureMeta): void {
  if (leavesWorkspace(meta)) return;
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
        if (context.refusal !== undefined) throw context.refusal;
        assertTakeable(input, path);
        assertAllowed(core, context, procedure['~orpc'].meta);
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
