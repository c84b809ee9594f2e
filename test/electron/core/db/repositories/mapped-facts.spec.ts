import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../../electron/core/db/fact-writer.ts';
import { packBody } from '../../../../../electron/core/db/raw-body.ts';
import {
  listFactsOfKeptPages,
  removeFacts,
  removeSomeFacts,
} from '../../../../../electron/core/db/repositories/mapped-facts.ts';
import { keepRawPage } from '../../../../../electron/core/db/repositories/raw-pages.ts';
import type { ConnectionId } from '../../../../../shared/model/ids.ts';
import { instant } from '../../../../../shared/model/time.ts';
import { workItem } from '../../../../support/facts.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const other = 'gh2' as ConnectionId;

describe('electron/core/db/repositories/mapped-facts', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function write(connection: ConnectionId, key: string, rawId: number | null) {
    createFactWriter(store.db).write([workItem(connection, key, { labels: ['l'] })], { fetchedAt: instant(1), rawId });
  }

  it('lists the facts of kept pages, and removes them with their tags', () => {
    const page = { stream: 's', scope: 'a', requestKey: 'k', request: '{}', status: 200, headers: '{}' };
    const rawId = keepRawPage(store.db, gh, { ...page, fetchedAt: instant(1), ...packBody('[]') });
    write(gh, 'kept', rawId);
    write(gh, 'pruned', rawId + 1);
    write(gh, 'simulated', null);
    write(other, 'of-another', rawId);

    const ids = listFactsOfKeptPages(store.db, gh, 'work-item');
    const removed = removeFacts(store.db, gh, { kind: 'work-item', ids });

    expect([ids, removed]).toEqual([['gh:work-item:kept'], 1]);
    expect(removeFacts(store.db, gh, { kind: 'work-item', ids })).toBe(0);
    expect(Object.fromEntries(readFactCounts(store.db))).toEqual({ gh: { 'work-item': 2 }, gh2: { 'work-item': 1 } });
    expect(factRows(store.db, 'work-item').map(({ key }) => key)).toEqual(['of-another', 'pruned', 'simulated']);
    const tagged = store.db.all({ text: 'SELECT work_item_id FROM work_item_tag ORDER BY 1', values: [] });
    expect(tagged).toHaveLength(3);
    expect(listFactsOfKeptPages(store.db, gh, 'commit')).toEqual([]);
  });

  it('removes a connection’s facts a few at a time, and those of no other', () => {
    for (const key of ['a', 'b', 'c']) write(gh, key, null);
    write(other, 'd', null);
    const some = () => removeSomeFacts(store.db, gh, { kind: 'work-item', limit: 2 });

    expect([some(), some(), some()]).toEqual([2, 1, 0]);
    expect(factRows(store.db, 'work-item').map(({ key }) => key)).toEqual(['d']);
    expect(readFactCounts(store.db).get(gh)).toBeUndefined();
  });
});
