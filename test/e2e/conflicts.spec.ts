import { expect, type Page } from '@playwright/test';
import { type ClashApp, test } from './clash-app.ts';
import { expectAccessible } from './sample-app.ts';

const CLASH = 'Search in staging and Cards in staging';
const FROZEN = 'Search 1 and Sale days';

/** A way of several steps is not under way any more: its toast can be pressed. */
async function undoFromToast(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
}

async function openClash({ page, go }: ClashApp): Promise<void> {
  await go('/conflicts');
  const table = page.getByRole('grid', { name: 'Conflicts' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await table.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: CLASH })).toBeVisible();
}

test('a conflict is opened by keys, told whole, and resolved by a way out that one undo takes back', async ({
  app,
}) => {
  const { page } = app;
  await openClash(app);
  const panel = page.getByRole('complementary', { name: CLASH });
  await expect(panel.getByText('“staging” takes one booking at a time.')).toBeVisible();
  await expect(panel.getByText(/13:00 to 20:00/)).toBeVisible();
  await expect(panel.getByText(/09:00 to 17:00/)).toBeVisible();

  await panel.getByRole('button', { name: 'Find ways out' }).click();
  const ways = panel.getByRole('list', { name: 'Ways out, the cheapest first' }).getByRole('listitem');
  await expect(ways.first()).toContainText('Take “spare” (staging) instead of “staging” (staging)');
  await expect(ways.first()).toContainText('moves nothing in time · nobody affected · 1 thing changes');
  await ways.first().getByRole('button').click();

  const rows = page.getByRole('grid', { name: 'Conflicts' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await undoFromToast(page);
  await expect(rows).toHaveCount(3);
});

test('a waiver needs a reason and a day, keeps the conflict in sight, and is ended', async ({ app }) => {
  const { page, complaints } = app;
  await openClash(app);
  await page.getByRole('button', { name: 'Waive…' }).click();
  const dialog = page.getByRole('dialog', { name: `Waive: ${CLASH}` });
  await expect(dialog.getByRole('button', { name: 'Waive conflict' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('They share it by hand.');
  await dialog.getByRole('button', { name: 'Waive conflict' }).click();

  await expect(page.getByText('1 open conflict; 1 more is waived.')).toBeVisible();
  await expect(page.getByText(/^Waived until/)).toBeVisible();
  await page.getByRole('tab', { name: 'Waived 1' }).click();
  await page.getByRole('gridcell', { name: new RegExp(CLASH) }).click();
  await expect(page.getByText('They share it by hand.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End waiver' }).click();

  await expect(page.getByText('2 open conflicts.')).toBeVisible();
  await expect(page.getByText('Nothing is waived')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the bars and the filters narrow the table, and stay in the address', async ({ app }) => {
  const { page, go } = app;
  await go('/conflicts');
  const rows = page.getByRole('grid', { name: 'Conflicts' }).getByRole('row');

  await page.getByRole('button', { name: 'In a freeze 1' }).click();

  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/conflictKind=release-in-freeze/);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Severity' }).click();
  await page.getByRole('option', { name: 'Minor' }).click();
  await expect(page.getByText('No conflict fits these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows).toHaveCount(3);
});

test('the calendar lists conflicts, points at both sides and goes to each of them by keys', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/calendar');
  await expect(page.getByRole('button', { name: /Conflicts 2/ })).toBeVisible();

  await page.keyboard.press('x');
  await expect(page.getByRole('grid', { name: 'Conflicts' }).getByRole('row')).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 2, name: CLASH })).toBeVisible();
  // The lanes of both sides are there, though nobody chose them, and both can be seen.
  const cards = page.getByRole('gridcell', { name: /Cards in staging.*In conflict: blocking/ });
  const search = page.getByRole('gridcell', { name: /Search in staging.*In conflict: blocking/ });
  await expect(cards).toBeInViewport();
  await expect(search).toBeInViewport();
  await page.keyboard.press('.');
  await expect(search).toBeFocused();
  await page.keyboard.press('.');
  await expect(cards).toBeFocused();

  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 2, name: FROZEN })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^Sale days.*In conflict/ })).toBeInViewport();
  await page.getByRole('button', { name: 'All conflicts' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: FROZEN })).toBeHidden();
  expect(complaints).toEqual([]);
});

