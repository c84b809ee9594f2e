import { describe, expect, it } from 'vitest';
import {
  deployingOf,
  lengthOf,
  newQuestion,
  type QuestionDraft,
  readQuestion,
} from '../../../../../renderer/features/windows/allowed/question.ts';
import { newSlotsDraft, readSlots, scoreWords } from '../../../../../renderer/features/windows/allowed/slots-draft.ts';
import { CalendarRelease } from '../../../../../shared/contract/calendar.ts';
import type { ReleaseId } from '../../../../../shared/model/ids.ts';
import { day, instant, Zone } from '../../../../../shared/model/time.ts';

const berlin = Zone.parse('Europe/Berlin');
const now = instant(Date.UTC(2026, 10, 24, 9, 20));
const fresh = newQuestion(now, berlin, 'release-1' as ReleaseId);

function releaseOf(spans: readonly (readonly [number, number | null])[]): CalendarRelease {
  return CalendarRelease.parse({
    id: 'release-1',
    trainId: 'train-1',
    name: 'Payments 2026.48',
    day: '2026-11-24',
    departsAt: 1_000 * 60_000,
    zone: berlin,
    state: 'planned',
    milestones: spans.map(([startAt, endAt], at) => ({
      id: `milestone-${at}`,
      stageKey: null,
      kind: 'deployment',
      name: 'Deployment',
      startAt: startAt * 60_000,
      endAt: endAt === null ? null : endAt * 60_000,
      zone: berlin,
      pinned: false,
    })),
  });
}

describe('renderer/features/windows/allowed/question', () => {
  it('begins with the next full hour, on the clock of the reader', () => {
    expect(readQuestion(fresh, berlin)).toEqual({
      question: {
        to: { by: 'release', id: 'release-1' },
        span: { start: Date.UTC(2026, 10, 24, 10), end: Date.UTC(2026, 10, 24, 11) },
        minutes: 60,
      },
      problems: {},
    });
  });

  it.each<[Partial<QuestionDraft>, object]>([
    [{ release: null }, { what: 'Choose a release.' }],
    [{ by: 'services' }, { what: 'Choose a service at least.' }],
    [{ by: 'targets', targets: [] }, { what: 'Name a place at least.' }],
    [{ start: '2026-02-30T10:00' }, { start: 'Choose a day and a time.' }],
    [{ length: '' }, { length: 'From a minute to 14 days.' }],
    [{ length: '15', unit: 'days' }, { length: 'From a minute to 14 days.' }],
    [{ length: '0.001', unit: 'hours' }, { length: 'From a minute to 14 days.' }],
  ])('says what %j is missing', (changes, problems) => {
    expect(readQuestion({ ...fresh, ...changes }, berlin)).toEqual({ question: null, problems });
  });

  it.each([
    [
      'its first deployment',
      [
        [500, 590],
        [100, 160],
      ] as const,
      { startAt: 100 * 60_000, minutes: 60, count: 2 },
    ],
    ['one without an end', [[100, null]] as const, { startAt: 100 * 60_000, minutes: 60, count: 1 }],
    ['its departure where none is planned', [] as const, { milestone: null, startAt: 1_000 * 60_000, count: 0 }],
  ])('takes a release by %s', (_what, spans, deploying) => {
    expect(deployingOf(releaseOf(spans))).toMatchObject(deploying);
  });

  it.each([
    [90, { length: '90', unit: 'minutes' }],
    [120, { length: '2', unit: 'hours' }],
    [2_880, { length: '2', unit: 'days' }],
  ])('says %j minutes as %j', (minutes, length) => {
    expect(lengthOf(minutes)).toEqual(length);
  });
});

describe('renderer/features/windows/allowed/slots-draft', () => {
  const draft = newSlotsDraft(day('2026-11-24'));
  const busy = { name: 'Sale', start: '2026-11-27T00:00', end: '2026-11-28T00:00', weight: '0.5' };

  it('looks over two weeks, and reads busy times on the clock of the reader', () => {
    const { question, problems } = readSlots({ ...draft, busy: [busy] }, berlin);

    expect(problems).toEqual({});
    expect(question).toMatchObject({
      from: '2026-11-24',
      until: '2026-12-07',
      stepMinutes: 60,
      busy: [
        { name: 'Sale', span: { start: Date.UTC(2026, 10, 26, 23), end: Date.UTC(2026, 10, 27, 23) }, weight: 0.5 },
      ],
    });
  });

  it.each([
    [{ until: '2026-11-23' }, { until: 'It is before the first day.' }],
    [{ until: '2027-11-23' }, { until: 'At most 120 days at once.' }],
    [{ hoursFrom: '' }, { hoursFrom: 'Choose a time.' }],
    [{ busy: [{ ...busy, name: ' ' }] }, { 'busy.0': 'Give the busy time a name.' }],
    [{ busy: [busy, { ...busy, end: busy.start }] }, { 'busy.1': 'It ends before it starts.' }],
  ])('says what is wrong with %j', (changes, problems) => {
    expect(readSlots({ ...draft, ...changes }, berlin)).toEqual({ question: null, problems });
  });

  it('tells a score by its parts', () => {
    const parts = [{ by: 'business' as const, value: 0.5, points: 15, outOf: 30, words: '' }];

    expect(scoreWords({ span: { start: now, end: now }, score: 15, parts })).toBe('15 of 100: Business 15 of 30');
  });
});
