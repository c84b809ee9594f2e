import { expect } from '@playwright/test';
import { test } from './planning-app.ts';

test('what was new stays new over a reload', async ({ app }) => {
  const { page, go } = app;
  await go('/today');
  const since = page.getByText(/^since /);
  await expect(since).toHaveText('since 7 days ago');
  await expect(page.getByText('Created train “Payments”')).toBeVisible();

  await page.reload();

  await expect(page.getByText('Created train “Payments”')).toBeVisible();
  await expect(since).toHaveText('since 7 days ago');

  await page.getByRole('button', { name: 'Mark all seen' }).click();
  await expect(page.getByText('Created train “Payments”')).toHaveCount(0);
  await page.reload();
  await expect(since).toBeVisible();
  await expect(page.getByText('Created train “Payments”')).toHaveCount(0);
});

test('where nothing departs soon, the next departure is named', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Set state' }).click();
  await page.getByRole('menuitem', { name: 'Cancelled' }).click();
  await expect(page.getByText(/^Would have departed/)).toBeVisible();

  await go('/today');

  await expect(page.getByText(/^Next, of Payments: Payments .* departs Tue .*, in \d+ days\.$/)).toBeVisible();
  await expect(page.getByText('A train is a recurring plan')).toHaveCount(0);
});
