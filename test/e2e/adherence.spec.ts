import fs from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

// Three releases: one on its day, one three days late, one two days early; and two rows that cannot be read.
const HISTORY = [
  'version,observed_on,planned_release_date,actual_release_date',
  '1.0,2026-01-05,2026-02-03,2026-02-03',
  '1.1,2026-02-10,2026-03-03,2026-03-06',
  '1.1,2026-03-01,2026-03-05,2026-03-06',
  '1.2,2026-03-10,2026-04-09,2026-04-07',
  '1.3,soon,2026-05-01,',
  ',2026-05-01,2026-06-01,',
].join('\r\n');

async function importHistory(page: Page, content: string, name = 'plan-history.csv'): Promise<void> {
  await page.getByRole('button', { name: 'Import history' }).click();
  await page
    .getByLabel('File with the history')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

test('a history from elsewhere is looked at, accepted, drawn, opened to its source, and undone', async ({ app }) => {
  const { page } = app;
  await app.go('/adherence');
  await importHistory(page, HISTORY);

  const dialog = page.getByRole('dialog', { name: 'Import a plan’s history' });
  await expect(dialog.getByText('7 statements about 3 releases; 2 rows with a problem left out')).toBeVisible();
  await expect(dialog.getByText(/Line 6, observed_on: “soon”/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();

  await expect(
    page.getByText(/^1 of 3 releases left on the very day \(33 %\)\. Measured against the first/),
  ).toBeVisible();
  const chart = page.getByRole('group', { name: /^Slips of 3 releases/ });
  await chart.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('button', { name: /^1\.1, 3 days late/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '1.1' });
  await expect(panel.getByText('moved later, to Thu 5 Mar 2026')).toBeVisible();
  await expect(panel.getByText('plan-history.csv').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Baseline' }).click();
  await page.getByRole('option', { name: 'Last before departure' }).click();
  await expect(chart.getByRole('button', { name: /^1\.1, 1 day late/ })).toBeVisible();

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/Nothing can be measured yet/)).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('a quarter and a column open onto their releases, and the table has them all', async ({ app }) => {
  const { page } = app;
  await app.go('/adherence');
  await importHistory(page, HISTORY);
  await page.getByRole('button', { name: 'Import', exact: true }).click();

  await page.getByRole('button', { name: /^2026-Q1: 1 of 2 on the very day/ }).press('Enter');
  await expect(page.getByRole('complementary', { name: '2026 Q1' }).getByRole('listitem')).toHaveCount(2);
  const late = page.getByRole('button', { name: '1 release 3 days late' });
  const [column, words] = await Promise.all([late.boundingBox(), page.getByText('85 % by 3').boundingBox()]);
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(column?.y ?? 0);
  await page.getByRole('button', { name: '1 release 2 days early' }).press('Enter');
  const early = page.getByRole('complementary', { name: 'Releases 2 days early' });
  await expect(early.getByRole('listitem')).toHaveCount(1);
  await early.getByRole('button', { name: '1.2' }).click();
  await expect(page.getByRole('complementary', { name: '1.2' })).toBeVisible();

  await page.getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('grid', { name: 'Releases against their baseline' });
  await expect(table.getByRole('row', { name: /1\.1/ })).toContainText('3 days late');
});

test('what the page measures is saved as a table', async ({ app }) => {
  const { page } = app;
  await app.go('/adherence?baseline=last-before-departure');
  await importHistory(page, HISTORY);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('save adherence');
  await expect(page.getByRole('option', { name: /Save adherence as CSV/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = fs.readFileSync(await download.path(), 'utf8').split('\r\n');

  expect(download.suggestedFilename()).toBe('adherence.csv');
  expect(lines).toContain('Payments,1.1,last-before-departure,2026-03-05,2026-03-06,1,1,departed');
  await expect(page.getByText(/^Wrote \d+ rows into a table$/)).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('a baseline is named, measured by, and removed', async ({ app }) => {
  const { page } = app;
  await app.go('/adherence');

  await page.getByRole('button', { name: 'Baselines' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Agreed in the review');
  await page.getByRole('button', { name: 'Name the plan as it is now' }).click();
  await expect(page.getByText(/against the plan as of baseline “Agreed in the review”/)).toBeVisible();

  await page.getByRole('button', { name: 'Baselines' }).click();
  await page.getByRole('button', { name: 'Remove baseline Agreed in the review' }).click();
  await expect(page.getByText('No baseline has been named yet.')).toBeVisible();
});

for (const [what, name, content, words] of [
  ['a file that is no text', 'plan.csv', '\u0001\u0002\u0000\u0000\u0003', /not text/],
  ['an empty file', 'empty.csv', '', /no rows/],
  ['a file without the columns', 'other.csv', 'a,b\n1,2\n', /Say which column is: Release, Planned day, Seen on/],
] as const) {
  test(`${what} is refused with what to do, and nothing is written`, async ({ app }) => {
    await app.go('/adherence');

    await importHistory(app.page, content, name);

    const dialog = app.page.getByRole('dialog', { name: 'Import a plan’s history' });
    await expect(dialog.getByText(words)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use it, ${colorScheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await app.go('/adherence');
    await importHistory(page, HISTORY);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: /^1\.1, 3 days late/ }).press('Enter');
    await expect(page.getByText('moved later, to Thu 5 Mar 2026')).toBeVisible();

    await expectAccessible(page, `adherence, ${colorScheme}`);
  });
}
