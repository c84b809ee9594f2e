import { isWireFailure } from '../../shared/contract/client-errors.ts';
import { FailureCode } from '../../shared/model/failure.ts';

/** A failure as the interface shows it: what happened, where, and what to do now. */
export interface UiFailure {
  readonly code: FailureCode;
  readonly message: string;
  readonly where: string | null;
  readonly remedy: string | null;
}

/** A field as the contract names it: `base`, `cadence.rrule`. */
const FIELD = /^[a-z]\w*(\.\w+)*$/i;

/**
 * The place of a failure for people: a server's address, a line of a file; null where it is a name inside Signalbox,
 * which is for programs, the message naming the thing.
 */
export function placeForPeople({ code, where }: Pick<UiFailure, 'code' | 'where'>): string | null {
  if (where === null || code === 'CONFLICT' || code === 'NOT_FOUND') return null;
  return code === 'BAD_INPUT' && FIELD.test(where) ? null : where;
}

/** Thrown by the transports with a failure that they were handed as data. */
export class FailureError extends Error {
  readonly failure: UiFailure;

  constructor(failure: UiFailure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function field(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null && name in source
    ? (source as Readonly<Record<string, unknown>>)[name] // an object that was just seen to hold the name
    : undefined;
}

/** Reads a failure out of any value; what is missing is taken from `otherwise`. */
export function readFailure(value: unknown, otherwise: UiFailure): UiFailure {
  const code = FailureCode.safeParse(field(value, 'code'));
  return {
    code: code.success ? code.data : otherwise.code,
    message: textOrNull(field(value, 'message')) ?? otherwise.message,
    where: textOrNull(field(value, 'where')) ?? otherwise.where,
    remedy: textOrNull(field(value, 'remedy')) ?? otherwise.remedy,
  };
}

/** Shapes whatever was thrown into the four things that people are shown; nothing internal passes. */
export function toFailure(error: unknown): UiFailure {
  if (error instanceof FailureError) return error.failure;
  if (isWireFailure(error)) {
    return { code: error.code, message: error.message, where: error.data.where, remedy: error.data.remedy };
  }
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside Signalbox.',
    where: null,
    remedy: 'Try again. If it happens again, restart Signalbox; your workspace is safe.',
  };
}
