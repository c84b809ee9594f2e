import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../../../electron/core/core.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { type TestCore, testCore, testHost } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/workspace', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('describes the workspace without giving its folder away', async () => {
    await test.client.trains.create(biweeklyPlan());

    const info = await test.client.workspace.info({});

    expect(info).toMatchObject({
      name: 'Test',
      zone: 'Europe/Berlin',
      file: 'test.signalbox',
      readOnly: false,
      hasSimulatedFacts: false,
    });
    expect(info.counts).toMatchObject({ train: 1, release: 0, journal: 2 });
    expect(JSON.stringify(info)).not.toContain(test.folder);
  });

  it('renames the workspace as a decision that can be taken back', async () => {
    await test.client.workspace.update({ name: 'Winter', zone: 'Asia/Tokyo' as Zone });
    const renamed = await test.client.workspace.info({});
    await test.client.journal.undo({ seq: null });

    expect(renamed).toMatchObject({ name: 'Winter', zone: 'Asia/Tokyo' });
    expect(await test.client.workspace.info({})).toMatchObject({ name: 'Test', zone: 'Europe/Berlin' });
  });

  it('writes a backup that opens by itself and holds everything', async () => {
    await test.client.trains.create(biweeklyPlan());

    const { file } = await test.client.workspace.backup({});
    const twice = await test.client.workspace.backup({}).catch((error: unknown) => error);
    const copy = await openCore({
      file: path.join(test.folder, file),
      mode: 'write',
      env: test.env,
      host: testHost(),
      schedule: false,
      actor: 'Ada',
    });
    const trains = await copy.client.trains.list({});
    const verdict = await copy.client.audit.verify({});
    await copy.close();

    expect(file).toBe('test.backup-2026-11-23T09-00-00Z.signalbox');
    expect(trains.map(({ train }) => train.name)).toEqual(['Payments']);
    expect(verdict.ok).toBe(true);
    expect(twice).toMatchObject({ code: 'CONFLICT' });
  });

  it('makes one backup at a time, removes what a killed one left, and finishes before it closes', async () => {
    const left = path.join(test.folder, 'test.backup-2026-11-01T09-00-00Z.signalbox.part');
    const other = path.join(test.folder, 'other.backup-2026-11-01T09-00-00Z.signalbox.part');
    const fresh = path.join(test.folder, 'test.backup-2026-11-23T08-59-59Z.signalbox.part');
    for (const file of [left, other, fresh]) fs.writeFileSync(file, 'half');
    const longAgo = new Date(test.env.now() - 3_600_000);
    for (const file of [left, other]) fs.utimesSync(file, longAgo, longAgo);
    fs.utimesSync(fresh, new Date(test.env.now()), new Date(test.env.now()));

    const first = test.client.workspace.backup({});
    const second = await test.client.workspace.backup({}).catch((error: unknown) => error);
    await test.core.close();
    const names = fs.readdirSync(test.folder);
    const { file, sizeBytes } = await first;

    expect(second).toMatchObject({ code: 'CONFLICT' });
    expect(names).toContain(file);
    expect(fs.statSync(path.join(test.folder, file)).size).toBe(sizeBytes);
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([path.basename(other), path.basename(fresh)]);
  });

  it('keeps settings outside the workspace, and tells that they changed', async () => {
    await test.client.workspace.saveSettings({ theme: 'dark' });

    expect(await test.client.workspace.settings({})).toMatchObject({ theme: 'dark', density: 'comfortable' });
    expect((await test.client.journal.list({})).rows).toHaveLength(1);
  });

  it('refuses every command where it was opened for reading, and still answers queries', async () => {
    const reader = await openCore({
      file: test.file,
      mode: 'read',
      env: test.env,
      host: testHost(),
      schedule: false,
      actor: 'Ada',
    });

    const failure = await reader.client.trains.create(biweeklyPlan()).catch((error: unknown) => error);
    const info = await reader.client.workspace.info({});
    await reader.close();

    expect(failure).toMatchObject({ code: 'WORKSPACE_READ_ONLY' });
    expect(info).toMatchObject({ name: 'Test', readOnly: true });
  });
});
