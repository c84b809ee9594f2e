import { isWireFailure } from '../../../shared/contract/client-errors.ts';
import { Failure, type FailureCode, type FailureDetail } from '../../../shared/model/failure.ts';
import { plainText } from './table.ts';

interface Told extends FailureDetail {
  readonly code: FailureCode;
  readonly message: string;
}

function told(error: unknown): Told {
  if (error instanceof Failure) {
    return { code: error.code, message: error.message, where: error.where, remedy: error.remedy };
  }
  if (isWireFailure(error)) return { code: error.code, message: error.message, ...error.data };
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside Signalbox.',
    where: null,
    remedy: 'Try again with --verbose, which logs what happened to standard error.',
  };
}

/** An error as standard error tells it: its code and message on the first line, then where and what to do. */
export function failureText(error: unknown): string {
  const { code, message, where, remedy } = told(error);
  const lines = [`${code}: ${plainText(message)}`];
  if (where) lines.push(`  where: ${plainText(where)}`);
  if (remedy) lines.push(`  remedy: ${plainText(remedy)}`);
  return `${lines.join('\n')}\n`;
}

/** Whether an error is one that people were meant to meet, rather than a fault of the program. */
export function isExpected(error: unknown): boolean {
  return error instanceof Failure || isWireFailure(error);
}
