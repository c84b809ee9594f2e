import { isWireFailure } from '../../shared/contract/client-errors.ts';
import type { Transport } from './transports.ts';

/** What a call came to, in a form that two transports can be compared by. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly where: string | null;
      readonly remedy: string | null;
    };

/** What an error says to a client; an error of any other shape fails the test that meets it. */
export function readFailure(error: unknown): Answer {
  if (!isWireFailure(error)) throw new Error('a client was thrown something that is no failure', { cause: error });
  const { code, message, data } = error;
  return { ok: false, code, message, where: data.where, remedy: data.remedy };
}

export async function answerOf(work: Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return readFailure(error);
  }
}

export function ask(transport: Transport, name: string, input: unknown): Promise<Answer> {
  return answerOf(transport.call(name, input));
}
