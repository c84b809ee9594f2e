import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWatermark } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import { noteAgain, readMarks } from '../../../../electron/core/sync/ask-again.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tinyConnection, tinyRequest } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/ask-again', () => {
  const { id } = tinyConnection();
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  const keys = (scope = 'a') => readMarks(store.db, id, scope).again.map(({ key }) => key);

  it('gives back the very requests, the latest moment first, until they are settled', () => {
    const old = tinyRequest('old', { params: { id: '7', ref: null } });
    noteAgain(store.db, id, old, 1);
    noteAgain(store.db, id, tinyRequest('new'), 2);
    noteAgain(store.db, id, tinyRequest('other', { scope: 'b' }), 3);
    const again = readMarks(store.db, id, 'a').again;

    noteAgain(store.db, id, tinyRequest('new'), null);
    noteAgain(store.db, id, tinyRequest('unknown'), null);

    expect(again).toEqual([tinyRequest('new'), old]);
    expect([keys('a'), keys('b')]).toEqual([['old'], ['other']]);
  });

  it('keeps them apart from where the streams start', () => {
    writeWatermark(store.db, id, { scope: 'a', stream: 'names', value: { at: 5 } });
    noteAgain(store.db, id, tinyRequest('k'), 1);

    expect(readMarks(store.db, id, 'a').watermarks).toEqual({ names: { at: 5 } });
  });

  it('gives two hundred at most', () => {
    for (let at = 0; at < 203; at += 1) noteAgain(store.db, id, tinyRequest(`k${at}`), at);

    expect([keys().length, keys()[0], keys().at(-1)]).toEqual([200, 'k202', 'k3']);
  });
});
