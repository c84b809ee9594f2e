import { expect } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

test('a train tells its plan in words and draws its stages around the next release', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);

  await expect(page.getByText('Every 2 weeks on Tuesday at 20:00').first()).toBeVisible();
  await expect(page.getByText('Monday to Friday, no public holidays')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Stages around a release on/ })).toBeVisible();
  await expect(page.getByText('3 working days before at 09:00, to the release day at 17:00')).toBeVisible();
  await expect(page.getByText('No project is linked')).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('releases are generated after they were shown, and undo takes them back', async ({ app }) => {
  const { page, go, trainId, days } = app;
  const last = days.at(-1) as Day; // the train has releases
  await go(`/trains/${trainId}`);
  await expect(page.getByRole('tab', { name: `Ahead ${days.length}` })).toBeVisible();

  await page.getByRole('button', { name: 'Generate releases' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Last day').fill(addDays(last, 30));
  await expect(dialog).toContainText(`2 new releases; ${days.length} releases exist`);
  await expectAccessible(page, 'Generate releases');
  await dialog.getByRole('button', { name: 'Generate 2 releases' }).click();

  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('tab', { name: `Ahead ${days.length + 2}` })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('tab', { name: `Ahead ${days.length}` })).toBeVisible();
});

test('a quarter is chosen at once, and offered again for the next train', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('button', { name: 'Generate releases' }).click();
  const dialog = page.getByRole('dialog');

  const quarters = dialog.getByRole('button', { name: /^Q[1-4] \d{4}$/ });
  await expect(quarters).toHaveCount(3);
  await quarters.nth(2).click();
  const [from, to] = [dialog.getByLabel('First day'), dialog.getByLabel('Last day')];
  const chosen = [await from.inputValue(), await to.inputValue()];
  expect(chosen[0]).toMatch(/-(01|04|07|10)-01$/);
  await dialog.getByRole('button', { name: /^Generate \d/ }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy this train' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^New train like / })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Copied');
  await page.getByRole('button', { name: 'Create train' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Copied' })).toBeVisible();
  await page.getByRole('button', { name: 'Generate releases' }).first().click();

  expect([await from.inputValue(), await to.inputValue()]).toEqual(chosen);
});

test('a last day before the first is refused in words', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('button', { name: 'Generate releases' }).click();
  const dialog = page.getByRole('dialog');

  await dialog.getByLabel('Last day').fill('2020-01-01');

  await expect(dialog).toContainText('The last day lies before the first.');
  await expect(dialog.getByRole('button', { name: 'Generate' })).toBeDisabled();
});

test('a release is added by hand and opened', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);

  await page.getByRole('button', { name: 'Add by hand' }).click();
  await page.getByLabel('Release day').fill('2027-12-24');
  await page.getByLabel('Name').fill('Christmas fix');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Christmas fix' })).toBeVisible();
  await expect(page.getByText(/Departs Fri 24 Dec 2027, 20:00/)).toBeVisible();
});

test('a train is put aside, brought back and removed; undo brings back all of it', async ({ app }) => {
  const { page, go, trainId, days } = app;
  await go(`/trains/${trainId}`);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Put aside' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Put aside');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Bring back' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).not.toContainText('Put aside');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove train' }).click();
  await expect(page).toHaveURL(/#\/trains$/);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await go(`/trains/${trainId}`);
  await expect(page.getByRole('tab', { name: `Ahead ${days.length}` })).toBeVisible();
});

test("a train's page shows what was decided about it, and an entry opens in the journal", async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const history = page.getByRole('grid', { name: 'History of this train' });
  await expect(history.getByRole('row', { name: /Created train “Payments”/ })).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Put aside' }).click();
  await expect(history.getByRole('row').nth(1)).toContainText('Archived train “Payments”');

  await history.getByRole('row', { name: /Archived train/ }).click();
  await expect(page).toHaveURL(/#\/journal\?entry=\d+/);
  await expect(page.getByRole('complementary')).toContainText('Archived train “Payments”');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a train's page is accessible in the ${colorScheme} scheme`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page, go, trainId } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await go(`/trains/${trainId}`);
    await expect(page.getByRole('grid', { name: 'Releases ahead' })).toBeVisible();

    await expectAccessible(page, `Train, ${colorScheme}`);

    await page.getByRole('button', { name: 'Add by hand' }).click();
    await expectAccessible(page, `Add a release, ${colorScheme}`);
  });
}