test('while something is moved it is said what that would make and resolve, and nothing is kept', async ({ app }) => {
  const { page, go, frozen } = app;
  await go(`/calendar?at=${frozen}&days=30`);
  const effect = page.getByTestId('move-effect');
  const cards = page.getByRole('gridcell', { name: /^Cards 1, Departure/ });

  await cards.focus();
  await page.keyboard.press('m');
  for (const _step of [1, 2, 3, 4]) await page.keyboard.press('ArrowRight');
  await expect(effect).toHaveText(/^Makes 1 conflict: Nothing may be deployed in the freeze “Sale days”/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(effect).toHaveText('No conflict made or resolved');
  await page.keyboard.press('Escape');
  await expect(effect).toBeHidden();

  const search = page.getByRole('gridcell', { name: /^Search 1, Departure/ });
  const box = (await search.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 6 });
  await expect(effect).toHaveText(/^Resolves 1 conflict/);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /Conflicts 2/ })).toBeVisible();
});

test('the first legal slot says why not sooner and moves the release there; undo brings it back', async ({ app }) => {
  const { page, go, frozen, search } = app;
  await go(`/calendar?at=${frozen}&days=30`);
  await page.getByRole('gridcell', { name: /^Search 1, Departure/ }).focus();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'First legal slot: Search 1' });
  await expect(dialog.getByText('Why not sooner')).toBeVisible();
  await expect(dialog.getByText(/frozen by “Sale days”/)).toBeVisible();
  await expect(dialog.getByText(/^Resolves 1 conflict/)).toBeVisible();

  await dialog.getByRole('button', { name: 'Move it there' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Conflicts 1/ })).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByRole('button', { name: /Conflicts 2/ })).toBeVisible();

  await go(`/releases/${search}?tab=conflicts`);
  await expect(page.getByRole('region', { name: 'Is it allowed?' })).toContainText('Not allowed');
  await expect(page.getByRole('list', { name: 'Conflicts' }).getByRole('listitem')).toHaveCount(2);
});

test('Today tells the conflicts ahead, and every place of conflicts is accessible in both themes', async ({ app }) => {
  test.slow();
  const { page, go, search } = app;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await go('/today');
    await expect(page.getByRole('region', { name: 'Conflicts ahead' }).getByRole('button')).toHaveText(
      new RegExp(CLASH),
    );
    await expectAccessible(page, `Today, ${colorScheme}`);
    await openClash(app);
    await page.getByRole('button', { name: 'Find ways out' }).click();
    await expect(page.getByRole('list', { name: 'Ways out, the cheapest first' })).toBeVisible();
    await expectAccessible(page, `Conflicts, ${colorScheme}`);
    await go('/calendar?conflicts=true');
    await expect(page.getByRole('grid', { name: 'Conflicts' }).getByRole('row')).toHaveCount(3);
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 2, name: CLASH })).toBeVisible();
    await expectAccessible(page, `Calendar with conflicts, ${colorScheme}`);
    await go(`/releases/${search}?tab=conflicts`);
    await page.getByRole('button', { name: 'First legal slot' }).click();
    await expect(page.getByText('Why not sooner')).toBeVisible();
    await expectAccessible(page, `First legal slot, ${colorScheme}`);
  }
});

test('all conflicts are saved as a table', async ({ app }) => {
  const { page, go } = app;
  await go('/conflicts');
  await expect(page.getByRole('grid', { name: 'Conflicts' }).getByRole('row')).toHaveCount(3);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('save conflicts');
  await expect(page.getByRole('option', { name: /Save conflicts as CSV/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);

  expect(download.suggestedFilename()).toBe('conflicts.csv');
  await expect(page.getByText('Wrote 2 rows into a table', { exact: true })).toBeVisible();
});

test('a workspace that can only be looked at shows ways out and takes none', async ({ app }) => {
  const { page } = app;
  // No host opens one yet: the answer about the workspace is changed on its way.
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      socket.send(typeof message === 'string' ? message.replaceAll('"readOnly":false', '"readOnly":true') : message);
    });
  });
  await openClash(app);

  await page.getByRole('button', { name: 'Find ways out' }).click();

  await expect(page.getByText('This workspace is read-only: nothing can be moved.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take it/ }).first()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Waive…' })).toBeDisabled();
});
