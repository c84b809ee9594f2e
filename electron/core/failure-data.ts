import { Failure, type FailureCode, type FailureDetail } from '../../shared/model/failure.ts';

/** A Failure as data: threads do not carry classes. */
export interface FailureData extends FailureDetail {
  readonly code: FailureCode;
  readonly message: string;
}

export function failureToData({ code, message, where, remedy }: Failure): FailureData {
  return { code, message, where, remedy };
}

export function failureFromData({ code, message, where, remedy }: FailureData): Failure {
  return new Failure(code, message, { where, remedy });
}
