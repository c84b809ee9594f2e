import { describe, expect, it } from 'vitest';
import { createChangeBus } from '../../../electron/core/change-bus.ts';

describe('electron/core/change-bus', () => {
  it('merges what happens between two reads into one event', async () => {
    const bus = createChangeBus();
    const events = bus.follow(undefined);
    await events.next();

    bus.publish(['train']);
    bus.publish(['release', 'train']);

    expect((await events.next()).value).toEqual({ seq: 2, topics: ['train', 'release'] });
    await events.return();
  });

  it('wakes a follower that waits', async () => {
    const bus = createChangeBus();
    const events = bus.follow(undefined);
    await events.next();

    const waiting = events.next();
    bus.publish(['train']);

    expect((await waiting).value?.topics).toEqual(['train']);
    await events.return();
  });

  it('tells every follower, and ends them by their signals', async () => {
    const bus = createChangeBus();
    const abort = new AbortController();
    const first = bus.follow(abort.signal);
    const second = bus.follow(undefined);
    await Promise.all([first.next(), second.next()]);

    bus.publish(['settings']);
    const heard = await Promise.all([first.next(), second.next()]);
    const ending = first.next();
    abort.abort();

    expect(heard.map(({ value }) => value?.topics)).toEqual([['settings'], ['settings']]);
    expect((await ending).done).toBe(true);
    await second.return();
  });

  it('says nothing of nothing', async () => {
    const bus = createChangeBus();
    bus.publish([]);
    const events = bus.follow(undefined);

    expect((await events.next()).value).toEqual({ seq: 0, topics: [] });
    await events.return();
  });
});
