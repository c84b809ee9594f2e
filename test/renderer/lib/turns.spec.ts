import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../renderer/lib/turns.ts';

/** Lets everything that is due happen. */
async function settle(): Promise<void> {
  for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
}

describe('renderer/lib/turns', () => {
  it('takes a turn at once where nothing is under way', async () => {
    const turns = createTurns();
    const done: string[] = [];

    turns.take(async () => done.push('undo'));
    await settle();

    expect(done).toEqual(['undo']);
  });

  it('waits for what was decided before, and for turns taken before', async () => {
    const turns = createTurns();
    const done: string[] = [];
    const saving = Promise.withResolvers<void>();
    const first = Promise.withResolvers<void>();

    turns.hold(saving.promise);
    turns.take(() => {
      done.push('first');
      return first.promise;
    });
    turns.take(async () => done.push('second'));
    await settle();
    const whileSaving = [...done];
    saving.resolve();
    await settle();
    const whileFirst = [...done];
    first.resolve();
    await settle();

    expect(whileSaving).toEqual([]);
    expect(whileFirst).toEqual(['first']);
    expect(done).toEqual(['first', 'second']);
  });

  it('goes on after something failed', async () => {
    const turns = createTurns();
    const done: string[] = [];

    turns.hold(Promise.reject(new Error('refused')));
    turns.take(() => Promise.reject(new Error('refused too')));
    turns.take(async () => done.push('next'));
    await settle();

    expect(done).toEqual(['next']);
  });
});
