import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { listen, newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';
import { expectAccessible } from './sample-app.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

interface CapacityApp {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly go: (hash: string) => Promise<void>;
}

/** A workspace with half a year of finished work, or an empty one. */
function makeWorkspace(file: string, full: boolean): void {
  const words = full
    ? ['test/support/make-capacity.ts', file]
    : ['bin/signalbox.mjs', 'workspace', 'create', '-w', file, '--zone', 'Europe/Berlin'];
  execFileSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

const test = base.extend<{ full: boolean; app: CapacityApp }>({
  full: [true, { option: true }],
  app: async ({ page, full }, use) => {
    const home = newHome();
    makeWorkspace(path.join(home, `${WORKSPACE_NAME}.signalbox`), full);
    const host = await startHost({ home });
    const complaints = listen(page);
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 });
    await use({
      page,
      complaints,
      go: async (hash) => {
        await page.goto('about:blank');
        await page.goto(`${host.origin}/#${hash}`);
        await expect(page.getByRole('heading', { level: 1, name: 'Capacity' })).toBeVisible({ timeout: 15_000 });
      },
    });
    await host.end();
    fs.rmSync(home, { recursive: true, force: true });
  },
});

const weeks = (page: Page) => page.getByRole('group', { name: /Work items that Payments finished each week/ });

test('the weeks of a team are walked by keys, and each opens onto its items', async ({ app }) => {
  const { page, complaints } = app;
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: 'Capacity' })).toBeVisible();
  const bars = weeks(page).getByRole('button');
  // Half a year of 26 times seven days begins on a Monday once a week: else the first and the last week are cut.
  await expect.poll(() => bars.count(), { timeout: 10_000 }).toBeGreaterThanOrEqual(26);
  const count = await bars.count();
  expect(count).toBeLessThanOrEqual(27);
  const previous = bars.nth(count - 2);

  await bars.first().focus();
  await page.keyboard.press('End');
  await expect(bars.last()).toBeFocused();
  await expect(page.getByText(await bars.last().getAttribute('aria-label').then(String))).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');

  const panel = page.getByRole('complementary');
  await expect(panel.getByText(/Payments: finished/)).toBeVisible();
  await expect(panel.getByRole('row')).not.toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(previous).toBeFocused();

  await previous.press('Enter');
  await panel.getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Work items' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a forecast says by when, how sure, and from what; the same seed gives the same', async ({ app }) => {
  const { page, go } = app;
  await go('/capacity?tab=forecast&items=20');
  const panel = page.getByRole('region', { name: 'When will it be done' });
  const sure = panel.locator('dd').nth(1);
  await expect(sure).toContainText('85 % of the runs were done by the end of that day', { timeout: 15_000 });
  const before = await sure.textContent();

  const bars = panel.getByRole('group', { name: /When 20 items will be done/ }).getByRole('button');
  await bars.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByText(/of 10,000 runs were done/)).toBeVisible();

  await page.getByRole('textbox', { name: 'Seed' }).fill('7');
  await expect(panel.getByText(/10,000 runs, seed 7/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Seed' }).fill('1');
  await expect(panel.getByText(/10,000 runs, seed 1/)).toBeVisible();
  expect(await sure.textContent()).toBe(before);

  await panel.getByRole('textbox', { name: 'Items' }).fill('1.5');
  await expect(panel.getByText('A whole number from 0 to 100,000.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Items' }).fill('40');
  await expect(panel.getByRole('group', { name: /When 40 items will be done/ })).toBeVisible();
  await expect(page).toHaveURL(/items=40/);

  await panel.getByRole('combobox', { name: 'Of what' }).click();
  await page.getByRole('option', { name: 'What is open aboard a release' }).click();
  await expect(panel.getByText(/15 of 39 items aboard Payments next are open/)).toBeVisible();

  await page.getByRole('button', { name: 'Items behind it' }).first().click();
  await expect(page.getByRole('complementary').getByText(/208 items/)).toBeVisible();
});

