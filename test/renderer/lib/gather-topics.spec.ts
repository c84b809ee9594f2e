import { describe, expect, it } from 'vitest';
import { gatherTopics } from '../../../renderer/lib/gather-topics.ts';

describe('renderer/lib/gather-topics', () => {
  function gathered() {
    const flushed: string[][] = [];
    const timers: (() => void)[] = [];
    const moved = gatherTopics(
      (topics) => flushed.push([...topics].sort()),
      (act) => timers.push(act),
    );
    return { flushed, moved, tick: () => timers.shift()?.() };
  }

  it('passes the first change on at once', () => {
    const { flushed, moved } = gathered();

    moved(['train']);

    expect(flushed).toEqual([['train']]);
  });

  it('gathers what follows soon after, each topic once', () => {
    const { flushed, moved, tick } = gathered();

    moved(['train']);
    moved(['release', 'journal']);
    moved(['release']);
    tick();

    expect(flushed).toEqual([['train'], ['journal', 'release']]);
  });

  it('is quick again after a rest', () => {
    const { flushed, moved, tick } = gathered();

    moved(['train']);
    tick();
    moved(['release']);

    expect(flushed).toEqual([['train'], ['release']]);
  });
});
