import { describe, expect, it } from 'vitest';
import {
  approvalProblems,
  approvalWords,
  countsIn,
  isSamePerson,
  requestProblems,
} from '../../../../shared/domain/freezes/override-rules.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { anOverride, aRule, aScope, daily, once } from '../../../support/schedule.ts';
import { anInstant } from '../../../support/times.ts';

const freeze = aRule({
  id: 'year-end',
  scope: aScope({ environments: ['prod'], regions: ['EU'] }),
  holds: once('2026-12-20T00:00', '2027-01-03T00:00'),
});
const times = { freeze: 'year-end', start: '2026-12-21T10:00Z', end: '2026-12-21T12:00Z' };

describe('shared/domain/freezes/override-rules', () => {
  it.each([
    ['Ann', 'ann', true],
    ['Ann Lee', ' annlee ', true],
    ['Ann\tLee', 'ANN  LEE', true],
    ['Jos\u00e9', 'JOSE\u0301', true],
    ['Ann', 'Anna', false],
  ])('says whether "%s" and "%s" are one person', (a, b, expected) => {
    expect(isSamePerson(a, b)).toBe(expected);
  });

  it.each([
    ['approved by another', anOverride(times), span(anInstant(times.start), anInstant(times.end))],
    ['not approved', anOverride({ ...times, approvedBy: null }), null],
    ['approved by nobody', anOverride({ ...times, approvedBy: ' ' }), null],
    ['approved by who asked', anOverride({ ...times, approvedBy: 'ANN' }), null],
    ['approved without a time', anOverride({ ...times, approvedAt: null }), null],
    [
      'approved while it runs',
      anOverride({ ...times, approvedAt: '2026-12-21T11:00Z' }),
      span(anInstant('2026-12-21T11:00Z'), anInstant(times.end)),
    ],
    ['approved when it is over', anOverride({ ...times, approvedAt: '2026-12-21T12:00Z' }), null],
    ['turned round', anOverride({ ...times, start: times.end, end: times.start }), null],
  ])('counts one that was %s', (_, override, expected) => {
    expect(countsIn(override)).toEqual(expected);
  });

  it.each([
    [{ approvedBy: null }, 'not approved yet'],
    [{ recordedBy: 'Cy' }, 'approved by Ben, recorded by Cy'],
    [{ recordedBy: 'ANN' }, 'approved by Ben, recorded by ANN, who asked for it'],
    // Approved before it was kept who recorded it.
    [{}, 'approved by Ben'],
  ])('says who answers for one: %j', (parts, words) => {
    expect(approvalWords(anOverride({ ...times, ...parts }))).toBe(words);
  });

  it('has nothing against a request with a reason, of a freeze that holds then', () => {
    expect(requestProblems({ override: anOverride(times), freeze })).toEqual([]);
    expect(
      requestProblems({
        override: anOverride({
          ...times,
          scope: aScope({ environments: ['prod', 'test'], services: ['pay'], regions: ['eu'] }),
        }),
        freeze,
      }),
    ).toEqual([]);
  });

  it.each([
    ['no such freeze', { freeze: null }, 'freezeId', 'The freeze that it should let through does not exist.'],
    [
      'a maintenance',
      { freeze: { ...freeze, kind: 'maintenance' as const } },
      'freezeId',
      '"year-end" is a maintenance, and an override lets through freezes only.',
    ],
    [
      'a time at which it does not hold',
      { override: anOverride({ ...times, start: '2026-12-10T00:00Z', end: '2026-12-20T00:00Z' }) },
      'freezeId',
      '"year-end" does not hold at any time of the override.',
    ],
    [
      'an end before its start',
      { override: anOverride({ ...times, start: times.end, end: times.start }) },
      'endAt',
      'The override ends before it starts.',
    ],
    [
      'too long a time',
      { override: anOverride({ ...times, end: '2027-01-22T00:00Z' }) },
      'endAt',
      'The override lasts longer than 31 days; change the freeze instead.',
    ],
    [
      'places that the freeze is not about',
      { override: anOverride({ ...times, scope: aScope({ environments: ['test'] }) }) },
      'scope',
      '"year-end" is about nothing of what the override names.',
    ],
    [
      'a region that the freeze is not about',
      { override: anOverride({ ...times, scope: aScope({ regions: ['US'] }) }) },
      'scope',
      '"year-end" is about nothing of what the override names.',
    ],
    ['no reason', { override: { ...anOverride(times), reason: ' ' } }, 'reason', 'An override needs a reason.'],
    [
      'nobody who asks',
      { override: { ...anOverride(times), requestedBy: '' } },
      'requestedBy',
      'An override needs somebody who asks for it.',
    ],
  ])('refuses a request of %s', (_, parts, where, problem) => {
    expect(requestProblems({ override: anOverride(times), freeze, ...parts })).toEqual([{ where, problem }]);
  });

  it('looks at every occurrence of a recurring freeze', () => {
    const weekly = aRule({
      id: 'fridays',
      holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '12:00', end: '18:00' }),
    });
    const on = (day: string) =>
      requestProblems({
        override: anOverride({ freeze: 'fridays', start: `${day}T10:00Z`, end: `${day}T13:00Z` }),
        freeze: weekly,
      });

    expect(on('2026-05-15')).toEqual([]);
    expect(on('2026-05-16')).toHaveLength(1);
  });

  it('says every problem of a request at once', () => {
    const override = { ...anOverride({ ...times, start: times.end, end: times.start }), reason: '', requestedBy: ' ' };

    expect(requestProblems({ override, freeze: null }).map((one) => one.where)).toEqual([
      'freezeId',
      'endAt',
      'reason',
      'requestedBy',
    ]);
  });

  it.each([
    ['somebody else', anOverride({ ...times, approvedBy: null }), 'Ben', []],
    [
      'who asked',
      anOverride({ ...times, approvedBy: null }),
      ' ann ',
      ['Ann asked for the override; somebody else has to approve it.'],
    ],
    ['nobody', anOverride({ ...times, approvedBy: null }), ' ', ['An override needs somebody who approves it.']],
    ['a second person', anOverride(times), 'Cem', ['The override was approved already, by Ben.']],
  ])('lets an override be approved, or not, by %s', (_, override, approvedBy, expected) => {
    const problems = approvalProblems({ override, approvedBy, at: anInstant('2026-12-21T09:00Z') });

    expect(problems.map((one) => one.problem)).toEqual(expected);
  });

  it('does not approve what is over', () => {
    const override = anOverride({ ...times, approvedBy: null });

    expect(approvalProblems({ override, approvedBy: 'Ben', at: anInstant(times.end) })).toEqual([
      { where: 'endAt', problem: 'The override is over: an approval would let nothing through.' },
    ]);
  });
});
