import { describe, expect, it } from 'vitest';
import { applyMove, isGuess, previewMove } from '../../../../renderer/features/calendar/moves.ts';
import { beginEdit, shiftEdit } from '../../../../renderer/features/calendar/timeline/edit.ts';
import { buildModel } from '../../../../renderer/features/calendar/timeline/model.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { instant } from '../../../../shared/model/time.ts';
import type { Stage } from '../../../../shared/model/train.ts';
import { aTrain, planLane, planMilestone, planRange, planRelease } from '../../../support/calendar-plan.ts';
import { aDay, anInstant, aZone, isoOf } from '../../../support/times.ts';

const train = aTrain();
const days = workingDays(train.calendar, new Map([[aDay('2026-12-25'), 'Christmas Day']]));

/** A release on Tuesday 15 December with the milestones that its stages give, one of them moved by hand. */
const range = planRange([
  planLane('train-1', [
    planRelease('r', '2026-12-15T20:00+01:00', {
      milestones: [
        planMilestone('cut-off', '2026-12-08T09:00+01:00', { kind: 'scope-cut-off' }),
        planMilestone('freeze', '2026-12-10T09:00+01:00', { endAt: anInstant('2026-12-15T17:00+01:00') }),
        planMilestone('go', '2026-12-14T09:00+01:00', { pinned: true }),
        planMilestone('own', '2026-12-13T09:00+01:00', { stageKey: null }),
      ],
    }),
    planRelease('other', '2026-12-29T20:00+01:00'),
  ]),
]);
const lanes = range.lanes.map((lane) => ({ id: lane.trainId, name: lane.name, releases: lane.releases, daysOff: [] }));
const model = buildModel(lanes, 0);
const milestones = range.lanes[0]?.releases[0]?.milestones ?? [];
const following = { milestones, stages: train.stages, days };

function item(id: string) {
  const found = model.byId.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function isoPreview(preview: ReturnType<typeof previewMove>) {
  return Object.fromEntries(
    [...preview].map(([id, { start, end }]) => [id, [start, end].map((at) => isoOf(instant(at)))]),
  );
}

describe('renderer/features/calendar/moves', () => {
  it('takes along what follows the stages, by working days, and leaves what was placed by hand', () => {
    const edit = shiftEdit(beginEdit(item('r'), 'body'), 'body', 14 * 1440);

    // Tuesday 29 December: its fifth working day before is Monday 21 December, as 25 December is a holiday.
    expect(isoPreview(previewMove(edit, following))).toEqual({
      r: ['2026-12-29T19:00:00.000Z', '2026-12-29T19:00:00.000Z'],
      'cut-off': ['2026-12-21T08:00:00.000Z', '2026-12-21T08:00:00.000Z'],
      freeze: ['2026-12-23T08:00:00.000Z', '2026-12-29T16:00:00.000Z'],
    });
  });

  it('moves nothing along for another time of the same day', () => {
    const edit = shiftEdit(beginEdit(item('r'), 'body'), 'body', 60);

    expect([...previewMove(edit, following).keys()]).toEqual(['r']);
  });

  it('moves a milestone alone', () => {
    const edit = shiftEdit(beginEdit(item('cut-off'), 'body'), 'body', 1440);

    expect([...previewMove(edit, following).keys()]).toEqual(['cut-off']);
  });

  it('moves a release alone where its train is not known, or its stages cannot be placed', () => {
    const edit = shiftEdit(beginEdit(item('r'), 'body'), 'body', 1440);
    const broken = [
      { ...train.stages[0], key: 'a' },
      { ...train.stages[0], key: 'a' },
    ] as readonly Stage[];

    expect([...previewMove(edit, null).keys()]).toEqual(['r']);
    expect([...previewMove(edit, { milestones, stages: broken, days }).keys()]).toEqual(['r']);
  });

  it('shows the plan as it will be, without touching the rest', () => {
    const edit = shiftEdit(beginEdit(item('r'), 'body'), 'body', 14 * 1440);

    const moved = applyMove(range, edit, previewMove(edit, following));

    const release = moved.lanes[0]?.releases[0];
    expect(release).toMatchObject({ day: '2026-12-29', departsAt: anInstant('2026-12-29T20:00+01:00') });
    expect(release?.milestones.map(({ id, startAt, pinned }) => [id, isoOf(startAt), pinned])).toEqual([
      ['cut-off', '2026-12-21T08:00:00.000Z', false],
      ['freeze', '2026-12-23T08:00:00.000Z', false],
      ['go', '2026-12-14T08:00:00.000Z', true],
      ['own', '2026-12-13T08:00:00.000Z', false],
    ]);
    expect(moved.lanes[0]?.releases[1]).toBe(range.lanes[0]?.releases[1]);
  });

  it('marks a moved milestone as kept by hand, and keeps a point a point', () => {
    const edit = shiftEdit(beginEdit(item('cut-off'), 'body'), 'body', 1440);

    const moved = applyMove(range, edit, previewMove(edit, null));

    expect(moved.lanes[0]?.releases[0]?.milestones[0]).toMatchObject({ pinned: true, endAt: null });
    expect(moved.lanes[0]?.releases[0]?.day).toBe('2026-12-15');
  });

  it.each([
    ['within one half-year', ['2026-12-14', '2026-12-15'], ['2026-07-01'], false],
    ['over two that are read', ['2026-12-14', '2027-01-05'], ['2026-07-01', '2027-01-01'], false],
    ['into one that is not read', ['2026-12-14', '2027-01-05'], ['2026-07-01'], true],
    ['all in one that is not read', ['2027-03-01', '2027-03-02'], ['2026-07-01'], true],
    ['over one that is not read', ['2026-12-14', '2027-07-06'], ['2026-07-01', '2027-07-01'], true],
    ['where nothing is read', ['2026-12-14', '2026-12-15'], [], true],
    ['by the clock of the zone', ['2026-12-14', '2026-12-31T22:30'], ['2026-07-01'], false],
    ['after midnight there', ['2026-12-14', '2026-12-31T23:30'], ['2026-07-01'], true],
  ] as const)('tells a guess %s', (_how, times, read, expected) => {
    const spans = times.map((time) => anInstant(time.includes('T') ? `${time}Z` : `${time}T12:00Z`));
    const preview = new Map(spans.map((at, index) => [String(index), { start: at, end: at }]));
    const windows = read.map((from) => ({ from: aDay(from), to: aDay(from) }));

    expect(isGuess(preview, aZone('Europe/Berlin'), windows)).toBe(expected);
  });
});
