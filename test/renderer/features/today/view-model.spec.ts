import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  besidesText,
  beyondOf,
  changesSince,
  clashesAhead,
  headline,
  healthNote,
  readinessOf,
  type TodayMilestone,
} from '../../../../renderer/features/today/view-model.ts';
import { Departure } from '../../../../shared/contract/today.ts';
import { MilestoneId, ReleaseId } from '../../../../shared/model/ids.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';
import { aConflict, aSide, counting, waived } from '../../../support/some-conflict.ts';

const at = (text: string) => instant(Date.parse(text));
const berlin = 'Europe/Berlin' as Zone;
const now = at('2026-11-23T09:00:00Z');

function departure(name: string, day: string, departsAt: string): Departure {
  return Departure.parse({
    releaseId: `release-${name}`,
    trainId: 'train-1',
    trainName: 'Payments',
    name,
    day,
    departsAt: Date.parse(departsAt),
    zone: 'Europe/Berlin',
    boarded: 0,
    done: 0,
    undone: 0,
    withoutTicket: 0,
  });
}

function milestone(name: string, startAt: string, endAt: string | null = null): TodayMilestone {
  return {
    id: MilestoneId.parse(`milestone-${name}`),
    releaseId: ReleaseId.parse('release-1'),
    releaseName: 'Payments 2026.48',
    trainName: 'Payments',
    kind: 'code-freeze',
    name,
    startAt: at(startAt),
    endAt: endAt === null ? null : at(endAt),
  };
}

function names(days: ReturnType<typeof agendaOf>) {
  return days.map(({ nearness, entries }) => [
    nearness,
    entries.map((entry) => (entry.kind === 'departure' ? entry.departure.name : entry.milestone.name)),
  ]);
}

