import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../support/electron-stand-in/launch.ts';
import { launchStandIn } from '../../support/electron-stand-in/launch.ts';
import { launchApp } from '../../support/electron-stand-in/launch-app.ts';
import { launchOptions, listen, newHome, SETTINGS, test, WORKSPACE_NAME } from './app.ts';
import { handedOver, opensTheWorkspace } from './checks.ts';

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

function killCore(app: LaunchedApp): Promise<void> {
  return app.evaluate((electron) => {
    const { utilityProcess } = electron as unknown as {
      utilityProcess: { standInChildren?: () => { kill: () => void }[] };
    };
    const [child] = utilityProcess.standInChildren?.() ?? [];
    if (child) child.kill();
    else for (const { pid, name } of electron.app.getAppMetrics()) if (name === 'Signalbox core') process.kill(pid);
  }, null);
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
  await choose(app, 'new-workspace');
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

test('a second start hands its workspace to the first and ends, however Chromium reorders its words', async ({
  started,
  browser,
}) => {
  test.skip(started.app.runtime === 'electron', 'Electron decides by itself who is first');
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  const args = ['--workspace', path.join(home, 'Fifth.signalbox')];
  const second = await launchStandIn(browser, launchOptions(home, { args, isSecondInstance: true }));
  expect(await second.ended).toBe(0);

  const handed = await handedOver(second);
  await app.evaluate((electron, [reordered, data]) => electron.app.emit('second-instance', {}, reordered, '/', data), [
    ['signalbox', '--workspace', '--allow-file-access-from-files', args[1]],
    handed,
  ] as const);

  await shows(page, 'Fifth');
  expect(fs.existsSync(path.join(home, 'Fifth.signalbox'))).toBe(true);
});

test('a recent workspace that was moved is told of, and no empty one takes its place', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  await answerDialogs(app, path.join(home, 'Fourth quarter'));
  await choose(app, 'new-workspace');
  await shows(page, 'Fourth quarter');
  const file = path.join(home, `${WORKSPACE_NAME}.signalbox`);
  fs.renameSync(file, path.join(home, 'moved.signalbox'));

  await choose(app, `recent:${file}`);

  await expect(page.getByText(`There is no workspace ${WORKSPACE_NAME}.signalbox.`).first()).toBeVisible({
    timeout: 15_000,
  });
  expect(fs.existsSync(file)).toBe(false);
});

test('a workspace that is gone when its core dies is told of, and no empty one takes its place', async ({
  started,
}) => {
  test.skip(started.app.runtime === 'electron', 'the real core holds its file where a file in use cannot be removed');
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  fs.rmSync(path.join(home, `${WORKSPACE_NAME}.signalbox`));

  await killCore(app);
  await page.getByRole('link', { name: 'Journal' }).first().click();

  await expect(page.getByText(`There is no workspace ${WORKSPACE_NAME}.signalbox.`).first()).toBeVisible({
    timeout: 15_000,
  });
  expect(fs.existsSync(path.join(home, `${WORKSPACE_NAME}.signalbox`))).toBe(false);
});

test('a new workspace takes no file’s place, whatever the system’s dialog has asked', async ({ started }) => {
  const { app, page, home } = started;
  await opensTheWorkspace(app, page);
  const other = path.join(home, 'letter.signalbox');
  fs.writeFileSync(other, 'dear anna');
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (title: string) => void Object.assign(globalThis, { saidTitle: title });
  }, null);

  await answerDialogs(app, path.join(home, 'letter'));
  await choose(app, 'new-workspace');

  const said = () => app.evaluate(() => (globalThis as { saidTitle?: string }).saidTitle, null);
  await expect.poll(said).toBe('letter.signalbox: There is a file of this name already, and it was left as it is.');
  expect(fs.readFileSync(other, 'utf8')).toBe('dear anna');
  await shows(page, WORKSPACE_NAME);
});

test('a page that keeps crashing is not loaded for ever', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);

  const done = await app.evaluate(({ BrowserWindow, dialog }) => {
    const said: string[] = [];
    dialog.showErrorBox = (title: string) => void said.push(title);
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const reason of ['clean-exit', 'crashed', 'crashed', 'crashed', 'crashed'])
      contents?.emit('render-process-gone', {}, { reason, exitCode: 1 });
    return said;
  }, null);

  expect(done).toEqual(Array(2).fill('Signalbox: The page of Signalbox stopped several times in a row.'));
});

test('where the menu is there without a window, as on macOS, what it opens is shown', async ({ browser }) => {
  const home = newHome();
  const platform = process.platform;
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  const app = await launchStandIn(browser, launchOptions(home));
  await opensTheWorkspace(app, await app.firstWindow());
  await answerDialogs(app, path.join(home, 'Fourth quarter'));
  const closeWindow = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const closed = new Promise((resolve) => window?.once('closed', () => resolve(null)));
      window?.close();
      await closed;
    }, null);

  await closeWindow();
  await choose(app, 'new-workspace');
  await shows(await app.firstWindow(), 'Fourth quarter');
  await closeWindow();
  await choose(app, `recent:${path.join(home, `${WORKSPACE_NAME}.signalbox`)}`);
  await shows(await app.firstWindow(), WORKSPACE_NAME);

  await app.close();
  Object.defineProperty(process, 'platform', { value: platform });
  fs.rmSync(home, { recursive: true });
});

test('a core that dies is started again, and the page goes on', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);
  const complaints = listen(page);

  await killCore(app);
  await page.getByRole('link', { name: 'Journal' }).first().click();

  await expect(page.getByText(/Created workspace/).first()).toBeVisible({ timeout: 15_000 });
  expect(complaints).toEqual([]);
});

test('a what-if branch is made and entered, and left for the plan', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);

  await page.keyboard.press('n');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: /^Name/ }).fill('A week later');
  await page.keyboard.press('Enter');
  const band = page.getByRole('region', { name: 'What-if branch' });
  await expect(band).toContainText('A week later');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('w');
  await page.keyboard.press('p');
  await expect(band).toHaveCount(0);
  await shows(page, WORKSPACE_NAME);
});

test('a sheet is saved as a file', async ({ started }) => {
  const { app, page } = started;
  await opensTheWorkspace(app, page);
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();

  await page.keyboard.press('Control+p');
  await expect(page.locator('[data-sheet] img')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);

  expect(download.suggestedFilename()).toMatch(/^Journal .*\.svg$/);
  expect(fs.readFileSync(await download.path(), 'utf8')).toMatch(/^<svg[^>]*>[\s\S]*Journal/);
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
