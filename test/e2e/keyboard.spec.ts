import { expect, type Page } from '@playwright/test';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';

/** What a table's keys are on, as it is read out. */
async function activeRow(page: Page, label: string): Promise<string> {
  const id = await page.getByRole('grid', { name: label }).getAttribute('aria-activedescendant');
  return page.evaluate((row) => document.getElementById(row ?? '')?.innerText ?? '', id);
}

test('Enter opens the row that was gone to, whatever came above it meanwhile', async ({ app: { page, go } }) => {
  await go('/journal');
  const line = await tapLine(page);
  const grid = page.getByRole('grid', { name: 'Journal entries' });
  await expect(grid.getByRole('row', { name: /Created train/ })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => activeRow(page, 'Journal entries')).toContain('Created train');

  await line.call('workspace.update', { name: 'Spring' });
  await expect(grid.getByRole('row', { name: /Spring/ })).toBeVisible();
  expect(await activeRow(page, 'Journal entries')).toContain('Created train');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText('Created train');
});

test('the row that keys are on is there wherever the list is scrolled to', async ({ app: { page, go } }) => {
  await go('/journal');
  const line = await tapLine(page);
  for (let entry = 0; entry < 90; entry += 1) await line.call('workspace.update', { name: `Plan ${entry}` });
  const grid = page.getByRole('grid', { name: 'Journal entries' });
  await expect(grid.getByRole('row', { name: /Plan 89/ })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');

  await grid.hover();
  await page.mouse.wheel(0, 2_000);
  await expect(grid.getByRole('row', { name: /Plan 20/ })).toBeVisible();

  expect(await activeRow(page, 'Journal entries')).toContain('Plan 88');
});
