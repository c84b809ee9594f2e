import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './sample-app.ts';

test('work items are found, filtered and looked into, by keyboard alone', async ({ app: { page, go } }) => {
  await go('/work-items');
  const table = page.getByRole('grid', { name: 'Work items' });
  await expect(table.getByRole('row', { name: /FFX/ }).first()).toBeVisible();
  const all = Number(await table.getAttribute('aria-rowcount'));

  await page.getByRole('textbox', { name: 'Words of the title, or a key' }).fill('help page');
  await expect.poll(async () => Number(await table.getAttribute('aria-rowcount'))).toBeLessThan(all);
  await table.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('help page');
  await expect(panel).toContainText('Statuses it went through');
  await expect(panel.getByText('Simulated').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Close the panel' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('filters are kept in the address and can be cleared', async ({ app: { page, go } }) => {
  await go('/work-items');

  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect(page).toHaveURL(/category=done/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveText('Done', { timeout: 15_000 });

  await page.getByRole('button', { name: 'Clear', exact: true }).last().click();
  await expect(page).not.toHaveURL(/category/);
});

test('a list says what stands in the way where nothing fits', async ({ app: { page, go } }) => {
  await go('/work-items?text=nothing-is-called-so');

  await expect(page.getByText('No work item fits these filters')).toBeVisible();
});

test('the journal shows an entry, what it changed, and verifies itself', async ({ app: { page, go } }) => {
  await go('/journal');
  await page.getByRole('row', { name: /Loaded the sample/ }).click();

  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('table').first()).toContainText('Field');
  await expect(panel).toContainText('workspace.loadSample');
  await page.getByRole('button', { name: 'Verify' }).click();

  await expect(page.getByText(/The journal holds: 2 entries/)).toBeVisible();
});

test('the journal is filtered by kind and by words', async ({ app: { page, go } }) => {
  await go('/journal');

  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Train' }).click();
  await expect(page.getByRole('row', { name: /Loaded the sample/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Created workspace/ })).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Find in the journal' }).fill('nothing of the kind');
  await expect(page.getByText('No entry fits these filters')).toBeVisible();
});

test('the journal is filtered by a day once that is typed, not by its first figures', async ({ app: { page, go } }) => {
  await go('/journal');
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  const to = page.getByLabel('To day');

  await to.fill('0020-12-31');
  await to.fill('2020-12-31');
  await to.press('Enter');
  await expect(page.getByText('No entry fits these filters')).toBeVisible();
  await to.fill('2999-12-31');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('row', { name: /Loaded the sample/ })).toBeVisible();

  expect(addresses.map((address) => /to=([^&]+)/.exec(address)?.[1])).toEqual(['2020-12-31', '2999-12-31']);
});

test('an entry is undone from its panel', async ({ app: { page, go } }) => {
  await go('/settings');
  const panel = page.getByRole('region', { name: 'Workspace' });
  await panel.getByLabel('Name').fill('Fourth quarter');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('banner').getByText('Fourth quarter')).toBeVisible();

  await go('/journal?entry=3');
  await expect(page.getByRole('complementary')).toContainText('Fourth quarter');
  await page.getByRole('button', { name: 'Undo this entry' }).click();

  await expect(page.getByRole('row', { name: /Undid/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo this entry' })).toBeDisabled();
});

test('a link to an entry opens it wherever it stands', async ({ app: { page, go } }) => {
  await go('/journal?entry=1&text=sample');

  await expect(page.getByRole('complementary')).toContainText('Created workspace');
});

test('a form for a connection says what is missing and keeps what was typed', async ({ app: { page, go } }) => {
  await go('/connections');
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('Shop');

  await dialog.getByRole('button', { name: 'Add and sync' }).click();

  await expect(dialog.getByText('Paste the token.')).toBeVisible();
  await expect(dialog.getByText('Name at least one, one to a line.')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue('Shop');
});

test('a provider that cannot be reached is told of with its remedy, before and after the connection is added', async ({
  app: { page, go },
}) => {
  await go('/connections');
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('Shop');
  // Nothing listens on port 9 of this machine (RFC 863, long out of use).
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9');
  await dialog.getByLabel('Token').fill('not-a-real-token');
  await dialog.getByLabel('Repositories').fill('acme/shop');

  await dialog.getByRole('button', { name: 'Test before saving' }).click();
  await expect(dialog.getByRole('alert')).toContainText('127.0.0.1:9', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Add and sync' }).click();

  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Shop');
  await expect(panel.getByRole('alert')).toContainText('127.0.0.1:9', { timeout: 45_000 });
  await expect(page.getByRole('row', { name: /Shop/ })).toContainText('Failing');
  await expect(panel).toContainText('Failed');
});

test('a connection is removed with its token where that is asked for, and undo brings back the connection only', async ({
  app: { page, go, host },
}) => {
  const secrets = () => fs.readdirSync(path.join(host.home, 'settings', 'secrets'));
  await go('/connections');
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('Shop');
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9');
  await dialog.getByLabel('Token').fill('not-a-real-token');
  await dialog.getByLabel('Repositories').fill('acme/shop');
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.getByRole('complementary').getByRole('alert')).toContainText('127.0.0.1:9', { timeout: 45_000 });
  expect(secrets()).toHaveLength(1);

  await page.getByRole('button', { name: 'Remove the connection' }).click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Forget its token too/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove connection' }).click();
  // Rows are out of reach under a dialog, and keys are the dialog's: first it goes, then the row.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Shop/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await page.getByRole('row', { name: /Shop/ }).click();

  await expect(page.getByRole('complementary')).toContainText('There is no token for this connection');
  expect(secrets()).toEqual([]);
});

test('a removed connection comes back by undo', async ({ app: { page, go } }) => {
  await go('/connections');
  await page.getByRole('row', { name: /Simulated delivery/ }).click();
  await page.getByRole('button', { name: 'Remove the connection' }).click();

  await page.getByRole('dialog').getByRole('button', { name: 'Remove connection' }).click();
  await expect(page.getByText('Connect what knows your tickets and builds')).toBeVisible();
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByRole('row', { name: /Simulated delivery/ })).toBeVisible();
});
