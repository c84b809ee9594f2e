import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  forgetPlan,
  keptServer,
  planChange,
  rememberPlan,
  rememberRules,
} from '../../../../electron/core/sync/plan-mark.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/plan-mark', () => {
  const connection = tinyConnection();
  const otherRules = { ...connection, rules: { ...connection.rules, deploymentJobs: ['deploy'] } };
  const otherServer = { ...connection, baseUrl: 'https://other.example' };
  const same = { baseUrl: false, rules: false };
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  it('knows what changed in the plan since it was remembered', () => {
    expect(planChange(store.db, connection)).toEqual(same);
    rememberPlan(store.db, connection);

    expect(planChange(store.db, { ...connection, name: 'Other', scopes: ['z'] })).toEqual(same);
    expect(planChange(store.db, otherRules)).toEqual({ baseUrl: false, rules: true });
    expect(planChange(store.db, otherServer)).toEqual({ baseUrl: true, rules: false });
  });

  it('takes an address with a slash at its end for the same', () => {
    rememberPlan(store.db, connection);

    expect(planChange(store.db, { ...connection, baseUrl: `${connection.baseUrl}/` })).toEqual(same);
    expect(planChange(store.db, { ...connection, baseUrl: `${connection.baseUrl}/jira` }).baseUrl).toBe(true);
  });

  it('remembers new rules without taking another server for read', () => {
    rememberPlan(store.db, connection);

    rememberRules(store.db, { ...otherRules, baseUrl: otherServer.baseUrl });

    expect(planChange(store.db, { ...otherRules, baseUrl: otherServer.baseUrl })).toEqual({
      baseUrl: true,
      rules: false,
    });
    expect(keptServer(store.db, otherServer)).toBe(connection.baseUrl);
  });

  it('remembers no rules of what was never read', () => {
    rememberRules(store.db, otherRules);

    expect(planChange(store.db, connection)).toEqual(same);
    expect(keptServer(store.db, connection)).toBe(connection.baseUrl);
  });

  it('belongs to no server while one is being forgotten, not even to that one', () => {
    rememberPlan(store.db, connection);
    forgetPlan(store.db, connection.id);

    expect(planChange(store.db, connection).baseUrl).toBe(true);
    expect(keptServer(store.db, connection)).toBeNull();
  });
});
