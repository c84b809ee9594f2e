import fs from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { workbook } from '../support/workbook.ts';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose (a|another) file$/ }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

const TABLE = [
  'Stream;Version;Release date;Status;Code freeze',
  'Billing;R1;04.03.2027;planned;20.02.2027',
  'Billing;R2;01.04.2027;;',
  'Billing;R3;soon;;',
  '',
].join('\r\n');

test('a table is looked at, mapped, taken as one decision and taken back', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/import');
  await expectAccessible(page, 'Import, empty');
  await choose(page, 'plan.csv', TABLE);

  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('would be made');
  await expect(grid.getByRole('row', { name: /R3/ })).toContainText('Release date “soon”: This is no day.');
  await expect(page.getByText('New trains would be made: Billing.')).toBeVisible();
  await expectAccessible(page, 'Import, a table');

  await page.getByRole('button', { name: 'Problem 1' }).click();
  await expect(page).toHaveURL(/show=problem/);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'All 3' }).click();
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { name: /R2/ })).toContainText('Left out');

  await page.getByRole('button', { name: 'Import 1 release' }).click();
  await expect(page.getByText('Imported into “Billing”: 1 new, 0 changed, 2 left out')).toBeVisible();
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('as it is here');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('would be made');
  expect(complaints).toEqual([]);
});

test('columns that are not guessed are named by keyboard, and the train of all rows is typed', async ({ app }) => {
  const { page, go } = app;
  await go('/import');
  await choose(page, 'plan.tsv', 'What\tWann\nR1\t3/4/2027\nR2\t4/4/2027\n');
  await expect(page.getByText('Say which column is Day and which is Release.')).toBeVisible();

  await page.getByRole('combobox', { name: 'What “What” is' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Release' }).press('Enter');
  await page.getByRole('combobox', { name: 'What “Wann” is' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Day', exact: true }).press('Enter');
  await page.getByRole('combobox', { name: 'Train of rows that name none' }).fill('Paym');
  await page.getByRole('option', { name: 'Payments' }).click();

  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('This could be two days.');
  await page.getByRole('combobox', { name: 'Days of two numbers and a year' }).click();
  await page.getByRole('option', { name: /Day first/ }).click();
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('Sat 3 Apr 2027');
  await grid.focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Imported into “Payments”: 2 new, 0 changed')).toBeVisible();
});

test('a workbook is read sheet by sheet, and a large one without being refused', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/import');
  const rows = Array.from({ length: 4_000 }, (_, index) => [`Big ${index} ${'é'.repeat(20)}`, { serial: 46_450 }]);
  await choose(
    page,
    'plan.xlsx',
    workbook({
      Plan: [
        ['Train', 'Release', 'Day'],
        ['Billing', 'R1', { serial: 46_450 }],
      ],
      Big: [['Release', 'Day'], ...rows],
    }),
  );

  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /R1/ })).toContainText('Thu 4 Mar 2027');
  await page.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: 'Big' }).click();
  await page.getByRole('combobox', { name: 'Train of rows that name none' }).fill('Big plan');
  await expect(page.getByRole('button', { name: 'Import 4,000 releases' })).toBeEnabled();
  expect(complaints).toEqual([]);
});

test('a public schedule is recognised, and imported again it changes only what was not moved by hand', async ({
  app,
}) => {
  const { page, go } = app;
  const schedule = (day: string) =>
    `{"v26":{"start":"2027-04-20","lts":"2027-10-19","end":"2029-04-30"},"v27":{"start":"${day}","end":"2028-06-01"}}`;
  await go('/import');
  await choose(page, 'schedule.json', schedule('2027-10-19'));
  await expect(page.getByText('schedule.json: a schedule of Node.js, 2 releases')).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 releases' }).click();
  await expect(page.getByText('Imported into “Node.js”: 2 new, 0 changed')).toBeVisible();

  await page.getByRole('link', { name: 'Node.js' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Node.js' })).toBeVisible();
  await go('/import');
  await choose(page, 'schedule.json', schedule('2027-10-26'));

  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /Node.js 27/ })).toContainText(
    'day: Tue 19 Oct 2027 becomes Tue 26 Oct 2027',
  );
  await expect(grid.getByRole('row', { name: /Node.js 26/ })).toContainText('as it is here');
});

