import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { github } from '../../../../electron/core/connectors/github/index.ts';
import { jira } from '../../../../electron/core/connectors/jira/index.ts';
import { packBody } from '../../../../electron/core/db/raw-body.ts';
import { keepRawPage } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { writeWatermark } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import {
  forgetPlan,
  keptServer,
  planChange,
  rememberPlan,
  rememberRules,
} from '../../../../electron/core/sync/plan-mark.ts';
import type { Connection } from '../../../../shared/model/connection.ts';
import { instant } from '../../../../shared/model/time.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/plan-mark', () => {
  const connection = tinyConnection();
  const otherRules = { ...connection, rules: { ...connection.rules, deploymentJobs: ['deploy'] } };
  const otherServer = { ...connection, baseUrl: 'https://other.example' };
  const same = { server: false, rules: false, left: [] };
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  const remember = (plan: Connection, connector = tiny) => rememberPlan(store.db, { connection: plan, connector });
  const changed = (plan: Connection, connector = tiny) => planChange(store.db, { connection: plan, connector });

  it('knows what changed in the plan since it was remembered', () => {
    expect(changed(connection)).toEqual(same);
    remember(connection);

    expect(changed({ ...connection, name: 'Other', everyMinutes: 5 })).toEqual(same);
    expect(changed(otherRules)).toEqual({ ...same, rules: true });
    expect(changed(otherServer)).toEqual({ ...same, server: true });
  });

  it.each([
    [github, 'https://ghe.example', 'https://ghe.example/api/v3', false],
    [github, 'https://ghe.example/api/v3/', 'https://GHE.example:443', false],
    [github, 'https://github.com', 'https://api.github.com', false],
    [github, 'https://ghe.example', 'https://ghe.example/elsewhere', true],
    [github, 'https://ghe.example', 'http://ghe.example', true],
    [jira, 'https://jira.example/', 'https://JIRA.example', false],
    [jira, 'https://jira.example', 'https://jira.example/jira', true],
    [jira, 'https://jira.example', 'https://jira.example:8443', true],
  ])('tells servers apart by where requests go, not by what was typed: %#', (connector, before, now, isOther) => {
    remember({ ...connection, baseUrl: before }, connector);

    expect(changed({ ...connection, baseUrl: now }, connector).server).toBe(isOther);
  });

  it('knows the scopes that were read and are wanted no more, however they are typed', () => {
    remember({ ...connection, scopes: ['a', 'B', 'c'] });

    expect(changed({ ...connection, scopes: ['A', 'd'] }).left).toEqual(['b', 'c']);
    expect(changed({ ...connection, scopes: ['c', 'b', 'a'] }).left).toEqual([]);
  });

  it('goes by the pages where an older version noted no scopes', () => {
    const page = { stream: 's', requestKey: 'k', request: '{}', status: 200, headers: '{}', fetchedAt: instant(1) };
    keepRawPage(store.db, connection.id, { ...page, scope: 'Acme', ...packBody('') });
    const value = { baseUrl: connection.baseUrl, rules: '' };
    writeWatermark(store.db, connection.id, { scope: '', stream: '#plan', value });

    expect(changed({ ...connection, scopes: ['acme'] }).left).toEqual(['Acme']);
  });

  it('remembers new rules without taking another server for read, or scopes for gone', () => {
    remember({ ...connection, scopes: ['a', 'b'] });

    rememberRules(store.db, { ...otherRules, baseUrl: otherServer.baseUrl });

    expect(changed({ ...otherRules, baseUrl: otherServer.baseUrl })).toEqual({
      server: true,
      rules: false,
      left: ['b'],
    });
    expect(keptServer(store.db, otherServer)).toBe(connection.baseUrl);
  });

  it('remembers no rules of what was never read', () => {
    rememberRules(store.db, otherRules);

    expect(changed(connection)).toEqual(same);
    expect(keptServer(store.db, connection)).toBe(connection.baseUrl);
  });

  it('belongs to no server while one is being forgotten, not even to that one', () => {
    remember(connection);
    forgetPlan(store.db, connection.id);

    expect(changed(connection).server).toBe(true);
    expect(keptServer(store.db, connection)).toBeNull();
  });
});