test('cadences are compared, and a dear train is not feasible every week', async ({ app }) => {
  const { page, go } = app;
  await go('/capacity?tab=cadence');
  const weekly = page.getByRole('region', { name: 'Weekly', exact: true });
  await expect(weekly.getByText('Fits', { exact: true })).toBeVisible({ timeout: 15_000 });

  await page.getByRole('textbox', { name: 'Overhead of one train' }).fill('400');
  await expect(weekly.getByText('No time left', { exact: true })).toBeVisible({ timeout: 15_000 });
  await page.getByRole('textbox', { name: 'Overhead of one train' }).fill('16');
  await page.getByRole('textbox', { name: 'CI on a day' }).fill('4');
  await page.getByRole('textbox', { name: 'CI of one train' }).fill('30');
  await expect(weekly.getByText('No CI left', { exact: true })).toBeVisible({ timeout: 15_000 });
  await page.getByRole('textbox', { name: 'CI on a day' }).fill('0');
  await page.getByRole('combobox', { name: 'Releases that are to fit' }).click();
  await page.getByRole('option', { name: 'Payments' }).click();

  await expect(weekly.getByText('Too small', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(
    page
      .getByRole('table', { name: 'Cadences' })
      .getByText(/Payments next \(39 items\)/)
      .first(),
  ).toBeVisible();
});

test('a scope is split over more trains, and the split is listed', async ({ app }) => {
  const { page, go } = app;
  await go('/capacity?tab=size');
  await expect(page.getByRole('region', { name: 'The best split into 2 trains' })).toBeVisible({ timeout: 15_000 });

  await page.getByRole('button', { name: /^3 trains/ }).press('Enter');
  const split = page.getByRole('region', { name: 'The best split into 3 trains' });
  await expect(split.getByRole('heading', { name: /^Train 3: / })).toBeVisible();
  await expect(split.getByRole('listitem').first()).toContainText('PAY-');

  await page.keyboard.press('t');
  await expect(page.getByRole('table', { name: 'Risk by number of trains' })).toBeVisible();
});

test('cut-offs are shown on the clocks of those who read them, after the stages that follow', async ({ app }) => {
  const { page, go } = app;
  await go('/capacity?tab=cut-offs');
  const strip = page.getByRole('group', { name: /Cut-offs before Payments next/ });
  await expect(strip.getByRole('button')).toHaveCount(12, { timeout: 15_000 });
  await strip.getByRole('button', { name: /^Story must be started .*P85/ }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Story must be started by the end of/ })).toBeVisible();
  const before = await page.getByRole('heading', { name: /^Story must be started/ }).textContent();

  await page.getByRole('combobox', { name: 'Show on another clock' }).fill('Auckland');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'On every clock' }).getByText('Auckland')).toBeVisible();

  await page.getByRole('button', { name: 'Add a stage' }).click();
  await page.getByRole('textbox', { name: 'Stage 1' }).fill('Acceptance');
  await page.getByRole('textbox', { name: 'Working days' }).fill('2');
  await expect(page.getByRole('listitem').filter({ hasText: 'Acceptance: 2 working days' })).toBeVisible();
  expect(await page.getByRole('heading', { name: /^Story (must|had to) be started/ }).textContent()).not.toBe(before);

  await page.getByRole('button', { name: 'Remove stage 1' }).click();
  await expect(page.getByRole('button', { name: 'Add a stage' })).toBeFocused();
  await expect(page.getByRole('heading', { name: before ?? '' })).toBeVisible();
});

test('a buffer is held against the work, and against the slips before', async ({ app }) => {
  const { page, go } = app;
  await go('/capacity?tab=buffer');
  const fever = page.getByRole('region', { name: 'How Payments next uses its buffer' });
  await expect(fever.getByText(/62 % of the work is done/).first()).toBeVisible({ timeout: 15_000 });
  const points = fever.getByRole('group', { name: /Fever chart/ }).getByRole('button');
  await points.first().focus();
  await expect(fever.getByText(/0 of 38 items done/)).toBeVisible();

  const size = page.getByRole('region', { name: 'How large the buffer should be' });
  await expect(
    size.getByText(/This train keeps 4 working days before a departure; its history asks for 2/),
  ).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('table', { name: 'Readings' }).getByRole('row')).not.toHaveCount(1);
  await expect(page.getByRole('table', { name: 'Slips' })).toBeVisible();
});

