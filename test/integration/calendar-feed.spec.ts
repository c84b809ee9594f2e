import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedFolder, openFeedFiles } from '../../electron/hosts/feed-files.ts';
import { day } from '../../shared/model/time.ts';
import { testCore, testFolder, testHost } from '../support/core.ts';
import { biweeklyPlan } from '../support/plans.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

describe('a calendar feed, served by a host of its own process', () => {
  let home: string;
  let file: string;
  let child: ChildProcess | null = null;
  beforeEach(() => {
    home = testFolder();
    file = path.join(home, 'plan.signalbox');
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    child = null;
    fs.rmSync(home, { recursive: true, force: true });
  });

  /** A plan with one release a month ahead, and a feed of it. */
  async function share() {
    const feeds = openFeedFiles(feedFolder(home));
    const { client, end } = await testCore({ file, host: { ...testHost(), feeds } });
    const { id: trainId } = await client.trains.create(biweeklyPlan({ cadence: null }));
    const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const release = await client.releases.add({ trainId, name: 'Spring', day: day(ahead) });
    const plan = { name: 'All', trainIds: null, milestones: true, rules: true };
    const feed = await client.exchange.addFeed(plan);
    const workspace = await client.workspace.info({});
    await end();
    return { releaseId: release.id, feedPath: feed.path, revoke: () => feeds.remove(workspace.id, feed.id) };
  }

  async function start(): Promise<string> {
    child = spawn(process.execPath, ['electron/hosts/loopback/main.ts', '--no-open', '--workspace', file], {
      cwd: ROOT,
      env: { ...process.env, SIGNALBOX_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = child.stdout === null ? [''] : await once(child.stdout, 'data');
    return new URL(String(printed).trim()).origin;
  }
  async function stop(): Promise<void> {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    child = null;
  }

  function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const url = new URL(address);
    return new Promise((resolve, reject) => {
      const options = { host: url.hostname, port: url.port, path: url.pathname, headers, method };
      http
        .request(options, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (text: string) => {
            body += text;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        })
        .on('error', reject)
        .end();
    });
  }

  it('is read by its address alone, at the same port after a restart, until it is revoked', async () => {
    const { releaseId, feedPath, revoke } = await share();

    const origin = await start();
    const read = await ask(`${origin}${feedPath}`);
    const again = await ask(`${origin}${feedPath}`, { 'if-none-match': read.headers.etag ?? '' });
    const head = await ask(`${origin}${feedPath}`, {}, 'HEAD');
    const foreign = await ask(`${origin}${feedPath}`, { host: 'rebound.example' });
    const guessed = await ask(`${origin}/feed/${'A'.repeat(43)}.ics`);
    const posted = await ask(`${origin}${feedPath}`, { origin }, 'POST');
    const elsewhere = await ask(`${origin}/session`, {
      cookie: feedPath.slice(6, 49),
      'signalbox-key': feedPath.slice(6, 49),
    });
    await stop();
    const second = await start();
    const later = await ask(`${second}${feedPath}`);
    await revoke();
    const revoked = await ask(`${second}${feedPath}`);
    await stop();

    expect(read).toMatchObject({ status: 200, headers: { 'content-type': 'text/calendar; charset=utf-8' } });
    expect(read.body).toContain(`UID:${releaseId}\r\n`);
    expect(read.body).toContain('X-WR-CALNAME:All\r\n');
    expect(read.body).toContain('SUMMARY:Payments Spring departs\r\n');
    expect(read.body.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(1);
    expect([again.status, again.body]).toEqual([304, '']);
    expect([head.status, head.body]).toEqual([200, '']);
    expect([foreign.status, guessed.status, posted.status, elsewhere.status]).toEqual([403, 404, 405, 401]);
    expect(read.headers['set-cookie']).toBeUndefined();
    expect(second).toBe(origin);
    expect([later.status, revoked.status]).toEqual([200, 404]);
  }, 90_000);
});
