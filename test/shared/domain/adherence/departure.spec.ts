import { describe, expect, it } from 'vitest';
import { departureOf, isBefore, standingOf } from '../../../../shared/domain/adherence/departure.ts';
import { planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import type { PlanTrack, PlanVersion } from '../../../../shared/model/adherence.ts';
import type { PlanObservation } from '../../../../shared/model/baseline.ts';
import { observation, planJournal, releaseRow, removed } from '../../../support/plan-journal.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

type Write = (journal: ReturnType<typeof planJournal>) => void;

function trackOf(write: Write, observations: readonly PlanObservation[] = []): PlanTrack {
  const journal = planJournal();
  write(journal);
  const { tracks } = planTracks({ ...journal, observations, zoneOf: () => aZone('UTC') });
  const [track] = tracks;
  if (track === undefined || tracks.length > 1) throw new Error('one release was expected');
  return track;
}

const planned: Write = (journal) => {
  journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
};
const departed: Write = (journal) => {
  planned(journal);
  journal.add('2026-03-10T13:00Z', [releaseRow('r', { day: '2026-03-10', state: 'departed' })]);
};
const seenActual = observation('o', 'r', ['2026-03-12', '2026-03-11', true]);

describe('shared/domain/adherence/departure', () => {
  it.each<[string, Write, readonly PlanObservation[], string]>([
    ['that is planned', planned, [], 'open'],
    ['that departed', departed, [], 'departed'],
    ['that is planned here and happened elsewhere', planned, [seenActual], 'departed'],
    ['that only observations know, planned', () => {}, [observation('o', 'r', ['2026-01-01', '2026-03-11'])], 'open'],
    ['that only observations know, happened', () => {}, [seenActual], 'departed'],
    [
      'that was cancelled',
      (journal) => {
        planned(journal);
        journal.add('2026-02-01T10:00Z', [releaseRow('r', { day: '2026-03-10', state: 'cancelled' })]);
      },
      [],
      'cancelled',
    ],
    [
      'that was removed',
      (journal) => {
        planned(journal);
        journal.add('2026-02-01T10:00Z', [removed('release', 'r')]);
      },
      [],
      'removed',
    ],
    [
      'whose departure was undone',
      (journal) => {
        departed(journal);
        journal.undo('2026-03-10T13:05Z', 2);
      },
      [],
      'open',
    ],
  ])('tells where a release stands %s', (_what, write, observations, expected) => {
    const track = trackOf(write, observations);

    expect(standingOf(track)).toBe(expected);
    expect(departureOf(track) === null).toBe(expected !== 'departed');
  });

  it('takes the day that the journal has now: a correction afterwards corrects the departure', () => {
    const track = trackOf((journal) => {
      departed(journal);
      journal.add('2026-03-12T09:00Z', [releaseRow('r', { day: '2026-03-11', state: 'departed' })]);
    });

    expect(departureOf(track)).toEqual({
      day: '2026-03-11',
      source: { by: 'entry', seq: 3 },
      alsoSaid: [],
      departsAt: anInstant('2026-03-11T12:00Z'),
      seq: 2,
    });
  });

  it('counts from the departure that stands where an earlier one was undone', () => {
    const track = trackOf((journal) => {
      departed(journal);
      journal.undo('2026-03-10T13:05Z', 2);
      journal.add('2026-03-11T09:00Z', [releaseRow('r', { day: '2026-03-12' })]);
      journal.add('2026-03-12T13:00Z', [releaseRow('r', { day: '2026-03-12', state: 'departed' })]);
    });

    expect(departureOf(track)).toMatchObject({ day: '2026-03-12', seq: 5 });
  });

  it('takes the last day observed, and names the others', () => {
    const track = trackOf(() => {}, [
      observation('o1', 'r', ['2026-03-11', '2026-03-10', true]),
      observation('o2', 'r', ['2026-03-12', '2026-03-11', true]),
    ]);

    expect(departureOf(track)).toMatchObject({ day: '2026-03-11', alsoSaid: ['2026-03-10'], seq: null });
  });

  it('lets the journal decide over an observation, and names what that said', () => {
    expect(departureOf(trackOf(departed, [seenActual]))).toMatchObject({ day: '2026-03-10', alsoSaid: ['2026-03-11'] });
  });

  describe('isBefore', () => {
    const day = aDay('2026-03-10');
    const departsAt = anInstant('2026-03-10T12:00Z');
    const said = (seq: number, at: string): PlanVersion => ({
      source: { by: 'entry', seq },
      on: aDay(at.slice(0, 10)),
      at: anInstant(at),
      day,
      departsAt,
      state: 'planned',
    });
    const seen = (on: string): PlanVersion => {
      const [version] = trackOf(() => {}, [observation('o', 'r', [on, '2026-03-10'])]).versions;
      if (version === undefined) throw new Error('a version was expected');
      return version;
    };
    const byEntry = { day, source: { by: 'entry', seq: 9 }, alsoSaid: [], departsAt, seq: 9 } as const;
    const byObservation = { ...byEntry, departsAt: null, seq: null };

    it.each<[string, PlanVersion, typeof byEntry | typeof byObservation, boolean]>([
      ['an entry the minute before', said(8, '2026-03-10T11:59Z'), byEntry, true],
      ['an entry at the minute of departure', said(8, '2026-03-10T12:00Z'), byEntry, false],
      ['an entry after the one that recorded it', said(10, '2026-03-09T12:00Z'), byEntry, false],
      ['an entry of the day before, departure observed', said(8, '2026-03-09T23:59Z'), byObservation, true],
      ['an entry of the same day, departure observed', said(8, '2026-03-10T00:01Z'), byObservation, false],
      ['an observation of the day before', seen('2026-03-09'), byEntry, true],
      ['an observation of the very day, which may be the record of it', seen('2026-03-10'), byEntry, false],
    ])('judges %s', (_what, version, departure, expected) => {
      expect(isBefore(version, departure)).toBe(expected);
    });
  });
});
