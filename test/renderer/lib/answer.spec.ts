import { describe, expect, it } from 'vitest';
import { answerOf, choicesFailure, listOf } from '../../../renderer/lib/answer.ts';
import { FailureError } from '../../../renderer/lib/failures.ts';

const failure = { code: 'INTERNAL', message: 'The disk is full.', where: null, remedy: null } as const;
const error = new FailureError(failure);
const refetch = () => undefined;

describe('renderer/lib/answer', () => {
  it.each([
    ['nothing yet', { data: undefined, error: null }, { kind: 'loading' }],
    ['a failure', { data: undefined, error }, { kind: 'failed', failure }],
    ['an empty list', { data: [], error: null }, { kind: 'empty', data: [], stale: null }],
    ['a list', { data: [1], error: null }, { kind: 'here', data: [1], stale: null }],
    ['a list that could not be read anew', { data: [1], error }, { kind: 'here', data: [1], stale: { failure } }],
    ['an empty list that could not be read anew', { data: [], error }, { kind: 'empty', data: [], stale: { failure } }],
  ])('tells %s for what it is', (_what, query, expected) => {
    expect(answerOf({ ...query, refetch })).toMatchObject(expected);
  });

  it('asks again on demand', () => {
    let asked = 0;
    const answer = answerOf({ data: undefined, error, refetch: () => (asked += 1) });

    if (answer.kind === 'failed') answer.retry();

    expect(asked).toBe(1);
  });

  it('gives lists and words to what stands beside', () => {
    expect(listOf(answerOf({ data: [1, 2], error: null, refetch }))).toEqual([1, 2]);
    expect(listOf(answerOf({ data: undefined as readonly number[] | undefined, error, refetch }))).toEqual([]);
    expect(choicesFailure(answerOf({ data: undefined, error, refetch }))).toBe(
      'The choices could not be read: The disk is full.',
    );
    expect(choicesFailure(answerOf({ data: [], error, refetch }))).toBeNull();
  });
});
