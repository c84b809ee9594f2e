import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFactWriter } from '../../../../../electron/core/db/fact-writer.ts';
import { packBody } from '../../../../../electron/core/db/raw-body.ts';
import { removeFacts } from '../../../../../electron/core/db/repositories/mapped-facts.ts';
import { listOrphans, orphanKinds } from '../../../../../electron/core/db/repositories/orphaned-facts.ts';
import { keepRawPage } from '../../../../../electron/core/db/repositories/raw-pages.ts';
import type { MappedFact } from '../../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../../shared/model/ids.ts';
import { instant } from '../../../../../shared/model/time.ts';
import { transition, workItem } from '../../../../support/facts.ts';
import { openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const other = 'gh2' as ConnectionId;
const PRUNED = 4_711;

describe('electron/core/db/repositories/orphaned-facts', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function keep(connection: ConnectionId): number {
    const page = { stream: 's', scope: 'a', requestKey: 'k', request: '{}', status: 200, headers: '{}' };
    return keepRawPage(store.db, connection, { ...page, fetchedAt: instant(1), ...packBody('[]') });
  }
  function write(facts: readonly MappedFact[], rawId: number | null): void {
    createFactWriter(store.db).write(facts, { fetchedAt: instant(1), rawId });
  }
  function project(key: string, connectionId = gh): MappedFact {
    const id = `${connectionId}:project:${key}` as FactId;
    return { kind: 'project', id, connectionId, externalId: key, url: null, key, name: key };
  }

  it('are those whose page is kept no more and whose project is not there either', () => {
    const [kept, foreign] = [keep(gh), keep(other)];
    write([project('PAY')], kept);
    write([project('OPS', other)], null);
    write([workItem(gh, 'PAY-1'), workItem(gh, 'OPS-1'), workItem(other, 'ABC-1')], PRUNED);
    write([workItem(gh, 'OPS-2')], kept);
    write([workItem(gh, 'OPS-3')], null);
    write([workItem(gh, 'OPS-4')], foreign);

    expect(listOrphans(store.db, gh, 'work-item')).toEqual(['gh:work-item:OPS-1', 'gh:work-item:OPS-4']);
    expect(listOrphans(store.db, gh, 'project')).toEqual([]);
  });

  it('are those whose parent is gone too, once it is', () => {
    const [mine, theirs] = [workItem(gh, 'PAY-1'), workItem(gh, 'OPS-1')];
    write([project('PAY')], keep(gh));
    write([mine, theirs, transition(mine, '2026-11-02T10:00:00Z'), transition(theirs, '2026-11-02T10:00:00Z')], PRUNED);
    const orphans = (kind: 'work-item' | 'transition') => listOrphans(store.db, gh, kind);
    const before = orphans('transition');

    removeFacts(store.db, gh, { kind: 'work-item', ids: orphans('work-item') });

    expect(before).toEqual([]);
    expect(orphans('transition')).toEqual(['gh:transition:OPS-1-2026-11-02T10:00:00Z']);
  });

  it('are looked for parents first, in tables that there are', () => {
    for (const kind of orphanKinds) expect(listOrphans(store.db, gh, kind)).toEqual([]);
    expect(orphanKinds.indexOf('transition')).toBeGreaterThan(orphanKinds.indexOf('work-item'));
    expect(orphanKinds.indexOf('review')).toBeGreaterThan(orphanKinds.indexOf('pull-request'));
    expect(orphanKinds.indexOf('job')).toBeGreaterThan(orphanKinds.indexOf('pipeline-run'));
  });
});
