import { describe, expect, it } from 'vitest';
import type { FailedReading } from '../../../renderer/lib/answer.ts';
import { absentConflict, leftOutText, unjudgedText, unknownScopeText } from '../../../renderer/ui/conflict-limits.ts';
import { anInstant, aZone } from '../../support/times.ts';

const failed: FailedReading = { failure: { message: 'The workspace is locked.' } as never, retry: () => undefined };

describe('renderer/ui/conflict-limits', () => {
  it('says that a conflict is gone where the list was read now and whole', () => {
    expect(absentConflict({ kind: 'here', data: { leftOut: 0 }, stale: null })).toEqual({
      title: 'This conflict is not there any more',
      text: 'The plan has changed since, and its two sides hold together now.',
    });
  });

  it('does not say so where the list is partial', () => {
    const { title, text } = absentConflict({ kind: 'here', data: { leftOut: 12 }, stale: null });

    expect(title).toBe('This conflict is not in the list');
    expect(text).toBe('It may be one of 12 conflicts that are not listed, or the plan has changed since.');
  });

  it.each([
    ['could not be read', { kind: 'failed', ...failed } as const, 'This conflict could not be looked up'],
    [
      'is old',
      { kind: 'here', data: { leftOut: 0 }, stale: failed } as const,
      'This conflict is not among those read before',
    ],
  ])('leaves it to the failure where the list %s', (_, answer, title) => {
    expect(absentConflict(answer)).toEqual({ title, text: null });
  });

  it.each([
    [0, null],
    [1, '1 more conflict is not listed here: the most severe and earliest are.'],
    [2_500, '2,500 more conflicts are not listed here: the most severe and earliest are.'],
  ])('tells that %s are left out', (leftOut, text) => {
    expect(leftOutText({ leftOut })).toBe(text);
  });

  it.each([
    [0, 0, null],
    [
      1,
      0,
      '1 deployment outside Thu 1 Oct 2026 to Thu 1 Jun 2028 is not looked at for windows, freezes and maintenances.',
    ],
    [
      2,
      1,
      '2 deployments and 1 booking outside Thu 1 Oct 2026 to Thu 1 Jun 2028 are not looked at for windows, freezes and maintenances.',
    ],
  ])('tells that %s deployments and %s bookings are too far away', (deployments, bookings, text) => {
    const [from, until] = [anInstant('2026-10-01T12:00Z'), anInstant('2028-06-01T12:00Z')];

    expect(unjudgedText({ unjudged: { deployments, bookings, from, until } }, aZone('Europe/Berlin'))).toBe(text);
  });

  it.each([
    [[], null],
    [
      ['Payments 2027.01'],
      'What waits to board Payments 2027.01 after the cut-off is not known: the boarding rules look at too many work items.',
    ],
    [
      ['Payments 2027.01', 'Web 7', 'Web 8'],
      'What waits to board Payments 2027.01 and 2 other releases after the cut-off is not known: the boarding rules look at too many work items.',
    ],
  ])('tells whose waiting scope is not known: %j', (unknownScope, text) => {
    expect(unknownScopeText({ unknownScope })).toBe(text);
  });
});
