import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineVersion, planAsOf } from '../../../../shared/domain/adherence/baseline-version.ts';
import { planTracks } from '../../../../shared/domain/adherence/plan-tracks.ts';
import { AdherenceBaseline, type PlanTrack } from '../../../../shared/model/adherence.ts';
import type { PlanObservation } from '../../../../shared/model/baseline.ts';
import { ReleaseState } from '../../../../shared/model/release.ts';
import { observation, planJournal, releaseRow, removed } from '../../../support/plan-journal.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

function tracksOf(journal: ReturnType<typeof planJournal>, observations: readonly PlanObservation[] = []) {
  return planTracks({ ...journal, observations, zoneOf: () => aZone('UTC') }).tracks;
}

function only(tracks: readonly PlanTrack[]): PlanTrack {
  const [track] = tracks;
  if (track === undefined) throw new Error('a release was expected');
  return track;
}

function baseline(by: Record<string, unknown>): AdherenceBaseline {
  return AdherenceBaseline.parse(by);
}

/** Planned for the 10th, moved to the 17th and the 24th, departed on the 26th, then the day written as planned anew. */
function slippingRelease(): PlanTrack {
  const journal = planJournal();
  journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
  journal.add('2026-02-01T10:00Z', [releaseRow('r', { day: '2026-03-17' })]);
  journal.add('2026-03-01T10:00Z', [releaseRow('r', { day: '2026-03-24' })]);
  journal.add('2026-03-27T10:00Z', [releaseRow('r', { day: '2026-03-26' })]);
  journal.add('2026-03-27T10:01Z', [releaseRow('r', { day: '2026-03-26', state: 'departed' })]);
  return only(tracksOf(journal));
}

const NAMED = { by: 'named', id: 'b', name: 'Q1', trainId: null, seq: 2, at: anInstant('2026-02-10T10:00Z') };

describe('shared/domain/adherence/baseline-version', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['first published', { by: 'first-published' }, '2026-03-10'],
    ['last before departure: not what was written down afterwards', { by: 'last-before-departure' }, '2026-03-24'],
    ['last published: whatever was written last', { by: 'last-published' }, '2026-03-26'],
    ['as of entry 2', { by: 'entry', seq: 2, at: 0 }, '2026-03-17'],
    ['as of a moment', { by: 'instant', at: anInstant('2026-02-28T10:00Z') }, '2026-03-17'],
    ['at the very moment of an entry', { by: 'instant', at: anInstant('2026-03-01T10:00Z') }, '2026-03-24'],
    ['a named baseline', NAMED, '2026-03-17'],
    ['a named baseline of its train', { ...NAMED, trainId: 't' }, '2026-03-17'],
  ])('knows the planned day %s', (_what, by, day) => {
    expect(baselineVersion(slippingRelease(), baseline(by))).toMatchObject({ planned: { day }, why: null });
  });

  it('names the entry that said it', () => {
    expect(baselineVersion(slippingRelease(), baseline(NAMED)).planned).toEqual({
      day: aDay('2026-03-17'),
      on: aDay('2026-02-01'),
      source: { by: 'entry', seq: 2 },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['taken before the release was planned', { by: 'instant', at: anInstant('2026-01-05T09:59Z') }, 'not-planned-yet'],
    ['taken after it had departed', { by: 'entry', seq: 5, at: 0 }, 'departed-already'],
    ['that stood on a day written down after it had left', { by: 'entry', seq: 4, at: 0 }, 'departed-already'],
    ['of another train', { ...NAMED, trainId: 'other' }, 'another-train'],
  ])('says why there is no baseline %s', (_what, by, why) => {
    expect(baselineVersion(slippingRelease(), baseline(by))).toEqual({ planned: null, why });
  });

  it('says so where a release was first written down after it had left: that is no plan', () => {
    const journal = planJournal();
    journal.add('2026-03-12T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    journal.add('2026-03-12T10:01Z', [releaseRow('r', { day: '2026-03-10', state: 'departed' })]);

    const version = baselineVersion(only(tracksOf(journal)), baseline({ by: 'first-published' }));

    expect(version).toEqual({ planned: null, why: 'never-planned-before-departure' });
  });

  it('says so where the release was cancelled or removed at the time', () => {
    const journal = planJournal();
    journal.add('2026-01-01T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    journal.add('2026-01-02T10:00Z', [releaseRow('r', { day: '2026-03-10', state: 'cancelled' })]);
    journal.add('2026-01-03T10:00Z', [removed('release', 'r')]);
    journal.undo('2026-01-04T10:00Z', 3);
    journal.undo('2026-01-05T10:00Z', 2);
    const track = only(tracksOf(journal));

    const whys = [2, 3, 4, 5].map((seq) => baselineVersion(track, baseline({ by: 'entry', seq, at: 0 })).why);

    expect(whys).toEqual(['cancelled-then', 'removed-then', 'cancelled-then', null]);
  });

  it('counts an observation from the beginning of its day', () => {
    const seen = [
      observation('o1', 'r', ['2026-01-01', '2026-03-10']),
      observation('o2', 'r', ['2026-02-01', '2026-03-17']),
    ];
    const track = only(tracksOf(planJournal(), seen));

    const days = ['2026-01-31T23:59Z', '2026-02-01T00:00Z'].map(
      (at) => baselineVersion(track, baseline({ by: 'instant', at: anInstant(at) })).planned?.day,
    );

    expect(days).toEqual(['2026-03-10', '2026-03-17']);
  });

  it('takes the last plan before a release that has not departed, however late it is', () => {
    const journal = planJournal();
    journal.add('2026-01-01T10:00Z', [releaseRow('r', { day: '2026-03-10' })]);
    journal.add('2026-06-01T10:00Z', [releaseRow('r', { day: '2026-05-10' })]);

    const version = baselineVersion(only(tracksOf(journal)), baseline({ by: 'last-before-departure' }));

    expect(version.planned?.day).toBe('2026-05-10');
  });

  it('gives of every release what the journal had up to an entry, as replaying it does', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom(...ReleaseState.options, 'removed' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const journal = planJournal();
        for (const { id, day, state } of steps) {
          const row = state === 'removed' ? removed('release', id) : releaseRow(id, { day: `2027-01-0${day}`, state });
          journal.add('2026-01-01T10:00Z', [row]);
        }
        const tracks = tracksOf(journal);

        for (let seq = 0; seq <= steps.length; seq += 1) {
          const plan = planAsOf(tracks, baseline({ by: 'entry', seq, at: anInstant('2026-01-01T10:00Z') }));

          // The oracle replays the entries up to there and looks at the rows; all are said long before any departure.
          const rows = new Map<string, (typeof steps)[number]>();
          for (const one of steps.slice(0, seq)) rows.set(one.id, one);
          for (const { key, planned } of plan) {
            const row = rows.get(key);
            const stood = row !== undefined && (row.state === 'planned' || row.state === 'under-way');
            expect(planned?.day ?? null).toBe(stood ? `2027-01-0${row.day}` : null);
          }
        }
      }),
    );
  });
});
