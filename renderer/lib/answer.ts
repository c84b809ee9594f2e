import { toFailure, type UiFailure } from './failures.ts';

/** What of a query a screen shows. */
export interface AskedQuery {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What could not be read, and how to try it again. */
export interface FailedReading {
  readonly failure: UiFailure;
  readonly retry: () => void;
}

/** An answer as a screen shows it: on its way, failed, empty, or here; `stale` is why it could not be read anew. */
export type Answer<T> =
  | { readonly kind: 'loading' }
  | ({ readonly kind: 'failed' } & FailedReading)
  | { readonly kind: 'empty' | 'here'; readonly data: T; readonly stale: FailedReading | null };

/** How the answer to a query stands; a failure is never taken for emptiness. */
export function answerOf<Q extends AskedQuery>(query: Q): Answer<Exclude<Q['data'], undefined>> {
  const reading = query.error === null ? null : { failure: toFailure(query.error), retry: () => void query.refetch() };
  if (query.data === undefined) return reading === null ? { kind: 'loading' } : { kind: 'failed', ...reading };
  const data = query.data as Exclude<Q['data'], undefined>; // it is not undefined, as was just seen
  return { kind: Array.isArray(data) && data.length === 0 ? 'empty' : 'here', data, stale: reading };
}

const NONE: readonly never[] = [];

/** The list of an answer, empty while there is none: for what stands beside a place where the answer's failure shows. */
export function listOf<T>(answer: Answer<readonly T[]>): readonly T[] {
  return 'data' in answer ? answer.data : NONE;
}

/** What to say under a field whose choices could not be read; null where they could. */
export function choicesFailure(answer: Answer<unknown>): string | null {
  if (answer.kind !== 'failed') return null;
  return `The choices could not be read: ${answer.failure.message}`;
}
