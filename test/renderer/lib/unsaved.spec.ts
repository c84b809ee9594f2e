import { describe, expect, it } from 'vitest';
import { createUnsavedKeeper } from '../../../renderer/lib/unsaved.ts';

describe('renderer/lib/unsaved', () => {
  it('lets go where nothing is held, and where what was held is let go', async () => {
    const keeper = createUnsavedKeeper();
    const release = keeper.hold(async () => false);

    const held = await keeper.mayLeave();
    release();

    expect(held).toBe(false);
    expect(await keeper.mayLeave()).toBe(true);
  });

  it('asks each in turn, and nobody after the first who stays', async () => {
    const keeper = createUnsavedKeeper();
    const asked: string[] = [];
    const answer = (name: string, leave: boolean) => async () => {
      asked.push(name);
      return leave;
    };
    keeper.hold(answer('notes', true));
    keeper.hold(answer('form', false));
    keeper.hold(answer('other', true));

    expect(await keeper.mayLeave()).toBe(false);
    expect(asked).toEqual(['notes', 'form']);
  });
});
