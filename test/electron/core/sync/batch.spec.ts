import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../../electron/core/sync/batch.ts';
import type { AnsweredPage } from '../../../../electron/core/sync/write-pages.ts';
import { instant } from '../../../../shared/model/time.ts';
import { tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

const page: AnsweredPage = {
  request: tinyRequest('k'),
  response: tinyResponse({ names: [] }),
  fetchedAt: instant(0),
  rawId: null,
  next: [],
  watermark: null,
};

describe('electron/core/sync/batch', () => {
  const never = new AbortController().signal;

  it('is due when it is full', () => {
    const batch = createBatch({ pages: 2, everyMs: 1 }, () => new Promise(() => {}), never);

    batch.add(page);
    expect(batch.isDue()).toBe(false);
    batch.add(page);
    expect(batch.isDue()).toBe(true);
    expect(batch.take()).toHaveLength(2);
    expect([batch.isDue(), batch.take()]).toEqual([false, []]);
  });

  it('is due when its first page has waited long enough', async () => {
    const asked: number[] = [];
    const ends: (() => void)[] = [];
    const wait = (ms: number) => {
      asked.push(ms);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    const batch = createBatch({ pages: 9, everyMs: 250 }, wait, never);

    expect(batch.patience()).toEqual([]);
    batch.add(page);
    batch.add(page);
    const patience = batch.patience();
    ends[0]?.();
    await Promise.all(patience);

    expect(asked).toEqual([250]);
    expect(batch.isDue()).toBe(true);
    expect(batch.take()).toHaveLength(2);
    expect(batch.patience()).toEqual([]);
  });

  it('is never due while it is empty', async () => {
    const batch = createBatch({ pages: 9, everyMs: 1 }, () => Promise.resolve(), never);
    batch.add(page);
    const patience = batch.patience();
    batch.take();
    await Promise.all(patience);

    expect(batch.isDue()).toBe(false);
  });
});
