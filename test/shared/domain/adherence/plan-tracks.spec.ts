import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanHistory, planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import { PlanTrack } from '../../../../shared/model/adherence.ts';
import { observation, planJournal, releaseRow, removed } from '../../../support/plan-journal.ts';
import { aZone } from '../../../support/times.ts';

const UTC = aZone('UTC');

function read(history: Partial<PlanHistory>) {
  return planTracks({ entries: [], observations: [], zoneOf: () => UTC, ...history });
}

/** Versions as one can read them: who said it, when, which day, what state. */
function told({ versions }: PlanTrack): readonly string[] {
  return versions.map(({ source, on, day, state }) => {
    const who = source.by === 'entry' ? source.seq : source.id;
    return `${who} on ${on}: ${day} ${state}`;
  });
}

describe('shared/domain/adherence/plan-tracks', () => {
  it('keeps a version with its entry for each change of day or state, and none for other changes', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    journal.add('2026-01-06T10:00Z', [releaseRow('r', { day: '2026-03-10', name: 'Renamed' })]);
    journal.add('2026-02-01T10:00Z', [releaseRow('r', { day: '2026-03-17', name: 'Renamed' })]);
    journal.add('2026-03-17T13:00Z', [releaseRow('r', { day: '2026-03-17', name: 'Renamed', state: 'departed' })]);

    const { tracks, unreadable } = read(journal);

    expect(tracks.map(told)).toEqual([
      [
        '1 on 2026-01-05: 2026-03-10 planned',
        '3 on 2026-02-01: 2026-03-17 planned',
        '4 on 2026-03-17: 2026-03-17 departed',
      ],
    ]);
    expect(tracks[0]?.name).toBe('Renamed');
    expect(unreadable).toEqual([]);
    expect(PlanTrack.array().parse(tracks)).toEqual(tracks);
  });

  it('tells the day of an entry in the zone of its release', () => {
    const journal = planJournal();
    journal.add('2026-01-05T23:30Z', [releaseRow('r', { day: '2026-03-10', zone: 'Pacific/Auckland' })]);

    expect(read(journal).tracks.map(told)).toEqual([['1 on 2026-01-06: 2026-03-10 planned']]);
  });

  it('keeps an undone move as two versions: it was said', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    const move = journal.add('2026-01-06T10:00Z', [releaseRow('r', { day: '2026-04-10' })]);
    journal.undo('2026-01-06T10:01Z', move);

    expect(read(journal).tracks.map(told)).toEqual([
      [
        '1 on 2026-01-05: 2026-03-10 planned',
        '2 on 2026-01-06: 2026-04-10 planned',
        '3 on 2026-01-06: 2026-03-10 planned',
      ],
    ]);
  });

  it('keeps a removed release, and the same one when it comes back', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    const removal = journal.add('2026-01-06T10:00Z', [removed('release', 'r')]);
    journal.undo('2026-01-07T10:00Z', removal);

    expect(read(journal).tracks.map(told)).toEqual([
      [
        '1 on 2026-01-05: 2026-03-10 planned',
        '2 on 2026-01-06: 2026-03-10 removed',
        '3 on 2026-01-07: 2026-03-10 planned',
      ],
    ]);
  });

  it('lists an image that cannot be read, and goes on with what was known', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    journal.add('2026-01-06T10:00Z', [['release', 'r', { day: 'soon' }]]);

    const { tracks, unreadable } = read(journal);

    expect(tracks.map(told)).toEqual([['1 on 2026-01-05: 2026-03-10 planned']]);
    expect(unreadable).toEqual([{ seq: 2, kind: 'release', id: 'r' }]);
  });

  it('joins what was observed elsewhere to the release of that name, an observation first on its day', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10', name: '1.18' })]);
    const observations = [
      observation('o2', '1.18', ['2026-01-05', '2026-03-09']),
      observation('o1', '1.18', ['2025-12-01', '2026-03-01']),
      observation('o3', '1.18', ['2026-03-12', '2026-03-11', true]),
    ];

    expect(read({ ...journal, observations }).tracks.map(told)).toEqual([
      [
        'o1 on 2025-12-01: 2026-03-01 planned',
        'o2 on 2026-01-05: 2026-03-09 planned',
        '1 on 2026-01-05: 2026-03-10 planned',
        'o3 on 2026-03-12: 2026-03-11 departed',
      ],
    ]);
  });

  it('keeps observations of one day in the order in which they were made', () => {
    const observations = [
      observation('o9', '1.24', ['2022-05-03', '2022-04-19']),
      observation('o1', '1.24', ['2022-05-03', '2022-05-03']),
    ];

    expect(read({ observations }).tracks.map(told)).toEqual([
      ['o9 on 2022-05-03: 2022-04-19 planned', 'o1 on 2022-05-03: 2022-05-03 planned'],
    ]);
  });

  it.each([
    ['of another train', releaseRow('r', { day: '2026-03-10', name: '1.18', train: 'other' })],
    ['of another name', releaseRow('r', { day: '2026-03-10', name: '1.19' })],
  ])('leaves observations by themselves where the only release is %s', (_what, row) => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [row]);

    const { tracks } = read({ ...journal, observations: [observation('o', '1.18', ['2025-12-01', '2026-03-01'])] });

    expect(tracks.map(({ key, releaseId, name }) => [key, releaseId, name])).toEqual([
      ['r', 'r', row[2]?.name],
      ['observed:t/1.18', null, '1.18'],
    ]);
  });

  it('leaves observations by themselves where two releases have the name, or the one that had it was removed', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [
      releaseRow('a', { day: '2026-03-10', name: 'twice' }),
      releaseRow('b', { day: '2026-03-11', name: 'twice' }),
      releaseRow('c', { day: '2026-03-12', name: 'gone' }),
    ]);
    journal.add('2026-01-06T10:00Z', [removed('release', 'c')]);
    const observations = [
      observation('o1', 'twice', ['2025-12-01', '2026-03-01']),
      observation('o2', 'gone', ['2025-12-01', '2026-03-01']),
    ];

    expect(read({ ...journal, observations }).tracks.map(({ key }) => key)).toEqual([
      'a',
      'b',
      'c',
      'observed:t/twice',
      'observed:t/gone',
    ]);
  });

  it('loses no observation and no entry of a release, whatever the order', () => {
    const someDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
    const said = fc.array(fc.tuple(someDay, someDay), { maxLength: 8 });
    fc.assert(
      fc.property(said, said, (entries, seen) => {
        const journal = planJournal();
        for (const [on, day] of entries) journal.add(`${on}T08:00Z`, [releaseRow('r', { day, name: 'x' })]);
        const observations = seen.map((one, index) => observation(`o${index}`, 'x', one));

        const { tracks } = read({ ...journal, observations });

        const versions = tracks.flatMap((track) => track.versions);
        const changesOfDay = entries.filter(([, day], index) => day !== entries[index - 1]?.[1]).length;
        expect(versions.filter(({ source }) => source.by === 'entry')).toHaveLength(changesOfDay);
        const ids = versions.flatMap(({ source }) => (source.by === 'observation' ? [source.id] : []));
        expect(ids.toSorted()).toEqual(observations.map(({ id }) => id).toSorted());
        const seqs = versions.flatMap(({ source }) => (source.by === 'entry' ? [source.seq] : []));
        expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
        expect(tracks.length).toBe(entries.length + seen.length === 0 ? 0 : 1);
      }),
    );
  });
});
