import { Failure, type FailureCode, type FailureDetail } from '../../shared/model/failure.ts';

/** A failure as plain data, which every channel between threads and processes can carry. */
export interface FailureData extends FailureDetail {
  readonly code: FailureCode;
  readonly message: string;
}

/** Turns whatever was thrown into data; what was not expected says nothing of the inside. */
export function failureToData(error: unknown): FailureData {
  if (error instanceof Failure) {
    const { code, message, where, remedy } = error;
    return { code, message, where, remedy };
  }
  return { code: 'INTERNAL', message: 'Something went wrong inside Signalbox.', where: null, remedy: null };
}

/** The failure that the data tells of. */
export function failureFromData({ code, message, where, remedy }: FailureData): Failure {
  return new Failure(code, message, { where, remedy });
}
