import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followItem, type ItemHistory, type StatusChange } from '../../../../shared/domain/capacity/item-history.ts';
import type { StatusCategory } from '../../../../shared/model/connection.ts';
import { instant } from '../../../../shared/model/time.ts';

/** `5 active`: at moment 5 it became active; `new>active` says where it came from too. */
function change(text: string): StatusChange {
  const [at, names = ''] = text.split(' ');
  const [to, from] = names.split('>').reverse() as [StatusCategory, StatusCategory | undefined];
  return { at: instant(Number(at)), fromCategory: from ?? null, toCategory: to };
}

function item(rest: Partial<Omit<ItemHistory, 'changes'>>, ...changes: readonly string[]): ItemHistory {
  return {
    itemClass: 'Story',
    createdAt: instant(0),
    boardedAt: null,
    doneAt: null,
    undone: false,
    ...rest,
    changes: changes.map(change),
  };
}

const visitsOf = (history: ItemHistory) =>
  followItem(history).visits.map(({ stage, from, to }) => `${stage} ${from}-${to}`);

describe('shared/domain/capacity/item-history', () => {
  it('follows an item from creation through its stages to done', () => {
    const way = followItem(item({}, '2 active', '5 waiting', '6 active', '9 done'));

    expect(way).toMatchObject({ state: 'finished', startedAt: 2, endedAt: 9, reopened: false, passedOver: 0 });
    expect(way.visits.map(({ stage, from, to }) => `${stage} ${from}-${to}`)).toEqual([
      'new 0-2',
      'active 2-5',
      'waiting 5-6',
      'active 6-9',
      'done 9-9',
    ]);
  });

  it('begins where the first change says that it came from, and starts at once if that was active', () => {
    expect(followItem(item({}, '4 active>done'))).toMatchObject({ startedAt: 0, endedAt: 4 });
    expect(visitsOf(item({}, '4 waiting>done'))).toEqual(['waiting 0-4', 'done 4-4']);
  });

  it('starts with the first time waiting, where that comes before the first time active', () => {
    expect(followItem(item({}, '2 waiting', '5 active', '9 done')).startedAt).toBe(2);
  });

  it('ends with the last time done, and tells the time between as done', () => {
    const history = item({}, '1 active', '3 done', '7 active', '9 done');

    expect(visitsOf(history)).toEqual(['new 0-1', 'active 1-3', 'done 3-7', 'active 7-9', 'done 9-9']);
    expect(followItem(history)).toMatchObject({ reopened: true, endedAt: 9 });
  });

  it('takes the fact for the end where it says one, and the last change otherwise', () => {
    expect(followItem(item({ doneAt: instant(8) }, '1 active'))).toMatchObject({ state: 'finished', endedAt: 8 });
    expect(followItem(item({}, '1 active', '6 done'))).toMatchObject({ state: 'finished', endedAt: 6 });
  });

  it.each([
    ['never changed', item({})],
    ['at work', item({}, '1 active')],
    ['opened again', item({}, '1 active', '2 done', '3 active')],
  ])('is open: %s', (_what, history) => {
    expect(followItem(history)).toMatchObject({ state: 'open', visits: [], endedAt: null });
  });

  it('never started: straight from new to done', () => {
    expect(followItem(item({}, '5 done'))).toMatchObject({ state: 'finished', startedAt: null });
    expect(followItem(item({ doneAt: instant(5) }))).toMatchObject({ startedAt: null, visits: [{ stage: 'new' }] });
  });

  it('dirty history: changes in any order are put in order', () => {
    expect(visitsOf(item({}, '9 done', '2 active', '6 active', '5 waiting'))).toEqual([
      'new 0-2',
      'active 2-5',
      'waiting 5-6',
      'active 6-9',
      'done 9-9',
    ]);
  });

  it('dirty history: changes before creation or after the end are passed over and counted', () => {
    const way = followItem(item({ createdAt: instant(3), doneAt: instant(8) }, '1 waiting', '4 active', '12 active'));

    expect(way).toMatchObject({ startedAt: 4, endedAt: 8, passedOver: 2 });
  });

  it('dirty history: done before it was created is impossible', () => {
    expect(followItem(item({ createdAt: instant(9), doneAt: instant(3) }))).toMatchObject({
      state: 'impossible',
      visits: [],
    });
  });

  it('dirty history: a change to the stage it was in already changes nothing', () => {
    expect(visitsOf(item({}, '2 active', '3 active', '4 active', '6 done'))).toEqual([
      'new 0-2',
      'active 2-6',
      'done 6-6',
    ]);
  });

  it('lays its visits side by side from creation to the end, whatever the changes say', () => {
    const category = fc.constantFrom<StatusCategory>('new', 'active', 'waiting', 'done');
    const moment = fc.integer({ min: -5, max: 30 }).map(instant);
    const changes = fc.array(fc.record({ at: moment, fromCategory: fc.option(category), toCategory: category }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(changes, fc.option(moment), (list, doneAt) => {
        const history = { ...item({ doneAt }), changes: list };

        const way = followItem(history);

        if (way.state !== 'finished') {
          expect(way.visits).toEqual([]);
          return;
        }
        expect(way.visits[0]?.from).toBe(0);
        expect(way.visits.at(-1)?.to).toBe(way.endedAt);
        for (const [index, { from, to }] of way.visits.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          if (index > 0) expect(from).toBe(way.visits[index - 1]?.to);
        }
      }),
    );
  });
});
