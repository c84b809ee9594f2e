import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { listen, newHome, startHost, test, WORKSPACE_NAME } from './loopback.ts';

function showsWorkspace(page: Page) {
  return expect(page.getByText(WORKSPACE_NAME, { exact: true }).first()).toBeVisible({ timeout: 15_000 });
}

test('the host prints exactly one address, and that opens the workspace without a complaint', async ({
  host,
  page,
}) => {
  const complaints = listen(page);

  await page.goto(host.address);
  await showsWorkspace(page);

  expect(host.printed()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  expect(complaints).toEqual([]);
});

test('the token leaves the address bar and the history, and the session outlasts it', async ({
  host,
  page,
  context,
}) => {
  await page.goto(host.address);
  await showsWorkspace(page);

  expect(page.url()).not.toContain('token');
  const [cookie] = await context.cookies(host.origin);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const token = new URL(host.address).hash.slice('#token='.length);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(cookie?.value ?? 'a session');

  await page.reload();
  await showsWorkspace(page);
});

test('the address that was printed may be opened again in the browser that it let in', async ({
  host,
  page,
  context,
}) => {
  await page.goto(host.address);
  await showsWorkspace(page);

  await page.goto('about:blank');
  await page.goto(host.address);
  await showsWorkspace(page);
  const second = await context.newPage();
  await second.goto(host.address);
  await showsWorkspace(second);

  expect(second.url()).not.toContain('token');
});

test('an address lets one browser in: a second is told why not', async ({ host, page, browser }) => {
  await page.goto(host.address);
  await showsWorkspace(page);
  const other = await browser.newContext();
  const second = await other.newPage();

  await second.goto(host.address);

  await expect(second.getByRole('alert')).toContainText('This address has been used, or is too old', {
    timeout: 15_000,
  });
  await expect(second.getByRole('alert')).toContainText('Press Enter in the terminal');
  await expect(second.getByText(WORKSPACE_NAME, { exact: true })).toHaveCount(0);
  await other.close();
});

test('a second page of the same browser sees what the first one changes', async ({ host, page, context }) => {
  await page.goto(host.address);
  await showsWorkspace(page);
  const second = await context.newPage();
  await second.goto(`${host.origin}/#/journal`);
  await expect(second.getByText(/Created workspace/).first()).toBeVisible({ timeout: 15_000 });

  // A change by a third client: the command line would need the lock, so it comes through the page's own session.
  await page.evaluate(async () => {
    const socket = new WebSocket(`ws://${location.host}/rpc`, ['signalbox', localStorage['signalbox-key']]);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const answered = new Promise((resolve) => socket.addEventListener('message', resolve));
    socket.send(JSON.stringify({ i: '1', p: { u: '/workspace/update', b: { json: { name: 'Renamed quarter' } } } }));
    await answered;
    socket.close();
  });

  await expect(second.getByText('Renamed quarter', { exact: true }).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Renamed quarter', { exact: true }).first()).toBeVisible({ timeout: 15_000 });
});

test('a page that outlives its host says that the line is gone, and comes back with a new address', async ({
  page,
}) => {
  const home = newHome();
  const first = await startHost({ home });
  const port = new URL(first.origin).port;
  await page.goto(first.address);
  await showsWorkspace(page);

  expect(await first.end()).toBe(0);
  await expect(page.getByText(/connection|reach|trying again/i).first()).toBeVisible({ timeout: 15_000 });
  const second = await startHost({ home, words: ['--port', port] });
  await expect(page.getByText('This browser is not signed in')).toBeVisible({ timeout: 15_000 });
  await page.goto(second.address);
  await showsWorkspace(page);

  expect(await second.end('SIGINT')).toBe(0);
  fs.rmSync(home, { recursive: true, force: true });
});

test('a workspace that is no workspace ends the start, is named, and stays as it is', async () => {
  const home = newHome();
  const file = `${home}/foreign.signalbox`;
  fs.writeFileSync(file, 'a text that somebody renamed to a workspace'.repeat(200));

  const started = startHost({ home, words: ['--workspace', file] });

  await expect(started).rejects.toThrow(/is not a Signalbox workspace/);
  expect(fs.readFileSync(file, 'utf8')).toContain('a text that somebody renamed');
  fs.rmSync(home, { recursive: true, force: true });
});

test('a second host on the same workspace ends and says that it is in use; once it is free, it opens', async ({
  host,
  page,
}) => {
  await expect(startHost({ home: host.home })).rejects.toThrow(/already open in another Signalbox/);

  await host.end();
  const second = await startHost({ home: host.home });
  await page.goto(second.address);
  await showsWorkspace(page);
  await second.end();
});

test('a port that is taken is told of in words', async ({ host }) => {
  const port = new URL(host.origin).port;

  const second = startHost({ home: newHome(), words: ['--port', port] });

  await expect(second).rejects.toThrow(/The port is taken by another program/);
});

test('the browser that is opened finds the address in a file of this account alone, which goes when it has', async ({
  page,
}) => {
  test.skip(process.platform !== 'linux', 'only there the program that opens browsers is easily stood in for');
  const home = newHome();
  const programs = path.join(home, 'programs');
  fs.mkdirSync(programs);
  // Notes what it was started with, as every account of the machine could.
  const opener = `#!/bin/sh\nprintf '%s\\n' "$@" > "${home}/opened.part" && mv "${home}/opened.part" "${home}/opened"\n`;
  fs.writeFileSync(path.join(programs, 'xdg-open'), opener, { mode: 0o755 });
  const variables = { HOME: home, PATH: `${programs}:${process.env.PATH}` };
  const host = await startHost({ home, open: true, variables });

  await expect.poll(() => fs.existsSync(path.join(home, 'opened'))).toBe(true);
  const [opened = ''] = fs.readFileSync(path.join(home, 'opened'), 'utf8').split('\n');
  const { mode } = fs.statSync(opened);
  await page.goto(`file://${opened}`);
  await showsWorkspace(page);

  expect(opened).not.toContain(new URL(host.address).hash.slice('#token='.length));
  expect([path.dirname(opened), mode & 0o777]).toEqual([home, 0o600]);
  await expect.poll(() => fs.existsSync(opened)).toBe(false);
  await host.end();
  fs.rmSync(home, { recursive: true, force: true });
});

test('a file that leads to an address does not outlast its host', async () => {
  test.skip(process.platform !== 'linux', 'only there the program that opens browsers is easily stood in for');
  const home = newHome();
  const programs = path.join(home, 'programs');
  fs.mkdirSync(programs);
  fs.writeFileSync(path.join(programs, 'xdg-open'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const files = () => fs.readdirSync(home).filter((name) => name.endsWith('.html'));
  const host = await startHost({
    home,
    open: true,
    variables: { HOME: home, PATH: `${programs}:${process.env.PATH}` },
  });
  await expect.poll(files).toHaveLength(1);

  expect(await host.end('SIGHUP')).toBe(0);

  expect(files()).toEqual([]);
  fs.rmSync(home, { recursive: true, force: true });
});

test('where Electron cannot be used, one line says why, and the loopback host opens', async ({ page }) => {
  test.skip(process.platform !== 'linux', 'only there a session without a display is easily had');
  const home = newHome();
  const host = await startHost({ home, choose: [], variables: { DISPLAY: '', WAYLAND_DISPLAY: '' } });

  await page.goto(host.address);
  await showsWorkspace(page);

  const said = host
    .complained()
    .split('\n')
    .filter((line) => line.includes('Electron'));
  expect(said).toEqual([
    'Electron cannot be used: this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set). ' +
      'Signalbox opens in the browser instead.',
  ]);
  await host.end();
  fs.rmSync(home, { recursive: true, force: true });
});

test('whoever insists on Electron where it cannot be used is told, and no other host starts', async () => {
  test.skip(process.platform !== 'linux', 'only there a session without a display is easily had');
  const variables = { DISPLAY: '', WAYLAND_DISPLAY: '' };

  const refused = startHost({ home: newHome(), choose: ['--host', 'electron'], variables });

  await expect(refused).rejects.toThrow(/Electron cannot be used: this session has no display[^\n]*set\)\.\n/);
});