test('without a connection a team’s throughput is typed by hand, and forecasts say so', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/capacity?tab=forecast');
  await page.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Empty team' }).click();
  await expect(page.getByText('Empty team has no projects yet')).toBeVisible();
  await expectAccessible(page, 'Capacity without facts');

  await page.getByRole('button', { name: 'Type it by hand' }).click();
  const dialog = page.getByRole('dialog', { name: 'What Empty team finishes' });
  await dialog.getByRole('textbox', { name: 'At least' }).fill('8');
  await dialog.getByRole('textbox', { name: 'At most' }).fill('7');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.getByText('At least as many as on the left.')).toBeVisible();
  await expectAccessible(page, 'What a team finishes');
  await dialog.getByRole('textbox', { name: 'At most' }).fill('12');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const panel = page.getByRole('region', { name: 'When will it be done' });
  await expect(panel.getByText('Rests on numbers typed by hand: 8 to 12 items a week.')).toBeVisible({
    timeout: 15_000,
  });
  await expect(panel.locator('dd').nth(1)).toContainText('85 % of the runs were done by the end of that day');

  await page.getByRole('tab', { name: 'Throughput' }).click();
  await expect(page.getByText('Forecasts rest on numbers typed by hand: 8 to 12 items a week.')).toBeVisible();
  await page.getByRole('button', { name: 'Change it' }).click();
  await dialog.getByRole('combobox', { name: 'As' }).click();
  await page.getByRole('option', { name: 'Week by week' }).click();
  await dialog.getByLabel('File with the weeks').setInputFiles({
    name: 'weeks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('week,finished\n2026-W45,9\n2026-W46,11\n'),
  });
  await expect(dialog.getByRole('textbox', { name: 'Week, finished' })).toHaveValue(/2026-W46, 11/);
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const weeksTyped = page.getByRole('table', { name: 'Typed by hand, week by week' });
  await expect(weeksTyped.getByRole('row')).toHaveCount(3);
  await expect(weeksTyped.getByRole('row').nth(1)).toContainText('Mon 9 Nov 2026');
  expect(complaints).toEqual([]);
});

test('a workspace that is only read answers every question, and takes nothing typed', async ({ app }) => {
  const { page, go, complaints } = app;
  // No host opens one yet: the answer about the workspace is changed on its way.
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      socket.send(typeof message === 'string' ? message.replaceAll('"readOnly":false', '"readOnly":true') : message);
    });
  });
  await go('/capacity?tab=forecast');
  await expect(page.getByText('This workspace is open read-only')).toBeVisible();
  await expect(page.getByRole('group', { name: /When 20 items/ })).toBeVisible({ timeout: 15_000 });
  for (const [key, region] of [
    ['1', 'Finished each week'],
    ['3', 'Which cadence is feasible'],
    ['4', 'Train size against risk'],
    ['5', 'The last moments before Payments next'],
    ['6', 'How large the buffer should be'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: region })).toBeVisible({ timeout: 15_000 });
  }
  await page.keyboard.press('1');
  await page.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Empty team' }).click();
  await expect(page.getByRole('button', { name: 'Type it by hand' })).toBeDisabled();
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every question is accessible, ${colorScheme}`, async ({ app }) => {
    // Twelve pages, each looked at by axe.
    test.slow();
    const { page, go, complaints } = app;
    await page.emulateMedia({ colorScheme });
    const places = [
      ['throughput', 'group', /each week/],
      ['forecast', 'group', /When 20 items/],
      ['cadence', 'table', 'Cadences'],
      ['size', 'group', /Risk against/],
      ['cut-offs', 'group', /Cut-offs before/],
      ['buffer', 'group', /Fever chart/],
    ] as const;
    for (const [tab, role, name] of places) {
      await go(`/capacity?tab=${tab}`);
      await expect(page.getByRole(role, { name }).first()).toBeVisible({ timeout: 15_000 });
      await expectAccessible(page, `Capacity, ${tab}`);
      await go(`/capacity?tab=${tab}&table=true`);
      await expect(page.getByRole('table').first()).toBeVisible({ timeout: 15_000 });
      await expectAccessible(page, `Capacity, ${tab}, as tables`);
    }
    expect(complaints).toEqual([]);
  });
}

test.describe('nothing there yet', () => {
  test.use({ full: false });

  test('each question says what it needs, and leads there', async ({ app }) => {
    const { page, go } = app;
    await go('/capacity');
    await expect(page.getByText('No teams yet')).toBeVisible();
    await expectAccessible(page, 'Capacity without teams');
    await go('/capacity?tab=buffer');
    await expect(page.getByText('No release to look at')).toBeVisible();
    await page.getByRole('link', { name: 'Open the trains' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trains' })).toBeVisible();
  });
});