test('what is no plan is refused in words, and another file can be chosen', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/import');

  await choose(page, 'plan.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await expect(page.getByRole('alert')).toContainText('This file is not text, whatever it is called.');
  await choose(page, 'plan.csv', '');
  await expect(page.getByRole('alert')).toContainText('The file has no rows.');
  await choose(page, 'plan.yaml', 'a: [1, 2');
  await expect(page.getByRole('alert')).toContainText('This is no schedule that is known here');
  await choose(page, 'plan.csv', `Name,Day,Train\n${'R,2027-01-01,T\n'.repeat(100_000)}`);
  await expect(
    page.getByText('The table has 100,000 rows; one import takes 5,000 releases. Split the file.'),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a calendar feed is made, read by its address, and revoked', async ({ app }) => {
  const { page, go, complaints } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await go('/import');
  await page.getByRole('button', { name: 'Make a feed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share as a calendar feed' });
  await expectAccessible(page, 'Share as a calendar feed');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Team calendar');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Every train · departures, milestones, windows and freezes')).toBeVisible();
  await expectAccessible(page, 'Import, with a feed');

  await page.getByRole('button', { name: 'Copy address of Team calendar' }).click();
  await expect(page.getByText('Copied the address of “Team calendar”')).toBeVisible();
  // The page itself may not read the clipboard: it is pasted where anything can be typed.
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /search|command/i }).last();
  await field.focus();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/feed\/[\w-]{43}\.ics$/);
  const address = await field.inputValue();
  await page.keyboard.press('Escape');
  const read = await fetch(address);
  expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await read.text()).toContain('departs');

  await page.getByRole('button', { name: 'Revoke Team calendar' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('No feeds yet')).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
  expect(complaints).toEqual([]);
});

test('a table of services is known as such, taken as one decision, and known again', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/import');
  await choose(page, 'services.csv', 'Service;Tier;Depends on\nLedger;1;\nCheckout;two;Ledger\nWeb;2;Ledger\n');

  await expect(page.getByRole('combobox', { name: 'What the table holds' })).toHaveText('Services');
  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /Web/ })).toContainText('would be made');
  await expect(grid.getByRole('row', { name: /Checkout/ })).toContainText('Tier “two”: This word is not known here.');
  await expectAccessible(page, 'Import, services');
  await page.getByRole('button', { name: 'Import 2 services' }).click();

  await expect(page.getByText('Imported services: 2 new, 0 changed, 1 left out')).toBeVisible();
  await expect(grid.getByRole('row', { name: /Web/ })).toContainText('as it is here');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(grid.getByRole('row', { name: /Web/ })).toContainText('would be made');
  expect(complaints).toEqual([]);
});

test('bookings are saved as a table from the palette, and known again when it is read in', async ({ app }) => {
  const { page, go, complaints } = app;
  const line = await tapLine(page);
  const environment = { line: 2, values: { name: 'UAT, 2' } };
  const booking = { line: 2, values: { environment: 'UAT, 2', name: 'Drill', start: '2027-03-01', end: '2027-03-02' } };
  await go('/environments');
  await expect(page.getByRole('heading', { level: 1, name: 'Environments' })).toBeVisible();
  await line.call('exchange.importThings', { kind: 'environment', rows: [environment], accepted: null });
  await line.call('exchange.importThings', { kind: 'booking', rows: [booking], accepted: null });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('save bookings');
  await expect(page.getByRole('option', { name: /Save bookings as CSV/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const file = fs.readFileSync(await download.path());
  await expect(page.getByText('Wrote 1 row into a table')).toBeVisible();

  await go('/import');
  await choose(page, download.suggestedFilename(), file);
  await page.getByRole('combobox', { name: 'What the table holds' }).click();
  await page.getByRole('option', { name: 'Bookings' }).click();
  const grid = page.getByRole('grid', { name: 'What importing would do' });
  await expect(grid.getByRole('row', { name: /Drill/ })).toContainText('as it is here');
  await expectAccessible(page, 'Import, bookings');

  expect(download.suggestedFilename()).toBe('bookings.csv');
  expect(file.subarray(0, 15).toString()).toBe('\uFEFFEnvironment,');
  await expect(page.getByRole('button', { name: 'Same 1' })).toBeVisible();
  expect(complaints).toEqual([]);
});
