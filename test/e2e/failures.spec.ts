import { expect } from '@playwright/test';
import { type TappedLine, tapLine } from './line.ts';
import { test } from './planning-app.ts';

/** Makes more entries than one page of the journal holds. */
async function fillJournal(line: TappedLine): Promise<void> {
  for (let entry = 0; entry < 130; entry += 1) await line.call('workspace.update', { name: `Plan ${entry}` });
}

test('a page of a list that cannot be read is asked for once, and again by a press', async ({ app }) => {
  const { page, go } = app;
  await go('/journal');
  const line = await tapLine(page);
  const grid = page.getByRole('grid', { name: 'Journal entries' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await fillJournal(line);
  const next = /journal\/list.*"after":"/;
  line.meddle([{ calls: next, refused: 'The disk is slow.' }]);
  await page.reload();
  await expect(grid.getByRole('row', { name: /Plan 129/ })).toBeVisible();
  const before = line.asked(next);
  await grid.focus();

  await page.keyboard.press('End');
  await expect(page.getByText(/The rows after these could not be read\. The disk is slow\./)).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(grid.getByRole('row', { name: /Plan 30/ })).toBeVisible();
  expect(line.asked(next) - before).toBe(1);

  line.meddle([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/The rows after these could not be read/)).toHaveCount(0);
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(102);
});

test('a long list follows changes that never pause, and goes on when it is scrolled', async ({ app }) => {
  const { page, go } = app;
  await go('/journal');
  const line = await tapLine(page);
  const grid = page.getByRole('grid', { name: 'Journal entries' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await fillJournal(line);
  await page.reload();
  await expect(grid.getByRole('row', { name: /Plan 129/ })).toBeVisible();
  // Each answer takes longer than the pause between two changes.
  line.meddle([{ calls: /journal\/list/, late: 700 }]);

  let changing = true;
  const changes = (async () => {
    for (let entry = 200; changing; entry += 1) {
      await line.call('workspace.update', { name: `Plan ${entry}` });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  })();
  try {
    await expect(grid.getByRole('row', { name: /Plan 2\d\d/ }).first()).toBeVisible();
    await grid.focus();
    await page.keyboard.press('End');
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(102);
  } finally {
    changing = false;
    await changes;
  }
});

test('what moved before a new line told of changes is asked for', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page);
  await expect(page.getByRole('tab', { name: /^Ahead/ })).toBeVisible();
  // The new line is open, and the page does not hear of changes yet.
  line.meddle([{ calls: /system\/changes/, sentLate: 2_000 }]);
  const subscribed = line.asked(/system\/changes/);
  await line.cut();
  await expect.poll(() => line.asked(/system\/changes/)).toBe(subscribed + 1);
  // What the page asks at once on the new line has been answered by then.
  await page.waitForTimeout(700);
  await line.call('trains.archive', { id: trainId, archived: true });

  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Put aside');
});

test('a subscription that ends quietly is made again', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page);
  await expect(page.getByRole('tab', { name: /^Ahead/ })).toBeVisible();
  line.deafen();
  await line.call('trains.archive', { id: trainId, archived: true });

  line.endSubscription();

  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Put aside');
});

test('releases and trains that cannot be read are no empty plan', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page, [
    { calls: /releases\/ofTrain/, refused: 'The disk is slow.' },
    { calls: /trains\/list/, refused: 'The disk is slow.' },
  ]);
  const releases = page.getByRole('region', { name: 'Releases' });

  await expect(releases.getByText('The disk is slow.')).toBeVisible();
  await expect(releases.getByText('No release yet')).toHaveCount(0);
  await expect(releases.getByRole('tab', { name: 'Ahead', exact: true })).toBeVisible();

  await go('/calendar');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible();
  await expect(page.getByRole('main').getByText('The disk is slow.')).toBeVisible();
  line.meddle([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main').getByText('The disk is slow.')).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: /Payments/ })).toBeVisible();
});

test('the dialogs of a release and the settings say what they could not read', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await tapLine(page, [
    { calls: /workItems\/search/, refused: 'The disk is slow.' },
    { calls: /releases\/candidates/, refused: 'The disk is slow.' },
    { calls: /system\/versions/, refused: 'The disk is slow.' },
  ]);

  await page.getByRole('button', { name: 'Board' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('The disk is slow.')).toBeVisible();
  await expect(dialog.getByText(/The train’s rules name no work item/)).toHaveCount(0);
  await dialog.getByRole('tab', { name: 'Search' }).click();
  await expect(dialog.getByText('The disk is slow.')).toBeVisible();
  await expect(dialog.getByText('No work item has been synced yet')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await go('/settings');
  await expect(page.getByRole('region', { name: 'About' }).getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a sync of all says that the connections could not be read, not that there is none', async ({ app }) => {
  const { page, go } = app;
  await go('/today');
  await tapLine(page, [{ calls: /connections\/list/, refused: 'The disk is slow.' }]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Sync all');
  await expect(page.getByRole('option', { name: /^Sync all/ })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The disk is slow.')).toBeVisible();
  await expect(page.getByText('There is no connection to sync.')).toHaveCount(0);
});
