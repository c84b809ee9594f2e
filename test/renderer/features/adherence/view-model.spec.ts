import { describe, expect, it } from 'vitest';
import { rowOf, signalText, slipWords, statementsOf } from '../../../../renderer/features/adherence/view-model.ts';
import type { PlanVersion, ReleaseAdherence } from '../../../../shared/model/adherence.ts';
import type { TrainId } from '../../../../shared/model/ids.ts';
import { type Day, day } from '../../../../shared/model/time.ts';

const told = { key: 'r1', releaseId: null, trainId: 't1' as TrainId, name: 'R1' };
const source = { by: 'entry', seq: 4 } as const;
const planned = (on: Day) => ({ day: on, on: day('2026-01-01'), source });
const actual = { day: day('2026-03-09'), source, alsoSaid: [] };

function version(on: string, planned: string, state: PlanVersion['state'] = 'planned'): PlanVersion {
  return { source, on: day(on), at: null, day: day(planned), departsAt: null, state };
}

describe('renderer/features/adherence/view-model', () => {
  it.each([
    [0, 'calendar-days', 'on the day'],
    [1, 'calendar-days', '1 day late'],
    [-2, 'calendar-days', '2 days early'],
    [3, 'working-days', '3 working days late'],
  ] as const)('says %i %s as “%s”', (days, unit, words) => {
    expect(slipWords(days, unit)).toBe(words);
  });

  it('shows the slip in the unit that was asked for', () => {
    const release: ReleaseAdherence = {
      ...told,
      outcome: 'measured',
      baseline: planned(day('2026-03-06')),
      actual,
      slipDays: 3,
      slipWorkingDays: 1,
    };

    expect(rowOf(release, 'calendar-days')).toMatchObject({ slip: 3, outcome: '3 days late', planned: '2026-03-06' });
    expect(rowOf(release, 'working-days')).toMatchObject({ slip: 1, outcome: '1 working day late' });
  });

  it.each([
    ['without a baseline', { outcome: 'no-baseline', why: 'not-planned-yet', actual }, 'It was not planned yet then.'],
    [
      'overdue',
      {
        outcome: 'not-departed',
        overdue: true,
        planned: planned(day('2026-03-06')),
        baseline: null,
        foreseenSlipDays: null,
      },
      'overdue, not in this baseline',
    ],
    [
      'ahead and later than promised',
      {
        outcome: 'not-departed',
        overdue: false,
        planned: planned(day('2026-03-08')),
        baseline: planned(day('2026-03-06')),
        foreseenSlipDays: 2,
      },
      'still ahead, planned 2 days late',
    ],
    [
      'cancelled',
      { outcome: 'cancelled', lastPlanned: planned(day('2026-03-06')), baseline: null, source },
      'cancelled',
    ],
  ] as const)('says of a release %s why it has no slip', (_what, release, outcome) => {
    expect(
      rowOf(
        {
          ...told,
          ...release,
          ...('actual' in release ? { actual: { ...actual, alsoSaid: [] } } : {}),
        } as ReleaseAdherence,
        'calendar-days',
      ),
    ).toMatchObject({ slip: null, outcome });
  });

  it('tells what was said of a release, newest first', () => {
    const versions = [
      version('2026-01-01', '2026-03-03'),
      version('2026-02-01', '2026-03-10'),
      version('2026-02-09', '2026-03-05'),
      version('2026-03-01', '2026-03-05', 'under-way'),
      version('2026-03-05', '2026-03-05', 'departed'),
    ];

    expect(statementsOf({ versions }).map(({ text }) => text.replace(/ (to|for|on) .*/, ' $1'))).toEqual([
      'departed on',
      'under way for',
      'moved earlier, to',
      'moved later, to',
      'planned for',
    ]);
  });

  it('says why a point is more than chance, and nothing of one that is not', () => {
    expect(signalText([])).toBe('');
    expect(signalText(['beyond-limit', 'moving-range'])).toBe(
      'beyond the limit: more than chance; a jump larger than usual',
    );
  });
});
