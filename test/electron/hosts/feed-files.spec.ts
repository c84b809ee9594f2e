import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedFolder, openFeedFiles } from '../../../electron/hosts/feed-files.ts';
import { FeedPlan } from '../../../shared/model/feed.ts';
import { testFolder } from '../../support/core.ts';

const PLAN = FeedPlan.parse({ name: 'All trains', trainIds: null, rules: false });

describe('electron/hosts/feed-files', () => {
  let home: string;
  beforeEach(() => {
    home = testFolder();
  });
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

  it('keeps feeds by their workspace, each with a token that nobody can guess', async () => {
    const feeds = openFeedFiles(feedFolder(home));

    const first = await feeds.add('w1', PLAN);
    const second = await feeds.add('w1', PLAN);
    await feeds.add('w2', PLAN);
    const kept = await openFeedFiles(feedFolder(home)).list('w1');

    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
    expect(first).toMatchObject({ ...PLAN, token: expect.stringMatching(/^[\w-]{43}$/) });
    expect(first.token).not.toBe(second.token);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read them (Windows has no such modes)', async () => {
    await openFeedFiles(feedFolder(home)).add('w1', PLAN);

    const [name = ''] = fs.readdirSync(feedFolder(home));
    const modes = [feedFolder(home), path.join(feedFolder(home), name)].map((one) => fs.statSync(one).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  it('finds a feed by its token alone, and not any more once it was revoked, wherever that was', async () => {
    const feeds = openFeedFiles(feedFolder(home));
    const { id, token } = await feeds.add('w1', PLAN);

    expect(await feeds.find(token)).toMatchObject({ workspaceId: 'w1', feed: { id } });
    expect(await feeds.find(id)).toBeNull();
    await openFeedFiles(feedFolder(home)).remove('w1', id);
    expect([await feeds.find(token), await feeds.list('w1')]).toEqual([null, []]);
  });

  it('lets one workspace revoke nothing of another', async () => {
    const feeds = openFeedFiles(feedFolder(home));
    const { id, token } = await feeds.add('w1', PLAN);

    await feeds.remove('w2', id);

    expect(await feeds.find(token)).not.toBeNull();
  });

  it('serves nothing by a file that says something else', async () => {
    const feeds = openFeedFiles(feedFolder(home));
    const { id } = await feeds.add('w1', PLAN);
    fs.writeFileSync(path.join(feedFolder(home), `${id}.feed`), '{"feed":');

    expect(await feeds.list('w1')).toEqual([]);
  });

  it('remembers the port only while somebody may have subscribed', async () => {
    const feeds = openFeedFiles(feedFolder(home));
    await feeds.keepPort(4_777);
    const before = await feeds.lastPort();
    const { id } = await feeds.add('w1', PLAN);
    await feeds.keepPort(4_777);
    const during = await feeds.lastPort();
    await feeds.remove('w1', id);

    expect([before, during, await feeds.lastPort()]).toEqual([null, 4_777, null]);
  });
});
