import { expect } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { dayWords } from '../../shared/domain/calendar/time-words.ts';
import type { Day } from '../../shared/model/time.ts';
import { test } from './planning-app.ts';
import { test as sampleTest } from './sample-app.ts';

/** Releases depart on Tuesdays. */
function saturdayAfter(tuesday: Day): Day {
  return addDays(tuesday, 4);
}

test('the month shades the days that a train does not work on', async ({ app }) => {
  const { page, go, days } = app;
  const [tuesday] = days as readonly [Day, ...Day[]]; // the plan has releases
  await go(`/calendar?view=month&at=${tuesday}`);

  await expect(page.locator(`[data-day="${saturdayAfter(tuesday)}"]`)).toHaveAttribute('data-off', 'all');
  await expect(page.locator(`[data-day="${tuesday}"]`)).not.toHaveAttribute('data-off');
});

test('the dialog remarks on a day off and shows what follows before the release is moved', async ({ app }) => {
  const { page, go, days, trainId, complaints } = app;
  const [tuesday] = days as readonly [Day, ...Day[]]; // the plan has releases
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('4 milestones follow')).toHaveCount(0);

  await dialog.getByLabel('Release day').fill(saturdayAfter(tuesday));

  await expect(dialog.getByText('is not a working day.')).toBeVisible();
  await expect(dialog.getByText('4 milestones follow')).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toContainText('→');
  await dialog.getByRole('button', { name: 'Move release' }).click();
  await expect(page.getByText(`to ${dayWords(saturdayAfter(tuesday))}, not a working day`).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

sampleTest('the sample says that it is one, and is not late', async ({ app }) => {
  const { page, go } = app;
  await go('/today');

  await expect(page.getByRole('note')).toContainText('This is a sample');
  await expect(page.getByRole('note')).toContainText('npm start -- --workspace plan.signalbox');
  await expect(page.getByRole('heading', { name: 'Late' })).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('Sample', { exact: true })).toBeVisible();
});