describe('renderer/features/today/view-model', () => {
  it('lists what is ahead by day and time, departures before milestones of the same moment', () => {
    const departures = [
      departure('B', '2026-11-25', '2026-11-25T19:00:00Z'),
      departure('A', '2026-11-24', '2026-11-24T19:00:00Z'),
    ];
    const milestones = [milestone('freeze', '2026-11-24T11:00:00Z'), milestone('deploy', '2026-11-25T19:00:00Z')];

    expect(names(agendaOf({ departures, milestones, now }, berlin))).toEqual([
      ['Tomorrow', ['freeze', 'A']],
      ['In 2 days', ['B', 'deploy']],
    ]);
  });

  it('puts a milestone under its day in the zone of the reader', () => {
    const milestones = [milestone('late', '2026-11-23T23:30:00Z')];

    expect(names(agendaOf({ departures: [], milestones, now }, berlin))).toEqual([['Tomorrow', ['late']]]);
    expect(names(agendaOf({ departures: [], milestones, now }, 'UTC' as Zone))).toEqual([['Today', ['late']]]);
  });

  it('shows a span that began earlier and still runs under today', () => {
    const milestones = [milestone('freeze', '2026-11-19T11:00:00Z', '2026-11-24T19:00:00Z')];

    expect(names(agendaOf({ departures: [], milestones, now }, berlin))).toEqual([['Today', ['freeze']]]);
  });

  it('has no days where nothing is ahead', () => {
    expect(agendaOf({ departures: [], milestones: [], now }, berlin)).toEqual([]);
  });

  it.each([
    [0, 0, 0, 0, 'Nothing aboard yet', null],
    [4, 1, 0, 0, '1 of 4 done', 0.25],
    [4, 4, 0, 0, '4 of 4 done', 1],
    [4, 2, 2, 0, '2 of 2 done', 1],
    [2, 0, 2, 0, '2 ended undone', null],
    [6, 1, 0, 2, '1 of 4 done, 2 more', 0.25],
    [2, 0, 0, 2, '2 without a ticket', null],
  ])(
    'says of %d aboard, %d done, %d ended undone and %d without a ticket: %s',
    (boarded, done, undone, withoutTicket, text, share) => {
      expect(readinessOf({ boarded, done, undone, withoutTicket })).toEqual({ text, share });
    },
  );

  it.each([
    [0, 0, null],
    [0, 1, '1 item aboard has no ticket'],
    [0, 2, '2 items aboard have no ticket'],
    [1, 0, '1 item aboard ended undone'],
    [3, 1, '1 item aboard has no ticket; 3 items aboard ended undone'],
  ])('says of %d ended undone and %d without a ticket: %s', (undone, withoutTicket, text) => {
    expect(besidesText({ undone, withoutTicket })).toBe(text);
  });

  const weekAgo = '2026-11-16T09:00:00Z';

  it.each([
    ['at the first look', undefined, undefined, weekAgo],
    ['a day later', '2026-11-22T09:00:00Z', weekAgo, '2026-11-22T09:00:00Z'],
    ['at a reload a minute later', '2026-11-23T08:59:00Z', weekAgo, weekAgo],
    ['half an hour later', '2026-11-23T08:30:00Z', weekAgo, '2026-11-23T08:30:00Z'],
    ['just before that', '2026-11-23T08:30:01Z', weekAgo, weekAgo],
    ['where only the look itself was kept', '2026-11-23T08:59:00Z', undefined, '2026-11-23T08:59:00Z'],
  ])('counts what is new %s from the visit before', (_, last, newSince, since) => {
    const kept = { last: last && at(last), newSince: newSince && at(newSince) } as Parameters<typeof changesSince>[0];

    expect(changesSince(kept, now)).toBe(at(since));
  });

  it('names what comes after the two weeks, or what is missing for it', () => {
    const next = departure('2027.01', '2027-01-07', '2027-01-07T19:00:00Z');

    expect(beyondOf({ next, trains: 1, now })).toMatchObject({ text: '2027.01 departs Thu 7 Jan 2027, in 45 days.' });
    expect(beyondOf({ next: null, trains: 1, now })).toEqual({ kind: 'no-release' });
    expect(beyondOf({ next: null, trains: 0, now })).toEqual({ kind: 'no-train' });
  });

  const failed = { errorMessage: 'Jira has no project “NOPE”.', errorRemedy: 'Check how the project is written.' };

  it.each([
    ['never', null, {}, null, { held: 'no facts yet', error: null, remedy: null }],
    [
      'failing',
      null,
      { 'work-item': 600, person: 22 },
      failed,
      { held: '622 facts, never read whole', error: failed.errorMessage, remedy: failed.errorRemedy },
    ],
    ['failing', now, { person: 1 }, failed, { held: null, error: failed.errorMessage, remedy: failed.errorRemedy }],
    ['ok', now, { person: 1 }, { errorMessage: null, errorRemedy: null }, { held: null, error: null, remedy: null }],
    ['running', now, { person: 1 }, failed, { held: null, error: null, remedy: null }],
  ] as const)(
    'says of a connection that is %s what it holds and what to do (case %#)',
    (state, last, rows, run, note) => {
      const health = { state, lastSuccessAt: last, rows, lastRun: run } as unknown as Parameters<typeof healthNote>[0];

      expect(healthNote(health)).toEqual(note);
    },
  );

  it('says in one sentence what is ahead and how much is late', () => {
    const one = departure('A', '2026-11-24', '2026-11-24T19:00:00Z');
    const leftOut = { departures: 0, milestones: 0, late: 0, decisions: 0, ticketsMoved: 0 };
    const late = {
      reason: 'departure-passed' as const,
      releaseId: one.releaseId,
      releaseName: 'A',
      trainName: 'Payments',
      text: '',
      since: now,
      count: 1,
    };

    expect([
      headline({ departures: [], late: [], leftOut }),
      headline({ departures: [one], late: [], leftOut }),
      headline({ departures: [one, one], late: [late], leftOut }),
      headline({ departures: [], late: [late, late], leftOut }),
      headline({ departures: [one], late: [late], leftOut: { ...leftOut, departures: 48, late: 1 } }),
    ]).toEqual([
      'Nothing departs in the next two weeks.',
      '1 release departs in the next two weeks.',
      '2 releases depart in the next two weeks; 1 thing is late.',
      'Nothing departs in the next two weeks; 2 things are late.',
      '49 releases depart in the next two weeks; 2 things are late.',
    ]);
  });

  it('counts the conflicts of the days ahead that are not waived, the worst three of them', () => {
    const day = 86_400_000;
    const far = { start: now + 40 * day, end: now + 41 * day };
    const side = (releaseId: string | null) => [aSide('booking', 'b', { releaseId })];
    const conflict = (key: string, at: object, releaseId: string | null = null) =>
      aConflict(key, { at, sides: side(releaseId), sideCount: 1 });
    const soon = { start: now + day, end: now + 2 * day };
    const today = { now, departures: [departure('own', '2026-11-24', '2026-11-24T20:00:00Z')], milestones: [] };

    const ahead = clashesAhead(today, [
      counting(conflict('of a release that departs', far, 'release-own')),
      waived(conflict('waived', soon)),
      counting(conflict('far', far, 'release-other')),
      counting(conflict('soon', soon)),
      counting(conflict('over', { start: now - 2 * day, end: now - day })),
      ...[1, 2].map((at) => counting(conflict(`soon ${at}`, soon))),
    ]);

    expect(ahead.count).toBe(4);
    expect(ahead.worst.map(({ conflict: { key } }) => key)).toEqual(['of a release that departs', 'soon', 'soon 1']);
  });
});
