import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../electron/core/connectors/_kit/log.ts';
import { asFailure } from '../../../../electron/core/sync/as-failure.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { openSyncStore } from '../../../support/sync-store.ts';

describe('electron/core/sync/as-failure', () => {
  it('tells failures as they are, the store’s in its words, and everything else in general', () => {
    const store = openSyncStore();
    const lines: string[] = [];
    const tools = { db: store.db, log: createLog({ write: (line) => lines.push(line) }, []) };
    const known = new Failure('PROVIDER_TLS', 'm');

    expect(asFailure(known, tools)).toBe(known);
    expect(asFailure(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), tools)).toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('sync.signalbox'),
    });
    expect(lines).toEqual([]);
    expect(asFailure(new TypeError('x is undefined'), tools)).toMatchObject({
      code: 'INTERNAL',
      message: expect.not.stringContaining('undefined'),
      remedy: expect.stringContaining('Sync again'),
    });
    expect(lines.join()).toContain('x is undefined');
    store.end();
  });
});
