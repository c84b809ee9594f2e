import { expect, type Page } from '@playwright/test';
import { test } from './planning-app.ts';

/** Forks the plan by the keyboard and goes to the new branch. */
async function fork(page: Page, name: string): Promise<void> {
  await page.keyboard.press('n');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'What-if branch' })).toContainText(`You are in branch “${name}”`);
}

test('a branch is forked, shown over every page, kept through a reload and left again', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/trains');

  await fork(page, 'A week later');
  await expect(page.getByRole('button', { name: 'What-if: branch “A week later” is shown' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('region', { name: 'What-if branch' })).toContainText('A week later');
  await go('/calendar');
  await expect(page.getByRole('region', { name: 'What-if branch' })).toContainText('A week later');

  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(page.getByRole('region', { name: 'What-if branch' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'What-if: the plan is shown' })).toBeFocused();
  expect(complaints).toEqual([]);
});
