import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { createRefresher } from '../../../renderer/lib/refresh-queries.ts';

const all = () => true;
const key = ['list'];

/** Lets everything that is due happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A query client whose answers come when they are let. */
function world(rowInView: number | undefined = undefined) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  queryClient.mount();
  const due: (() => void)[] = [];
  const open: ((answer: string) => void)[] = [];
  const refresh = createRefresher(queryClient, { rowInView: () => rowInView, later: (act) => due.push(act) });
  return {
    queryClient,
    refresh,
    /** Calls under way, oldest first. */
    open,
    asked: 0,
    ask() {
      this.asked += 1;
      return new Promise<string>((resolve) => open.push(resolve));
    },
    async answer(text: string) {
      open.shift()?.(text);
      await settle();
    },
    async tick() {
      due.shift()?.();
      await settle();
    },
  };
}

describe('renderer/lib/refresh-queries', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  it('lets an answer under way come, and asks once more after it', async () => {
    const test = world();
    const observer = new QueryObserver(test.queryClient, { queryKey: key, queryFn: () => test.ask() });
    ends.push(observer.subscribe(() => undefined));
    await test.answer('first');
    test.refresh(all);
    await settle();

    // The world moves on while the second answer is under way.
    for (let change = 0; change < 5; change += 1) test.refresh(all);
    await settle();
    const whileOpen = test.asked;
    await test.answer('second');
    const shown = observer.getCurrentResult().data;
    const beforeTick = test.asked;
    await test.tick();

    expect([whileOpen, shown, beforeTick, test.asked]).toEqual([2, 'second', 2, 3]);
    await test.answer('third');
    await test.tick();
    expect([observer.getCurrentResult().data, test.asked]).toEqual(['third', 3]);
  });

  it('asks at once where nothing is under way, and leaves alone what is not meant', async () => {
    const test = world();
    const observer = new QueryObserver(test.queryClient, { queryKey: key, queryFn: () => test.ask() });
    ends.push(observer.subscribe(() => undefined));
    await test.answer('first');

    test.refresh(() => false);
    await settle();
    const left = test.asked;
    test.refresh(all);
    await settle();

    expect([left, test.asked]).toEqual([1, 2]);
    await test.answer('second');
  });

  it.each([
    ['on screen', 15, 2],
    ['far down', 95, 5],
    ['not on screen', undefined, 1],
  ])('asks again only for the pages of a long list that is %s', async (_where, rowInView, expected) => {
    const test = world(rowInView);
    let asked = 0;
    const observer = new InfiniteQueryObserver(test.queryClient, {
      queryKey: key,
      queryFn: async ({ pageParam }) => {
        asked += 1;
        return { rows: Array.from({ length: 25 }, (_, row) => pageParam * 25 + row) };
      },
      initialPageParam: 0,
      getNextPageParam: (_page, pages) => pages.length,
    });
    ends.push(observer.subscribe(() => undefined));
    await settle();
    for (let page = 1; page < 6; page += 1) await observer.fetchNextPage();
    asked = 0;

    test.refresh(all);
    await settle();

    expect(asked).toBe(expected);
    expect(observer.getCurrentResult().data?.pages).toHaveLength(expected);
    expect(observer.getCurrentResult().hasNextPage).toBe(true);
  });
});
