import { describe, expect, it } from 'vitest';
import { readDraft, usualDraft } from '../../../../../renderer/features/windows/integration/draft.ts';
import { day } from '../../../../../shared/model/time.ts';

const usual = { ...usualDraft(day('2026-12-07')), releases: ['release-1'] };

describe('renderer/features/windows/integration/draft', () => {
  it('asks for an hour in the usual hours over two months', () => {
    expect(readDraft(usual)).toEqual({
      question: {
        releaseIds: ['release-1'],
        from: '2026-12-07',
        until: '2027-02-05',
        minutes: 60,
        hours: { from: '09:00', to: '17:00' },
        readyBy: 'code-freeze',
        gapMinutes: 0,
        environmentId: null,
        chosen: [],
      },
      problems: {},
    });
  });

  it('asks nothing, and complains of nothing, before a release is chosen', () => {
    expect(readDraft({ ...usual, releases: [] })).toEqual({ question: null, problems: {} });
  });

  it.each([
    ['minutes', { minutes: '0' }],
    ['minutes', { minutes: '1.5' }],
    ['gap', { gap: '' }],
    ['gap', { gap: '-1' }],
    ['hoursFrom', { hoursFrom: '' }],
    ['hoursTo', { hoursTo: '25:00' }],
    ['from', { from: '' }],
    ['until', { until: '2026-12-06' }],
    ['until', { until: '2027-06-25' }],
    ['releases', { releases: Array.from({ length: 61 }, (_, at) => `release-${at}`) }],
  ])('says what is wrong with %s: %o', (field, changes) => {
    const { question, problems } = readDraft({ ...usual, ...changes });
    expect(question).toBeNull();
    expect(Object.keys(problems)).toEqual([field]);
  });

  it('looks through 200 days at most, both ends counted, and reads the gap in hours', () => {
    expect(readDraft({ ...usual, until: '2027-06-24', gap: '8' }).question).toMatchObject({ gapMinutes: 480 });
  });
});
