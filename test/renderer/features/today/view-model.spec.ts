import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  changesSince,
  headline,
  readinessOf,
  type TodayMilestone,
} from '../../../../renderer/features/today/view-model.ts';
import { Departure } from '../../../../shared/contract/today.ts';
import { MilestoneId, ReleaseId } from '../../../../shared/model/ids.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';

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
    [0, 0, 'Nothing aboard yet', null],
    [4, 1, '1 of 4 done', 0.25],
    [4, 4, '4 of 4 done', 1],
  ])('says of %d aboard and %d done: %s', (boarded, done, text, share) => {
    expect(readinessOf({ boarded, done })).toEqual({ text, share });
  });

  it('counts changes from the last visit, and from a week ago at the first', () => {
    expect([changesSince(at('2026-11-20T00:00:00Z'), now), changesSince(undefined, now)]).toEqual([
      at('2026-11-20T00:00:00Z'),
      at('2026-11-16T09:00:00Z'),
    ]);
  });

  it('says in one sentence what is ahead and how much is late', () => {
    const one = departure('A', '2026-11-24', '2026-11-24T19:00:00Z');
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
      headline({ departures: [], late: [] }),
      headline({ departures: [one], late: [] }),
      headline({ departures: [one, one], late: [late] }),
      headline({ departures: [], late: [late, late] }),
    ]).toEqual([
      'Nothing departs in the next two weeks.',
      '1 release departs in the next two weeks.',
      '2 releases depart in the next two weeks; 1 thing is late.',
      'Nothing departs in the next two weeks; 2 things are late.',
    ]);
  });
});
