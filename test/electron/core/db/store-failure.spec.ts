import { describe, expect, it } from 'vitest';
import { storeFailure } from '../../../../electron/core/db/store-failure.ts';
import { Failure } from '../../../../shared/model/failure.ts';

describe('electron/core/db/store-failure', () => {
  it.each([
    ['SQLITE_NOTADB', 'WORKSPACE_FOREIGN'],
    ['SQLITE_CORRUPT_INDEX', 'WORKSPACE_DAMAGED'],
    ['SQLITE_READONLY_DBMOVED', 'WORKSPACE_READ_ONLY'],
    ['EACCES', 'WORKSPACE_READ_ONLY'],
    ['SQLITE_FULL', 'DISK_FULL'],
    ['ENOSPC', 'DISK_FULL'],
    ['SQLITE_BUSY', 'WORKSPACE_IN_USE'],
    ['SQLITE_CANTOPEN', 'WORKSPACE_MISSING'],
  ])('reads %s as %s about the file, without its folder', (code, expected) => {
    const failure = storeFailure(Object.assign(new Error('x'), { code }), '/plans/secret-project/plan.signalbox');

    expect(failure).toMatchObject({ code: expected, where: 'plan.signalbox', remedy: expect.stringMatching(/\w/) });
    expect(String(failure)).not.toContain('secret-project');
  });

  it('leaves what it does not know, and what is a failure already', () => {
    const unknown = new RangeError('x');
    const failure = new Failure('NOT_FOUND', 'x');

    expect(storeFailure(unknown, 'f')).toBe(unknown);
    expect(storeFailure(failure, 'f')).toBe(failure);
  });
});
