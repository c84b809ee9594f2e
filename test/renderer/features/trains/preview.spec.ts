import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../../renderer/features/trains/preview.ts';
import { day } from '../../../../shared/model/time.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

const today = day('2026-11-23');
const none = new Map();

describe('renderer/features/trains/preview', () => {
  it('shows the next six releases in words and days, and the milestones of the first', () => {
    const preview = previewOf(biweeklyPlan(), none, today);

    // Every second Tuesday from 1 December 2026; five working days before it is Tuesday the 24th.
    expect(preview).toMatchObject({
      kind: 'shown',
      words: 'every 2 weeks on Tuesday',
      releases: ['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26', '2027-02-09'].map((release) => ({
        day: release,
        movedFor: null,
      })),
    });
    const milestones = preview.kind === 'shown' ? preview.milestones : [];
    expect(milestones.map(({ stageKey, startLocal }) => [stageKey, startLocal])).toEqual([
      ['cut-off', '2026-11-24T09:00'],
      ['freeze', '2026-11-26T09:00'],
      ['uat', '2026-11-26T09:00'],
      ['go', '2026-11-30T09:00'],
    ]);
  });

  it('says for which holiday a release gives way', () => {
    const holidays = new Map([[day('2026-12-29'), 'Feast of the Mill']]);

    const preview = previewOf(biweeklyPlan(), holidays, today);

    expect(preview.kind === 'shown' && preview.releases[2]).toEqual({
      name: 'Payments 2026.53',
      day: '2026-12-30',
      movedFor: 'Feast of the Mill',
    });
  });

  it('shows no releases of a train dated by hand', () => {
    expect(previewOf(biweeklyPlan({ cadence: null }), none, today)).toEqual({
      kind: 'shown',
      words: null,
      releases: [],
      milestones: [],
      late: [],
    });
  });

  it('says what cannot be placed', () => {
    const everyDayOff = new Map(
      Array.from({ length: 900 }, (_, at) => {
        const date = new Date(Date.UTC(2026, 8, 1) + at * 86_400_000);
        return [day(date.toISOString().slice(0, 10)), 'Off'] as const;
      }),
    );

    expect(previewOf(biweeklyPlan(), everyDayOff, today)).toMatchObject({ kind: 'impossible' });
  });
});
