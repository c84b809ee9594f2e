import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../support/electron-stand-in/launch.ts';
import { launchStandIn } from '../../support/electron-stand-in/launch.ts';
import { launchApp } from '../../support/electron-stand-in/launch-app.ts';
import { launchOptions, listen, newHome, SETTINGS, test, WORKSPACE_NAME } from './app.ts';
import { opensTheWorkspace } from './checks.ts';

/** Answers the next dialogs with a file. */
async function answerDialogs(app: LaunchedApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: chosen })) as typeof dialog.showSaveDialog;
  }, file);
}

function choose(app: LaunchedApp, id: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`the menu has no ${wanted}`);
    item.click();
  }, id);
}

function shows(page: Page, name: string) {
  return expect(page.getByText(name, { exact: true }).first()).toBeVisible({ timeout: 15_000 });
}

test('a new workspace is made and opened from the menu, in the same window', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);

  await answerDialogs(app, path.join(home, 'Fourth quarter'));
  await choose(app, 'new-workspace');
  await shows(page, 'Fourth quarter');

  expect(fs.existsSync(path.join(home, 'Fourth quarter.signalbox'))).toBe(true);
  const recents = await app.evaluate(
    ({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('recents')
        ?.submenu?.items.map(({ label }) => label),
    null,
  );
  expect(recents?.slice(0, 2)).toEqual([`Fourth quarter — ${home}`, `${WORKSPACE_NAME} — ${home}`]);
});

test('a recent workspace is opened again', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  await answerDialogs(app, path.join(home, 'Fourth quarter.signalbox'));
  await choose(app, 'open-workspace');
  await shows(page, 'Fourth quarter');

  await choose(app, `recent:${path.join(home, `${WORKSPACE_NAME}.signalbox`)}`);

  await shows(page, WORKSPACE_NAME);
});

test('a file that is no workspace shows why, and the next one opens', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  const foreign = path.join(home, 'foreign.signalbox');
  fs.writeFileSync(foreign, 'this is no workspace but a text that somebody renamed'.repeat(200));

  await answerDialogs(app, foreign);
  await choose(app, 'open-workspace');
  await expect(page.getByText(/is not a Signalbox workspace/).first()).toBeVisible({ timeout: 15_000 });

  await answerDialogs(app, path.join(home, `${WORKSPACE_NAME}.signalbox`));
  await choose(app, 'open-workspace');
  await shows(page, WORKSPACE_NAME);
});

test('the window, the theme and the workspace are there again after a restart', async ({ browser }) => {
  const home = newHome();
  const first = await launchApp(browser, launchOptions(home));
  await opensTheWorkspace(first, await first.firstWindow());
  await first.close();

  const again = await launchApp(browser, launchOptions(home));
  await opensTheWorkspace(again, await again.firstWindow());
  await again.close();

  const kept = JSON.parse(fs.readFileSync(path.join(home, SETTINGS, 'settings.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(kept).toMatchObject({ bounds: { width: expect.any(Number) }, maximized: false });
  expect((kept.recents as readonly unknown[]).length).toBe(1);
  fs.rmSync(home, { recursive: true });
});

test('a reloaded page gets a new port', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);

  await page.reload();

  await opensTheWorkspace(app, page);
});

test('a second start hands its workspace to the first and ends', async ({ started, browser }) => {
  test.skip(started.app.runtime === 'electron', 'Electron decides by itself who is first');
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);

  await app.evaluate(
    (electron, words) => electron.app.emit('second-instance', {}, words, '/'),
    ['signalbox', '--workspace', path.join(home, 'Fifth.signalbox')],
  );
  await shows(page, 'Fifth');
  const second = await launchStandIn(browser, launchOptions(home, { isSecondInstance: true }));

  expect(await second.ended).toBe(0);
});

test('a core that dies is started again, and the page goes on', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);
  const complaints = listen(page);

  await app.evaluate((electron) => {
    const { utilityProcess } = electron as unknown as {
      utilityProcess: { standInChildren?: () => { kill: () => void }[] };
    };
    const [child] = utilityProcess.standInChildren?.() ?? [];
    if (child) child.kill();
    else for (const { pid, name } of electron.app.getAppMetrics()) if (name === 'Signalbox core') process.kill(pid);
  }, null);
  await page.getByRole('link', { name: 'Journal' }).first().click();

  await expect(page.getByText(/Created workspace/).first()).toBeVisible({ timeout: 15_000 });
  expect(complaints).toEqual([]);
});

test('a secret is sealed by the system, outside the workspace', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);

  const answers = await page.evaluate(async () => {
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', (event) => event.ports[0] && resolve(event.ports[0]), { once: true });
      (window as unknown as { signalbox: { connect: () => void } }).signalbox.connect();
    });
    let last = 0;
    const call = (path: string, input: unknown) =>
      new Promise((resolve) => {
        last += 1;
        const id = `test-${last}`;
        port.addEventListener('message', (event) => {
          const answer = JSON.parse(String(event.data));
          if (answer.i === id) resolve(answer.p.b.json);
        });
        port.postMessage(JSON.stringify({ i: id, p: { u: path, b: { json: input } } }));
      });
    port.start();
    const plan = {
      kind: 'jira',
      name: 'Jira',
      baseUrl: 'https://jira.example.com',
      auth: 'token',
      user: '',
      scopes: ['PAY'],
      rules: { statuses: [], productionEnvironments: [], deploymentJobs: [] },
      everyMinutes: null,
    };
    const { id } = (await call('/connections/add', plan)) as { id: string };
    const saved = await call('/connections/saveSecret', { id, secret: 's3cret-token' });
    const [health] = (await call('/connections/list', {})) as { hasSecret: boolean }[];
    return { saved, hasSecret: health?.hasSecret };
  });

  expect(answers).toEqual({ saved: { keptIn: expect.stringMatching(/^a file sealed by/) }, hasSecret: true });
  const folder = path.join(home, SETTINGS, 'secrets');
  const [sealed = ''] = fs.readdirSync(folder);
  expect(fs.readFileSync(path.join(folder, sealed)).includes('s3cret')).toBe(false);
  for (const name of fs.readdirSync(home).filter((each) => each.includes('.signalbox'))) {
    expect(fs.readFileSync(path.join(home, name)).includes('s3cret')).toBe(false);
  }
});
