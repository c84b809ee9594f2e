import { describe, expect, it } from 'vitest';
import {
  bumpTargets,
  checkLocal,
  checkSpan,
  departsText,
  doneAlready,
  isOverdue,
  lateMilestones,
  lateText,
  orderedScope,
  placeHint,
  progressOf,
  progressText,
  reasonProblem,
  releaseStrip,
  stateQuestion,
  stripText,
  togglePick,
  tooLong,
} from '../../../../renderer/features/release/view-model.ts';
import { BoardedItem } from '../../../../shared/contract/releases.ts';
import { FactId } from '../../../../shared/model/ids.ts';
import { Milestone, Release } from '../../../../shared/model/release.ts';
import { instant } from '../../../../shared/model/time.ts';
import { anInstant, aZone, isoOf } from '../../../support/times.ts';

const berlin = aZone('Europe/Berlin');

function release(changes: Partial<Record<keyof Release, unknown>> = {}): Release {
  return Release.parse({
    id: 'release-1',
    trainId: 'train-1',
    name: 'Payments 2026.51',
    day: '2026-12-15',
    departureTime: '20:00',
    zone: 'Europe/Berlin',
    departsAt: anInstant('2026-12-15T20:00+01:00'),
    state: 'planned',
    occurrence: null,
    skippedStages: [],
    notes: '',
    ...changes,
  });
}

function milestone(id: string, startLocal: string, changes: Partial<Record<keyof Milestone, unknown>> = {}): Milestone {
  return Milestone.parse({
    id,
    releaseId: 'release-1',
    stageKey: id,
    kind: 'scope-cut-off',
    name: id,
    startLocal,
    endLocal: null,
    zone: 'Europe/Berlin',
    startAt: anInstant(`${startLocal}+01:00`),
    endAt: null,
    pinned: false,
    ...changes,
  });
}

function boarded(key: string | null, state: string, category: string | null, originalStatus = category): BoardedItem {
  return BoardedItem.parse({
    item: {
      id: `scope-${key ?? 'hand'}`,
      releaseId: 'release-1',
      workItemId: key === null ? null : `fact-${key}`,
      title: key ?? 'Call the bank',
      state,
      boardedBy: 'hand',
      boardedAt: anInstant('2026-12-01T09:00Z'),
      reason: '',
      bumpedTo: null,
    },
    ticket:
      category === null
        ? null
        : {
            id: `fact-${key}`,
            key,
            title: `About ${key}`,
            url: null,
            type: 'Story',
            originalStatus,
            category,
            resolution: null,
            assignee: null,
            updatedAt: anInstant('2026-12-01T09:00Z'),
            fetchedAt: anInstant('2026-12-01T09:00Z'),
            simulated: false,
          },
  });
}

const scope = [
  boarded('PAY-10', 'boarded', 'done'),
  boarded('PAY-9', 'boarded', 'active'),
  boarded('PAY-2', 'late', 'new'),
  boarded('PAY-1', 'dropped', 'done'),
  boarded('PAY-3', 'bumped', 'waiting'),
  boarded(null, 'boarded', null),
];

