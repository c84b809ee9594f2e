import { expect, type Page } from '@playwright/test';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { test as sampleTest } from './sample-app.ts';

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

test('the focus goes to the neighbour of what is removed', async ({ app: { page, go, trainId } }) => {
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  const removals = page.getByRole('table').getByRole('button', { name: /^Remove / });
  await expect(removals).toHaveCount(4);
  const names = await removals.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));

  for (const [removed, left] of [
    [0, 1],
    [3, 2],
    [1, 2],
  ] as const) {
    await page.getByRole('button', { name: names[removed] ?? '', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: names[left] ?? '', exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add milestone' })).toBeFocused();
});

test('the focus stays in the form of a train when stages and rules are removed', async ({ app: { page, go } }) => {
  await go('/trains/new');
  const stages = page.getByRole('button', { name: /^Remove the stage/ });
  await expect(stages.first()).toBeVisible();
  const before = await stages.count();
  await stages.last().focus();
  await page.keyboard.press('Enter');
  await expect(stages).toHaveCount(before - 1);
  await expect(stages.last()).toBeFocused();

  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const rules = page.getByRole('button', { name: /^Remove rule/ });
  const count = await rules.count();
  for (let left = count - 1; left > 0; left -= 1) {
    await rules.last().focus();
    await page.keyboard.press('Enter');
    await expect(rules).toHaveCount(left);
    await expect(rules.last()).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();
});

test('Escape closes the panel from the list, and the focus comes back to the list', async ({ app: { page, go } }) => {
  await go('/journal');
  const grid = page.getByRole('grid', { name: 'Journal entries' });
  const panel = page.getByRole('complementary');
  await expect(grid.getByRole('row', { name: /Created train/ })).toBeVisible();
  await grid.focus();

  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(grid).toBeFocused();

  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Close the panel' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(grid).toBeFocused();
});

test('letters typed in the middle of a filter stay where they are typed', async ({ app: { page, go } }) => {
  await go('/journal');
  const field = page.getByRole('textbox', { name: 'Find in the journal' });
  await field.click();
  await page.keyboard.type('abcdef');
  await expect(page).toHaveURL(/text=abcdef/);

  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft');
  for (const key of ['X', 'Y', 'Z']) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`text=abcX[YZ]*${key === 'X' ? '' : key}def`));
  }

  await expect(field).toHaveValue('abcXYZdef');
});

sampleTest(
  'the palette puts a key that is typed whole first, and Enter waits for it',
  async ({ app: { page, go } }) => {
    await go('/today');
    const line = await tapLine(page, [{ calls: /workItems\/search/, late: 1_000 }]);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const answer = (await line.call('workItems.search', { text: 'FFX', limit: 20 })) as {
      readonly rows: readonly { readonly key: string; readonly title: string }[];
    };
    const sought = answer.rows.at(-1);
    await page.keyboard.press('Control+k');

    await page.getByRole('combobox', { name: 'Search or run a command' }).fill(sought?.key ?? '');
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/#\/work-items\?item=/);
    await expect(page.getByRole('complementary')).toContainText(sought?.title ?? '');
  },
);
