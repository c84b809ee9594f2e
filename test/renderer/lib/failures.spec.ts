import { describe, expect, it } from 'vitest';
import { FailureError, placeForPeople, readFailure, toFailure } from '../../../renderer/lib/failures.ts';
import { wireFailure } from '../../../shared/contract/client-errors.ts';

const otherwise = { code: 'UNAVAILABLE', message: 'It is gone.', where: null, remedy: 'Wait.' } as const;

describe('renderer/lib/failures', () => {
  it('keeps what the core said', () => {
    const error = wireFailure('CONFLICT', 'It was changed.', { where: 'name', remedy: 'Look again.' });

    expect(toFailure(error)).toEqual({
      code: 'CONFLICT',
      message: 'It was changed.',
      where: 'name',
      remedy: 'Look again.',
    });
  });

  it('unwraps a failure that a transport was handed', () => {
    expect(toFailure(new FailureError(otherwise))).toEqual(otherwise);
  });

  it.each([
    [new Error('SELECT * FROM secrets')],
    [Object.assign(new Error('no such file /home/ada/plan'), { code: 'ENOENT', data: { where: null, remedy: null } })],
    ['a string'],
    [null],
    [{ code: 'CONFLICT', message: 'forged' }],
  ])('says nothing internal of %j', (thrown) => {
    expect(toFailure(thrown)).toMatchObject({ code: 'INTERNAL', message: 'Something went wrong inside Signalbox.' });
  });

  it.each([
    ['CONFLICT', 'base', null],
    ['NOT_FOUND', 'release 01890a5d', null],
    ['BAD_INPUT', 'cadence.rrule', null],
    ['BAD_INPUT', 'line 12', 'line 12'],
    ['PROVIDER_DNS', 'jira.example.com', 'jira.example.com'],
    ['UNAVAILABLE', null, null],
  ] as const)('tells people of %s at %j the place %j', (code, where, place) => {
    expect(placeForPeople({ code, where })).toBe(place);
  });

  it('reads a failure out of data, and fills what is missing or unknown', () => {
    expect(readFailure({ code: 'WORKSPACE_NEWER', message: 'Too new.' }, otherwise)).toEqual({
      code: 'WORKSPACE_NEWER',
      message: 'Too new.',
      where: null,
      remedy: 'Wait.',
    });
    expect(readFailure({ code: 'NONSENSE', message: 7 }, otherwise)).toEqual(otherwise);
    expect(readFailure(null, otherwise)).toEqual(otherwise);
  });
});
