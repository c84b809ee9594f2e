import { expect, type Page } from '@playwright/test';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { shopData } from '../support/github-fixture.ts';
import { test } from './sample-app.ts';

const REPOSITORY = 'acme/shop';

/** Adds a connection to a server that answers like GitHub, by the dialog. */
async function connect(page: Page, github: GithubServer): Promise<void> {
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('Shop');
  await dialog.getByLabel('Address').fill(github.baseUrl);
  await dialog.getByLabel('Token').fill('made-up-token');
  await dialog.getByLabel('Repositories').fill(REPOSITORY);
  await dialog.getByRole('button', { name: 'Test before saving' }).click();
  await expect(dialog.getByText('The provider knows us as')).toBeVisible({ timeout: 15_000 });
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
}

test('a connection is tested, added and synced, with its progress, its facts and its history', async ({
  app: { page, go },
}) => {
  const github = await startGithubServer({ data: shopData(), token: 'made-up-token', largestPage: 2 });
  github.fault({ kind: 'slow', ms: 60 });
  await go('/connections');

  await connect(page, github);

  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('button', { name: 'Cancel the sync' })).toBeVisible();
  await expect(panel.getByRole('status')).toContainText(/Reading .+: \d+ pages?, \d+ rows?\./);
  await expect(panel.getByRole('button', { name: 'Sync now' })).toBeVisible({ timeout: 45_000 });
  await expect(panel).toContainText('Up to date');
  await expect(panel).toContainText('pull requests');
  await expect(panel).toContainText('Succeeded');
  await expect(page.getByRole('banner').getByRole('button', { name: /^Synced/ })).toBeVisible();

  await go('/work-items?text=acme');
  await expect(page.getByRole('grid', { name: 'Work items' }).getByRole('row').nth(1)).toBeVisible();
  await github.close();
});

test('a running sync is cancelled', async ({ app: { page, go } }) => {
  const github = await startGithubServer({ data: shopData(), token: 'made-up-token', largestPage: 1 });
  await go('/connections');
  github.fault({ kind: 'slow', ms: 400, path: /repos/ });
  await connect(page, github);
  const panel = page.getByRole('complementary');

  await panel.getByRole('button', { name: 'Cancel the sync' }).click();

  await expect(panel.getByText('Cancelled')).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await github.close();
});

test('a provider that asks to wait is waited for, and the wait is told', async ({ app: { page, go } }) => {
  const github = await startGithubServer({ data: shopData(), token: 'made-up-token' });
  await go('/connections');
  github.fault({ kind: 'throttled', retryAfter: '4', times: 1, path: /pulls|issues/ });
  await connect(page, github);
  const panel = page.getByRole('complementary');

  await expect(panel.getByRole('status')).toContainText(/asked to wait/, { timeout: 30_000 });

  await expect(panel.getByText('Up to date')).toBeVisible({ timeout: 45_000 });
  await github.close();
});

test('a wrong token is told of with its remedy, and a new one mends it', async ({ app: { page, go } }) => {
  const github = await startGithubServer({ data: shopData(), token: 'made-up-token' });
  await go('/connections');
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('Shop');
  await dialog.getByLabel('Address').fill(github.baseUrl);
  await dialog.getByLabel('Token').fill('a-wrong-one');
  await dialog.getByLabel('Repositories').fill(REPOSITORY);
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('alert')).toContainText(/token/i, { timeout: 30_000 });
  expect(await page.getByText('a-wrong-one').count()).toBe(0);

  await panel.getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit Shop' });
  await expect(edit.getByLabel('Token')).toHaveValue('');
  await edit.getByLabel('Token').fill('made-up-token');
  await edit.getByRole('button', { name: 'Save' }).click();
  await panel.getByRole('button', { name: 'Sync now' }).click();

  await expect(panel.getByText('Up to date')).toBeVisible({ timeout: 45_000 });
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await github.close();
});
