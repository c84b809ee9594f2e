import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReadable } from '../../../../electron/core/db/open-readable.ts';
import { openWorkspace } from '../../../../electron/core/db/open-workspace.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { testFolder } from '../../../support/core.ts';
import { testEnv } from '../../../support/env.ts';

describe('electron/core/db/open-readable', () => {
  let folder: string;
  let temporary: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    temporary = testFolder();
    file = path.join(folder, 'plan.signalbox');
    fs.chmodSync(temporary, 0o777);
  });
  afterEach(() => {
    fs.chmodSync(folder, 0o700);
    for (const made of [folder, temporary]) fs.rmSync(made, { recursive: true, force: true });
  });

  const open = () => {
    const create = { name: 'Plan', zone: 'Europe/Berlin' as Zone };
    return openWorkspace({ file, mode: 'write', create, env: testEnv(), actor: 'Ada', host: 'test' });
  };

  function makeReadOnly(): void {
    for (const name of fs.readdirSync(folder)) fs.chmodSync(path.join(folder, name), 0o444);
    fs.chmodSync(folder, 0o555);
  }

  /** What a child finds that may not write there; root may write anything, so it reads as nobody. */
  function readAsNobody(): { readonly code: string; readonly message: string; readonly file?: string } {
    const nobody = process.getuid?.() === 0 ? ['65534'] : [];
    const script = path.join(import.meta.dirname, '../../../support/try-open.ts');
    const env = { ...process.env, TMPDIR: temporary };
    return JSON.parse(execFileSync(process.execPath, [script, file, 'read', ...nobody], { encoding: 'utf8', env }));
  }

  it('reads beside a writer, and cannot write', () => {
    const writer = open();
    const reader = openReadable(file);

    writer.db.run(sql`UPDATE workspace SET name = 'Changed'`);

    expect(reader.get(sql`SELECT name FROM workspace`)).toEqual({ name: 'Changed' });
    expect(() => reader.run(sql`UPDATE workspace SET name = 'x'`)).toThrow('readonly');
    reader.close();
    writer.close();
  });

  it('reads in a folder that may only be read, and leaves nothing anywhere', () => {
    open().close();
    makeReadOnly();
    const before = fs.readdirSync(folder);

    expect(readAsNobody()).toEqual({ code: 'OPENED', message: 'Plan', file });
    expect(fs.readdirSync(folder)).toEqual(before);
    expect(fs.readdirSync(temporary)).toEqual([]);
  });

  it('reads there what is still in the log', () => {
    const writer = open();
    writer.db.run(sql`UPDATE workspace SET name = 'In the log'`);
    const bytes = [file, `${file}-wal`].map((name) => [name, fs.readFileSync(name)] as const);
    writer.close();
    for (const [name, content] of bytes) fs.writeFileSync(name, content);
    makeReadOnly();

    expect(readAsNobody()).toMatchObject({ code: 'OPENED', message: 'In the log' });
  });

  it('says so where the copy cannot be made', () => {
    open().close();
    makeReadOnly();
    fs.chmodSync(temporary, 0o555);

    expect(readAsNobody()).toMatchObject({ code: 'WORKSPACE_READ_ONLY', message: expect.stringContaining('copied') });
  });

  it('says that a file may not be read', () => {
    open().close();
    makeReadOnly();
    fs.chmodSync(file, 0o000);

    expect(readAsNobody()).toMatchObject({ code: 'WORKSPACE_MISSING', message: 'plan.signalbox cannot be opened.' });
  });

  it('says that there is no file', () => {
    expect(() => openReadable(file)).toThrow(expect.objectContaining({ code: 'WORKSPACE_MISSING' }));
  });
});
