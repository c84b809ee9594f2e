import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../../electron/core/db/migrate.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { openWorkspace, type WorkspaceOptions } from '../../../../electron/core/db/open-workspace.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { storeFailure } from '../../../../electron/core/db/store-failure.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { testFolder } from '../../../support/core.ts';
import { testEnv } from '../../../support/env.ts';
import { createTrain } from '../../../support/rows.ts';

describe('electron/core/db/open-workspace', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    file = path.join(folder, 'plan.signalbox');
  });
  afterEach(() => {
    fs.chmodSync(folder, 0o700);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  function options(changes: Partial<WorkspaceOptions> = {}): WorkspaceOptions {
    const create = { name: 'Plan', zone: 'Europe/Berlin' as Zone };
    return { file, mode: 'write', create, env: testEnv(), actor: 'Ada', host: 'test', ...changes };
  }

  function failureOf(work: () => unknown): unknown {
    try {
      work();
    } catch (error) {
      return error;
    }
    throw new Error('it did not fail');
  }

  it('creates a workspace whose first journal entry says so', () => {
    const { db, close } = openWorkspace(options());

    const entries = db.all(sql`SELECT seq, actor, command FROM journal`);
    close();

    expect(entries).toEqual([{ seq: 1, actor: 'Ada', command: 'workspace.create' }]);
  });

  it('does not create where it was not asked to', () => {
    const failure = failureOf(() => openWorkspace(options({ create: undefined })));

    expect(failure).toMatchObject({ code: 'WORKSPACE_MISSING', where: 'plan.signalbox' });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('refuses a workspace of a newer version by name and leaves every byte of it', () => {
    openWorkspace(options()).close();
    const raw = new BetterSqlite(file);
    raw.pragma(`user_version = ${migrations.length + 3}`);
    raw.close();
    const before = fs.readFileSync(file);

    const failure = failureOf(() => openWorkspace(options()));

    expect(failure).toMatchObject({ code: 'WORKSPACE_NEWER', where: 'plan.signalbox' });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    expect(fs.readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
  });

  it.each([
    ['a text file', Buffer.from('Release plan 2026\n'.repeat(100))],
    ['a file of zeroes', Buffer.alloc(8_192)],
    ['half a page of a real file', Buffer.from('SQLite format 3\0garbage')],
  ])('refuses %s as no workspace, untouched', (_, content) => {
    fs.writeFileSync(file, content);

    const failure = failureOf(() => openWorkspace(options()));

    expect(failure).toMatchObject({ code: 'WORKSPACE_FOREIGN' });
    expect(fs.readFileSync(file).equals(content)).toBe(true);
  });

  it("refuses another program's database, untouched", () => {
    const other = new BetterSqlite(file);
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = fs.readFileSync(file);

    const failure = failureOf(() => openWorkspace(options()));

    expect(failure).toMatchObject({ code: 'WORKSPACE_FOREIGN' });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a folder', () => {
    fs.mkdirSync(file);

    expect(failureOf(() => openWorkspace(options()))).toMatchObject({ code: 'WORKSPACE_FOREIGN' });
  });

  it.each(['write', 'read'] as const)('says that the folder is not there, opened to %s', (mode) => {
    const failure = failureOf(() =>
      openWorkspace(options({ file: path.join(folder, 'none', 'plan.signalbox'), mode })),
    );

    expect(failure).toMatchObject({ code: 'WORKSPACE_MISSING', where: 'plan.signalbox' });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['the file', () => file, 'link.signalbox'],
    ['its folder', () => folder, 'link/plan.signalbox'],
  ])('lets nobody write beside it by a link to %s', (_, target, name) => {
    const elsewhere = testFolder();
    const link = path.join(elsewhere, name);
    const first = openWorkspace(options());
    fs.symlinkSync(target(), path.join(elsewhere, name.split('/')[0] ?? name));

    const failure = failureOf(() => openWorkspace(options({ file: link })));
    first.close();
    const second = openWorkspace(options({ file: link }));

    expect(failure).toMatchObject({ code: 'WORKSPACE_IN_USE' });
    expect(second.db.file).toBe(file);
    second.close();
    fs.rmSync(elsewhere, { recursive: true });
  });

  it('refuses a link that leads nowhere, and makes nothing there', () => {
    const link = path.join(folder, 'link.signalbox');
    fs.symlinkSync(file, link);

    expect(failureOf(() => openWorkspace(options({ file: link })))).toMatchObject({ code: 'WORKSPACE_MISSING' });
    expect(fs.readdirSync(folder)).toEqual(['link.signalbox']);
  });

  it('says who has the workspace when a second one wants it, and lets readers in', () => {
    const first = openWorkspace(options({ host: 'desktop' }));

    const failure = failureOf(() => openWorkspace(options()));
    const reader = openWorkspace(options({ mode: 'read' }));

    expect(failure).toMatchObject({
      code: 'WORKSPACE_IN_USE',
      message: expect.stringContaining(`desktop, process ${process.pid}`),
    });
    expect(reader.db.get(sql`SELECT name FROM workspace`)).toEqual({ name: 'Plan' });
    reader.close();
    first.close();
    openWorkspace(options()).close();
  });

  it('is free again as soon as the process that had it is killed, with every committed row there', async () => {
    openWorkspace(options()).close();
    const holder = spawn(
      process.execPath,
      [path.join(import.meta.dirname, '../../../support/hold-workspace.ts'), file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise<void>((resolve) => {
      holder.stdout.once('data', () => resolve());
    });
    const busy = failureOf(() => openWorkspace(options()));

    const ended = new Promise((resolve) => {
      holder.once('exit', resolve);
    });
    holder.kill('SIGKILL');
    await ended;
    const { db, close } = openWorkspace(options());
    const names = db.all(sql`SELECT name FROM train`);
    const whole = db.get(sql`PRAGMA integrity_check`);
    close();

    expect(busy).toMatchObject({ code: 'WORKSPACE_IN_USE', message: expect.stringContaining(`process ${holder.pid}`) });
    expect(names).toEqual([{ name: 'committed' }]);
    expect(whole).toEqual({ integrity_check: 'ok' });
  });

  it('keeps a copy of the file before it is upgraded, and upgrades only once', () => {
    const old = openDatabase({ file, readOnly: false, create: true });
    migrate(old, migrations.slice(0, 2));
    old.close();

    const upgraded = openWorkspace(options());
    const version = upgraded.db.get(sql`PRAGMA user_version`);
    upgraded.close();
    const copy = new BetterSqlite(`${file}.before-v3`, { readonly: true });

    expect(version).toEqual({ user_version: migrations.length });
    expect(copy.pragma('user_version', { simple: true })).toBe(2);
    copy.close();
  });

  it.each([
    ['file', 0o444, 0o555],
    ['folder', 0o666, 0o555],
  ])('says that it cannot be written where the %s may only be read', (_, fileMode, folderMode) => {
    openWorkspace(options()).close();
    for (const name of fs.readdirSync(folder)) fs.chmodSync(path.join(folder, name), fileMode);
    fs.chmodSync(folder, folderMode);

    // Root may write anything, so a child tries as nobody.
    const nobody = process.getuid?.() === 0 ? ['65534'] : [];
    const script = path.join(import.meta.dirname, '../../../support/try-open.ts');
    const printed = execFileSync(process.execPath, [script, file, 'write', ...nobody], { encoding: 'utf8' });

    expect(JSON.parse(printed)).toMatchObject({
      code: 'WORKSPACE_READ_ONLY',
      message: expect.stringContaining('plan.signalbox'),
    });
  });

  it('says that the disk is full, keeps what was kept, and goes on when there is room', () => {
    const { db, close } = openWorkspace(options());
    const pages = db.get<{ page_count: number }>(sql`PRAGMA page_count`)?.page_count ?? 0;
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);

    const failure = failureOf(() => {
      for (let n = 0; n < 1_000; n += 1) createTrain(db, `train ${n}`);
    });
    const kept = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM train`)?.n ?? 0;
    db.exec('PRAGMA max_page_count = 1000000');
    createTrain(db, 'after');
    const whole = db.get(sql`PRAGMA integrity_check`);
    close();

    expect(storeFailure(failure, file)).toMatchObject({ code: 'DISK_FULL', where: 'plan.signalbox' });
    expect(kept).toBeGreaterThan(0);
    expect(whole).toEqual({ integrity_check: 'ok' });
  });
});
