import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedFiles, openFeedFiles } from '../../../../electron/hosts/feed-files.ts';
import { portOf, startAtKnownPort } from '../../../../electron/hosts/loopback/known-port.ts';
import type { LoopbackServer } from '../../../../electron/hosts/loopback/server.ts';
import { readPageFiles } from '../../../../electron/hosts/page-files.ts';
import { FeedPlan } from '../../../../shared/model/feed.ts';
import { testFolder } from '../../../support/core.ts';

const PLAN = FeedPlan.parse({ name: 'All trains', trainIds: null, rules: false });

describe('electron/hosts/loopback/known-port', () => {
  let folder: string;
  let feeds: FeedFiles;
  let open: LoopbackServer[];
  beforeEach(() => {
    folder = testFolder();
    fs.writeFileSync(path.join(folder, 'index.html'), '<title>page</title>');
    feeds = openFeedFiles(path.join(folder, 'feeds'));
    open = [];
  });
  afterEach(async () => {
    for (const server of open) await server.close();
    fs.rmSync(folder, { recursive: true });
  });

  async function start(port = 0, files = feeds): Promise<LoopbackServer> {
    const pages = await readPageFiles(folder);
    const now = () => performance.now();
    const server = await startAtKnownPort(files, { port, files: pages, connect: () => undefined, now });
    open.push(server);
    return server;
  }

  it('comes back to the port at which calendars were subscribed to', async () => {
    await feeds.add('w1', PLAN);
    const first = await start();
    await first.close();

    const second = await start();

    expect(second.origin).toBe(first.origin);
  });

  it('keeps that port for the next start when it is taken now, by another workspace', async () => {
    await feeds.add('w1', PLAN);
    const first = await start();

    const beside = await start();

    expect(portOf(beside)).not.toBe(portOf(first));
    expect(await feeds.lastPort()).toBe(portOf(first));
  });

  it('keeps that port when one start is asked to be elsewhere', async () => {
    await feeds.add('w1', PLAN);
    const first = await start();
    const free = await start();
    await free.close();

    const elsewhere = await start(portOf(free));

    expect(portOf(elsewhere)).toBe(portOf(free));
    expect(await feeds.lastPort()).toBe(portOf(first));
  });

  it('takes another port only where the known one is taken: any other trouble is told', async () => {
    const impossible = { lastPort: async () => 65_536, keepPort: async () => undefined };

    await expect(start(0, { ...feeds, ...impossible })).rejects.toMatchObject({ code: 'ERR_SOCKET_BAD_PORT' });
  });
});
