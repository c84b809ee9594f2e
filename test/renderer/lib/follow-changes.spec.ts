import { describe, expect, it } from 'vitest';
import { followChanges } from '../../../renderer/lib/follow-changes.ts';
import type { ChangeEvent } from '../../../shared/model/change-event.ts';

type Subscription = 'refused' | readonly ChangeEvent[];

async function* told(events: readonly ChangeEvent[]): AsyncGenerator<ChangeEvent> {
  yield* events;
}

/** Follows subscriptions that end one after the other, until there is none left. */
async function follow(subscriptions: readonly Subscription[]) {
  const controller = new AbortController();
  const happened: string[] = [];
  const left = [...subscriptions];
  await followChanges({
    subscribe() {
      const next = left.shift();
      if (next === undefined) {
        controller.abort();
        return Promise.reject(new Error('over'));
      }
      happened.push('subscribes');
      return next === 'refused' ? Promise.reject(new Error('no line')) : Promise.resolve(told(next));
    },
    onConnected: (time) => happened.push(`connected ${time}`),
    onEvent: ({ seq }) => happened.push(`event ${seq}`),
    wait: async (milliseconds) => void happened.push(`waits ${milliseconds}`),
    random: () => 0,
    signal: controller.signal,
  });
  return happened;
}

const event = (seq: number): ChangeEvent => ({ seq, topics: ['train'] });

describe('renderer/lib/follow-changes', () => {
  it('says at the first event that it is connected, and passes every event on', async () => {
    expect(await follow([[event(0), event(1)]])).toEqual([
      'subscribes',
      'connected first',
      'event 0',
      'event 1',
      'waits 250',
    ]);
  });

  it('subscribes again after a subscription that ended quietly, and says that changes may have been missed', async () => {
    expect(await follow([[event(0)], [event(3)]])).toEqual([
      'subscribes',
      'connected first',
      'event 0',
      'waits 250',
      'subscribes',
      'connected again',
      'event 3',
      'waits 250',
    ]);
  });

  it('tries less and less often while nothing comes, and soon again after something came', async () => {
    const happened = await follow(['refused', [], 'refused', [event(0)], 'refused']);

    expect(happened.filter((one) => !one.startsWith('subscribes'))).toEqual([
      'waits 250',
      'waits 500',
      'waits 1000',
      'connected first',
      'event 0',
      'waits 250',
      'waits 500',
    ]);
  });
});
