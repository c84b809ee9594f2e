import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFeedFiles } from '../../../../electron/hosts/feed-files.ts';
import type { PersonId, TrainId } from '../../../../shared/model/ids.ts';
import { type TestCore, testCore, testFolder, testHost } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

const PLAN = { name: 'All trains', trainIds: null, milestones: true, rules: true };

describe('electron/core/services/feeds', () => {
  let folder: string;
  let test: TestCore;
  beforeEach(async () => {
    folder = testFolder();
    test = await testCore({ host: { ...testHost(), kind: 'loopback', feeds: openFeedFiles(folder) } });
  });
  afterEach(async () => {
    await test.end();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('makes, lists and revokes; nothing of it is in the workspace or its journal', async () => {
    const { id, path } = await test.client.exchange.addFeed(PLAN);
    const listed = await test.client.exchange.feeds({});
    await test.client.exchange.revokeFeed({ id });

    expect(path).toMatch(/^\/feed\/[\w-]{43}\.ics$/);
    expect(listed).toMatchObject({ served: 'here', feeds: [{ id, path, ...PLAN }] });
    expect(JSON.stringify(listed)).not.toContain('"token"');
    expect((await test.client.exchange.feeds({})).feeds).toEqual([]);
    const journal = await test.client.journal.list({});
    expect(journal.rows.some(({ command }) => command.startsWith('exchange.'))).toBe(false);
  });

  it('takes only trains and people that there are', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan({}));

    await expect(
      test.client.exchange.addFeed({ ...PLAN, duties: true, personIds: ['person-none' as PersonId] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await expect(test.client.exchange.addFeed({ ...PLAN, trainIds: ['train-none' as TrainId] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await test.client.exchange.addFeed({ ...PLAN, trainIds: [id] })).toMatchObject({ path: expect.any(String) });
  });

  it('says where the host shares none', async () => {
    const other = await testCore();

    expect(await other.client.exchange.feeds({})).toEqual({ served: 'none', feeds: [] });
    await expect(other.client.exchange.addFeed(PLAN)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await other.end();
  });
});
