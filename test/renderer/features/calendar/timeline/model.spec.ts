import { describe, expect, it } from 'vitest';
import { buildModel, laneIndex, shortName } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { DAY, DAY_ZERO, lane, milestone, modelOf, release } from '../../../../support/timeline.ts';

describe('renderer/features/calendar/timeline/model', () => {
  it.each([
    ['Payments 2026.24', 'Payments', '2026.24'],
    ['payments: 2026.24', 'Payments', '2026.24'],
    ['Payments – May', 'Payments', 'May'],
    ['Payments', 'Payments', 'Payments'],
    ['Hotfix 7', 'Payments', 'Hotfix 7'],
  ])('shortens %s of %s to %s', (name, train, short) => {
    expect(shortName(name, train)).toBe(short);
  });

  it('makes a departure, points and spans, in the order of time', () => {
    const model = modelOf(
      release('r', {
        departsAt: DAY_ZERO + 3 * DAY,
        milestones: [
          milestone('late', { startAt: DAY_ZERO + 4 * DAY }),
          milestone('span', { startAt: DAY_ZERO, endAt: DAY_ZERO + 2 * DAY }),
          milestone('point', { startAt: DAY_ZERO }),
        ],
      }),
    );

    expect(model.lanes[0]?.items.map(({ id, what }) => [id, what])).toEqual([
      ['span', 'span'],
      ['point', 'point'],
      ['r', 'release'],
      ['late', 'point'],
    ]);
    expect(model.lanes[0]?.groups[0]).toMatchObject({ releaseId: 'r', start: DAY_ZERO, end: DAY_ZERO + 4 * DAY });
    expect(model.byId.get('point')).toMatchObject({ lane: 0, releaseId: 'r', end: DAY_ZERO, kind: 'uat' });
  });

  it('does not depend on the order in which milestones come', () => {
    const milestones = ['c', 'a', 'b'].map((id) => milestone(id));

    const one = modelOf(release('r', { milestones }));
    const other = modelOf(release('r', { milestones: milestones.toReversed() }));

    expect(one.lanes[0]?.items.map(({ id }) => id)).toEqual(other.lanes[0]?.items.map(({ id }) => id));
  });

  it('keeps lanes without releases', () => {
    const model = buildModel([lane('a', []), lane('b', [release('r')])], 0);

    expect(model.lanes.map(({ items }) => items.length)).toEqual([0, 1]);
    expect(model.byId.get('r')?.lane).toBe(1);
  });

  it('makes items of entries, those of one row key as one group', () => {
    const entries = [
      anEntry('b', { row: 'same', start: DAY_ZERO + DAY, end: DAY_ZERO + 2 * DAY }),
      anEntry('a', { row: 'same' }),
      anEntry('d', { look: 'departure', end: DAY_ZERO, releaseId: 'r' }),
    ];

    const [only] = buildModel([{ id: 'e', name: 'e', of: 'environment', releases: [], daysOff: [], entries }], 0).lanes;

    expect(only?.items.map(({ id, what, kind, releaseId }) => [id, what, kind, releaseId])).toEqual([
      ['a', 'span', null, ''],
      ['d', 'release', null, 'r'],
      ['b', 'span', null, ''],
    ]);
    expect(only?.groups.map(({ items, releaseId }) => [releaseId, items.map(({ id }) => id)])).toEqual([
      [null, ['d']],
      [null, ['a', 'b']],
    ]);
  });

  it('finds a lane by its id', () => {
    const model = buildModel([lane('a', []), lane('b', [])], DAY_ZERO);

    expect([laneIndex(model, 'b'), laneIndex(model, 'gone')]).toEqual([1, -1]);
  });
});
