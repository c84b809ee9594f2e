import { describe, expect, it } from 'vitest';
import { createToastStore, notify, readingTime, toastStore } from '../../../renderer/lib/toasts.ts';
import type { BranchId } from '../../../shared/model/ids.ts';

const BRANCH = 'branch-00000000-0000-4000-8000-000000000001' as BranchId;
const plain = { tone: 'done', remedy: null, action: null, lasts: 5_000 } as const;

describe('renderer/lib/toasts', () => {
  it('keeps the three newest, newest last', () => {
    const store = createToastStore();

    for (const text of ['a', 'b', 'c', 'd']) store.show({ ...plain, text });

    expect(store.list().map((toast) => toast.text)).toEqual(['b', 'c', 'd']);
  });

  it('shows the same message once, as the newest', () => {
    const store = createToastStore();

    store.show({ ...plain, text: 'a' });
    store.show({ ...plain, text: 'b' });
    store.show({ ...plain, text: 'a' });

    expect(store.list().map((toast) => toast.text)).toEqual(['b', 'a']);
  });

  it('keeps of decisions the newest only, beside what is not one', () => {
    const store = createToastStore();
    const action = { label: 'Undo', run: () => {} };

    store.show({ ...plain, text: 'Synced' });
    store.show({ ...plain, text: 'Moved', action });
    store.show({ ...plain, tone: 'failed', text: 'No', action });
    store.show({ ...plain, text: 'Undone: moved', action });

    expect(store.list().map((toast) => toast.text)).toEqual(['Synced', 'No', 'Undone: moved']);
  });

  it('turns no text around by a name in it', () => {
    const store = createToastStore();

    store.show({ ...plain, text: 'Dropped \u202e“exe”' });

    expect(store.list()[0]?.text).toBe('Dropped “exe”');
  });

  it('closes one and tells its listeners, and says nothing of one that is gone', () => {
    const store = createToastStore();
    let heard = 0;
    store.subscribe(() => {
      heard += 1;
    });

    const id = store.show({ ...plain, text: 'a' });
    store.close(id);
    store.close(id);

    expect([store.list(), heard]).toEqual([[], 2]);
  });

  it('closes what only tells of a page when that is left, and keeps failures and ways back', () => {
    const store = createToastStore();
    const undo = { label: 'Undo', run: () => {} };
    store.show({ ...plain, text: 'Copied' });
    store.show({ ...plain, text: 'Moved', action: undo });
    store.show({ ...plain, text: 'No', tone: 'failed' });

    store.leavePage();

    expect(store.list().map(({ text }) => text)).toEqual(['Moved', 'No']);
  });

  it.each([
    ['the plan', null, ['No', 'Merged']],
    ['a branch', BRANCH, ['No']],
  ])('keeps on the way to %s failures, and the decision that was made there', (_, to, staying) => {
    const store = createToastStore();
    store.show({ ...plain, text: 'Copied' });
    store.show({ ...plain, text: 'No', tone: 'failed' });
    store.show({ ...plain, text: 'Merged', action: { label: 'Undo', place: null, run: () => {} } });

    store.leaveFor(to);

    expect(store.list().map(({ text }) => text)).toEqual(staying);
  });

  it('gives long texts more time, and never less than five seconds', () => {
    expect(readingTime('Done.')).toBe(5_000);
    expect(readingTime('x'.repeat(200))).toBeGreaterThan(10_000);
  });

  it('leaves a failure with its remedy until it is closed', () => {
    const id = notify.failed({ code: 'CONFLICT', message: 'No.', where: null, remedy: 'Look again.' });
    const shown = toastStore.list().find((toast) => toast.id === id);
    toastStore.close(id);

    expect(shown).toMatchObject({ tone: 'failed', text: 'No.', remedy: 'Look again.', lasts: null });
  });

  it('leaves a message with an action at least eight seconds', () => {
    const id = notify.done('Moved.', { label: 'Undo', run: () => {} });
    const shown = toastStore.list().find((toast) => toast.id === id);
    toastStore.close(id);

    expect(shown?.lasts).toBeGreaterThanOrEqual(8_000);
  });
});
