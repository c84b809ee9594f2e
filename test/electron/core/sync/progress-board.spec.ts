import { describe, expect, it } from 'vitest';
import { createProgressBoard } from '../../../../electron/core/sync/progress-board.ts';
import type { SyncProgress } from '../../../../shared/contract/sync.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';

function progress(connection: string, pages: number): SyncProgress {
  return {
    connectionId: connection as ConnectionId,
    runId: 'r',
    state: 'running',
    reading: 'x',
    pages,
    rows: 0,
    pending: 3,
    waitingUntil: instant(5),
  };
}

describe('electron/core/sync/progress-board', () => {
  it('shows what runs', () => {
    const board = createProgressBoard();
    board.show(progress('a', 1));
    board.show(progress('a', 2));
    board.show(progress('b', 1));
    board.finish('b' as ConnectionId);

    expect([...board.running().values()].map(({ connectionId, pages }) => [connectionId, pages])).toEqual([['a', 2]]);
  });

  it('tells a follower what runs, then what changes, then that it has finished', async () => {
    const board = createProgressBoard();
    board.show(progress('a', 1));
    const stop = new AbortController();
    const follow = board.follow(stop.signal);

    const first = await follow.next();
    const second = follow.next();
    board.show(progress('a', 2));
    const third = await second;
    board.finish('a' as ConnectionId);
    const last = await follow.next();
    const end = follow.next();
    stop.abort();

    expect([first.value, third.value].map((one) => one?.pages)).toEqual([1, 2]);
    expect(last.value).toEqual({ ...progress('a', 2), state: 'finished', pending: 0, waitingUntil: null });
    expect((await end).done).toBe(true);
  });

  it('tells a slow follower the latest of each connection', async () => {
    const board = createProgressBoard();
    const follow = board.follow(undefined);
    const first = follow.next();
    board.show(progress('a', 1));
    await first;
    for (const pages of [2, 3, 4]) board.show(progress('a', pages));
    board.show(progress('b', 9));

    expect([(await follow.next()).value?.pages, (await follow.next()).value?.pages]).toEqual([4, 9]);
  });

  it('ends its followers when it closes', async () => {
    const board = createProgressBoard();
    const waiting = board.follow(undefined).next();
    board.close();

    expect((await waiting).done).toBe(true);
    expect((await board.follow(undefined).next()).done).toBe(true);
    board.finish('never shown' as ConnectionId);
  });
});
