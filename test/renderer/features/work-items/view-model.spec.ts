import { describe, expect, it } from 'vitest';
import { staysOf } from '../../../../renderer/features/work-items/view-model.ts';
import { Transition } from '../../../../shared/model/facts.ts';

const HOUR = 3_600_000;

function transition(toStatus: string, at: number): Transition {
  return Transition.parse({
    id: `c:transition:${at}`,
    connectionId: 'c',
    externalId: String(at),
    url: null,
    fetchedAt: 0,
    workItemId: 'c:work-item:1',
    fromStatus: null,
    toStatus,
    fromCategory: null,
    toCategory: 'active',
    author: 'Ada',
    at,
  });
}

describe('renderer/features/work-items/view-model', () => {
  it('lists the statuses in order of time, with how long each lasted', () => {
    const stays = staysOf([transition('Review', 5 * HOUR), transition('To Do', 0), transition('Done', 53 * HOUR)]);

    expect(stays.map(({ status, lasted }) => [status, lasted])).toEqual([
      ['To Do', '5 h'],
      ['Review', '2 days'],
      ['Done', null],
    ]);
  });

  it('has none for an item that never moved', () => {
    expect(staysOf([])).toEqual([]);
  });
});