describe('renderer/features/release/view-model', () => {
  it.each([
    ['planned', '2026-12-15T07:00Z', 'Departs Tue 15 Dec 2026, 20:00 CET, in 12 h'],
    ['departed', '2026-12-20T19:00Z', 'Departed Tue 15 Dec 2026, 20:00 CET, 5 days ago'],
    ['cancelled', '2026-12-20T19:00Z', 'Would have departed Tue 15 Dec 2026, 20:00 CET, 5 days ago'],
  ])('says when a %s release departs', (state, now, text) => {
    expect(departsText(release({ state }), null, anInstant(now))).toBe(text);
  });

  it('says the departure in the display zone too', () => {
    expect(departsText(release(), aZone('UTC'), anInstant('2026-12-15T07:00Z'))).toBe(
      'Departs Tue 15 Dec 2026, 20:00 CET (15 Dec, 19:00 UTC), in 12 h',
    );
  });

  it.each([
    ['planned', '2026-12-15T19:00:01Z', true],
    ['under-way', '2026-12-16T00:00Z', true],
    ['planned', '2026-12-15T18:59Z', false],
    ['departed', '2027-01-01T00:00Z', false],
    ['cancelled', '2027-01-01T00:00Z', false],
  ])('knows whether a %s release is overdue at %s', (state, now, overdue) => {
    expect(isOverdue(release({ state }), anInstant(now))).toBe(overdue);
  });

  it('lays the way of a release on days of its zone', () => {
    const strip = releaseStrip(release(), [
      milestone('cut', '2026-12-08T09:00'),
      milestone('care', '2026-12-16T09:00', {
        kind: 'hypercare',
        endLocal: '2026-12-18T17:00',
        endAt: anInstant('2026-12-18T17:00+01:00'),
      }),
    ]);

    expect(strip.marks.map(({ label, note }) => [label, note])).toEqual([
      ['cut', '8 Dec'],
      ['Departure', '15 Dec'],
      ['care', '16 Dec'],
    ]);
    expect([strip.from, strip.to].map((at) => isoOf(instant(at)))).toEqual([
      '2026-12-06T23:00:00.000Z',
      '2026-12-19T23:00:00.000Z',
    ]);
    expect(strip.ticks.map(({ label }) => label)).toEqual([
      '7 Dec',
      '9 Dec',
      '11 Dec',
      '13 Dec',
      '15 Dec',
      '17 Dec',
      '19 Dec',
    ]);
    expect(strip.ticks.filter(({ strong }) => strong).map(({ label }) => label)).toEqual(['15 Dec']);
    expect(stripText(release(), strip)).toBe('The way of Payments 2026.51: cut 8 Dec, Departure 15 Dec, care 16 Dec.');
  });

  it('puts the lines of a long way on Mondays', () => {
    const strip = releaseStrip(release(), [milestone('cut', '2026-11-04T09:00')]);

    expect(strip.ticks.map(({ label }) => label)).toEqual(['9 Nov', '16 Nov', '23 Nov', '30 Nov', '7 Dec', '14 Dec']);
  });

  it('counts the work aboard by the state of its tickets', () => {
    const progress = progressOf(scope);

    expect(progress).toEqual({
      aboard: 4,
      late: 1,
      left: 2,
      counts: { done: 1, active: 1, waiting: 0, new: 1, undone: 0, unknown: 1 },
    });
    expect(progressText(progress)).toBe('4 items aboard: 1 done, 1 active, 1 new, 1 without a ticket');
    expect(progressText(progressOf([]))).toBe('Nothing aboard yet');
    expect(progressText(progressOf([...scope, boarded('PAY-4', 'boarded', 'done', "Won't Do")]))).toBe(
      '5 items aboard: 1 done, 1 active, 1 new, 1 ended undone, 1 without a ticket',
    );
  });

  it('lists late items first and those that left last, keys by their numbers', () => {
    expect(orderedScope(scope).map(({ item }) => item.title)).toEqual([
      'PAY-2',
      'Call the bank',
      'PAY-9',
      'PAY-10',
      'PAY-3',
      'PAY-1',
    ]);
  });

  it('warns after the scope cut-off, not at it', () => {
    const milestones = [milestone('cut', '2026-12-08T09:00')];

    expect(lateText({ milestones, release: release() }, anInstant('2026-12-08T09:00+01:00'))).toBeNull();
    expect(lateText({ milestones, release: release() }, anInstant('2026-12-08T12:00+01:00'))).toBe(
      'The scope cut-off was 3 h ago: what boards now boards late.',
    );
    expect(lateText({ milestones: [], release: release() }, anInstant('2027-01-01T00:00Z'))).toBeNull();
  });

  it.each([
    ['2026-03-29T02:30', 'Clocks skip this time that day: it becomes Sun 29 Mar 2026, 03:30.'],
    ['2026-10-25T02:30', 'Clocks show this time twice that day: the first is meant.'],
    ['2026-06-01T09:00', null],
  ])('says what is surprising about %s', (text, hint) => {
    expect(checkLocal(text, berlin)).toEqual({ value: text, error: null, hint });
  });

  it('refuses what is no time', () => {
    expect(checkLocal('', berlin)).toEqual({ value: null, error: 'Choose a day and a time.', hint: null });
    expect(checkLocal('2026-02-30T09:00', berlin).value).toBeNull();
  });

  it('checks both ends of a span together', () => {
    const [early, late, broken] = ['2026-06-01T09:00', '2026-06-02T09:00', ''].map((text) => checkLocal(text, berlin));
    if (!early || !late || !broken) throw new Error('three texts give three checks');

    expect(checkSpan(early, null)).toEqual({ ready: true, error: null });
    expect(checkSpan(early, late)).toEqual({ ready: true, error: null });
    expect(checkSpan(late, early)).toEqual({ ready: false, error: 'It would end before it starts.' });
    expect(checkSpan(early, broken).ready).toBe(false);
    expect(checkSpan(broken, null).ready).toBe(false);
  });

  it('ticks and unticks', () => {
    const one = FactId.parse('fact-1');

    expect([...togglePick(new Set(), one)]).toEqual([one]);
    expect([...togglePick(new Set([one]), one)]).toEqual([]);
  });

  it('offers later open releases first to bump to', () => {
    const at = (id: string, iso: string, state = 'planned') => release({ id, departsAt: anInstant(iso), state });
    const from = at('from', '2026-12-15T19:00Z');
    const releases = [
      at('later', '2027-01-12T19:00Z'),
      from,
      at('gone', '2026-12-29T19:00Z', 'departed'),
      at('next', '2026-12-29T19:00Z'),
      at('off', '2026-12-30T19:00Z', 'cancelled'),
      at('before', '2026-12-01T19:00Z'),
    ];

    expect(bumpTargets(releases, from).map(({ id }) => id)).toEqual(['next', 'later', 'before']);
  });

  it.each([
    ['departed', '2026-12-01T09:00Z', true],
    ['departed', '2026-12-16T09:00Z', false],
    ['cancelled', '2026-12-01T09:00Z', false],
    ['under-way', '2026-12-01T09:00Z', false],
  ] as const)('asks before %s at %s: %s', (state, at, asked) => {
    expect(stateQuestion(release(), state, anInstant(at)) !== null).toBe(asked);
  });

  it('says how far off the departure is that somebody calls past', () => {
    expect(stateQuestion(release(), 'departed', anInstant('2026-12-01T19:00Z'))).toContain('Tue 15 Dec 2026, 20:00');
    expect(stateQuestion(release({ state: 'departed' }), 'departed', anInstant('2026-12-01T19:00Z'))).toBeNull();
  });

  it('does not say that a release departed on a day to come', () => {
    const text = departsText(release({ state: 'departed' }), null, anInstant('2026-12-01T19:00Z'));

    expect(text).toMatch(/^Marked as departed; planned for Tue 15 Dec 2026, 20:00.*, in 14 days$/);
  });

  const items = (['done', 'active', 'done'] as const).map((category, at) => ({
    id: FactId.parse(`item-${at}`),
    category,
    originalStatus: 'Done',
    resolution: at === 0 ? 'Fixed' : "Won't Do",
  }));
  const idsOf = (...at: readonly number[]) =>
    new Set(items.filter((_, index) => at.includes(index)).map(({ id }) => id));

  it.each([
    [[], null],
    [[1], null],
    [[0], 'The one that is ticked is done already.'],
    [[2], 'The one that is ticked is closed already.'],
    [[0, 2], 'All 2 that are ticked are closed already.'],
    [[0, 1], '1 of the 2 that are ticked is done already.'],
    [[0, 1, 2], '2 of the 3 that are ticked are closed already.'],
  ])('says of the ticks %j what is done already', (ticks, text) => {
    expect(doneAlready(items, idsOf(...ticks))).toBe(text);
  });

  it('names what comes too late for the hour of departure, of releases that are still to come', () => {
    const milestones = [milestone('Deployment', '2026-12-15T20:00', { kind: 'deployment' })];
    const early = { departsAt: anInstant('2026-12-15T06:00+01:00') };

    expect(lateMilestones(release(), milestones)).toEqual([]);
    expect(lateMilestones(release(early), milestones)).toEqual(['“Deployment” begins after the departure.']);
    expect(lateMilestones(release({ ...early, state: 'departed' }), milestones)).toEqual([]);
  });

  it('asks for a reason, and for one that fits', () => {
    expect(reasonProblem(' ')).toMatch(/^Say why/);
    expect(reasonProblem('not tested')).toBeNull();
    expect(reasonProblem('x'.repeat(2_001))).toBe('2,001 characters: at most 2,000 are kept.');
    expect(tooLong('x'.repeat(400), 400)).toBeNull();
  });

  it.each([
    ['code-freeze', '2027-02-16T09:00', 'That is 63 days after the departure.'],
    ['code-freeze', '2026-12-15T21:00', 'That is after the departure, which comes earlier that day.'],
    ['code-freeze', '2026-12-15T20:00', null],
    ['hypercare', '2027-02-16T09:00', null],
    ['custom', '2027-02-16T09:00', null],
  ] as const)('remarks on a %s at %s: %s', (kind, start, hint) => {
    expect(placeHint(kind, checkLocal(start, berlin), release())).toBe(hint);
  });
});
