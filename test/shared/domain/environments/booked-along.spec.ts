import { describe, expect, it } from 'vitest';
import { broughtAlong, changedWithAlong } from '../../../../shared/domain/environments/booked-along.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../../shared/model/ids.ts';
import { booking, environment, minute } from '../../../support/bookings.ts';

const environments = [
  environment('host'),
  environment('top', { parents: ['host'] }),
  environment('other'),
  environment('above', { parents: ['other'] }),
  environment('old', { parents: ['other'], archived: true }),
];
const now = minute(-1);
const before = booking('x', 'host', [0, 10]);

function elsewhere(environmentId: string): Booking {
  return { ...before, environmentId: environmentId as EnvironmentId };
}

function idsOf(edits: ReturnType<typeof changedWithAlong>) {
  return edits.map(({ id, to }) => [id, to?.environmentId ?? null]);
}

describe('shared/domain/environments/booked-along', () => {
  it('brings what stands on an environment, under ids that no booking has or as it is told, and nothing archived', () => {
    const idFor = (id: EnvironmentId) => `for ${id}` as BookingId;

    expect(broughtAlong(elsewhere('other'), { environments })).toMatchObject([
      { id: 'x\tabove', environmentId: 'above', causedBy: 'x', startAt: before.startAt },
    ]);
    expect(broughtAlong(elsewhere('other'), { environments, idFor }).map(({ id }) => id)).toEqual(['for above']);
  });

  it('lets what came along follow in time, and what was put elsewhere by hand by as much', () => {
    const along = [
      booking('with', 'top', [0, 10], { causedBy: 'x' }),
      booking('by-hand', 'top', [3, 4], { causedBy: 'x' }),
    ];
    const after = booking('x', 'host', [20, 30]);

    const edits = changedWithAlong({ before, after }, { along, environments, now });

    expect(edits.map(({ id, to }) => [id, to?.startAt])).toEqual([
      ['x', after.startAt],
      ['with', after.startAt],
      ['by-hand', booking('by-hand', 'top', [23, 24]).startAt],
    ]);
  });

  it('books what stands on another environment in place of what stood on the first', () => {
    const along = [booking('with', 'top', [0, 10], { causedBy: 'x' })];

    expect(idsOf(changedWithAlong({ before, after: elsewhere('other') }, { along, environments, now }))).toEqual([
      ['with', null],
      ['x', 'other'],
      ['x\tabove', 'above'],
    ]);
  });

  it('keeps what was changed by hand on what stands on both environments', () => {
    const both = [...environments, environment('shared', { parents: ['host', 'other'] })];
    const along = [booking('own', 'shared', [0, 10], { causedBy: 'x', units: 5, title: 'Own' })];

    const edits = changedWithAlong({ before, after: elsewhere('other') }, { along, environments: both, now });

    expect(edits.map(({ id, to }) => [id, to?.environmentId, to?.title, to?.units])).toEqual([
      ['x', 'other', before.title, before.units],
      ['x\tabove', 'above', before.title, before.units],
      ['own', 'shared', 'Own', 5],
    ]);
  });

  it('brings nothing along where nothing came along before', () => {
    expect(idsOf(changedWithAlong({ before, after: elsewhere('other') }, { along: [], environments, now }))).toEqual([
      ['x', 'other'],
    ]);
  });
});
