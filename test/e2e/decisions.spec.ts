import { expect, type Page } from '@playwright/test';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';

function messages(page: Page) {
  return page.getByRole('region', { name: 'Messages' });
}

/** Moves the first release by a day, with the keyboard. */
async function moveFirst({ page, go, days }: PlanningApp): Promise<void> {
  await go(`/calendar?at=${days[0]}&days=40`);
  const cell = page.getByRole('gridcell', { name: /Departure/ }).first();
  await cell.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(messages(page).getByText(/^Moved release/)).toBeVisible();
}

test('a save that changed nothing says nothing, and offers no undo of what was decided before', async ({ app }) => {
  const { page, go, trainId } = app;
  await moveFirst(app);
  await go(`/trains/${trainId}/edit`);
  await page.reload();
  const line = await tapLine(page);

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(new RegExp(`/trains/${trainId}$`));

  // Whatever the save had to say stands before what the next decision says.
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Put aside' }).click();
  await expect(messages(page).getByText('Archived train “Payments”')).toBeVisible();
  expect(line.asked(/trains\/update/)).toBe(1);
  await expect(messages(page).getByRole('button', { name: 'Undo' })).toHaveCount(1);
});

test('Redo of a message brings back the decision that the message names', async ({ app }) => {
  const { page } = app;
  await moveFirst(app);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  const undone = messages(page).getByText(/^Undid: Moved release/);
  await expect(undone).toBeVisible();

  await undone.locator('..').locator('..').getByRole('button', { name: 'Redo' }).click();

  await expect(messages(page).getByText(/^Redid: Moved release/)).toBeVisible();
  // One message of a decision at a time: what it offers is never stale.
  await expect(messages(page).getByRole('button', { name: /Undo|Redo/ })).toHaveCount(1);
});

test('two quick presses of undo take back two decisions', async ({ app }) => {
  const { page } = app;
  await moveFirst(app);
  await page.getByRole('heading', { level: 1 }).focus();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');

  // One message of a decision at a time: the second press is told of, which stands on the first.
  await expect(messages(page).getByText(/^Undid: Generated/)).toBeVisible();
});

test('undo is about the decision that its label names, also when another window decides meanwhile', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page);
  await line.call('trains.archive', { id: trainId, archived: true });
  await expect(page.getByText('Put aside')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  // The page hears of the next decision only after the press.
  line.meddle([{ calls: /journal\/next/, late: 3_000 }]);
  await line.call('trains.archive', { id: trainId, archived: false });
  await page.getByRole('heading', { level: 1 }).focus();

  await page.keyboard.press('Control+z');

  await expect(messages(page).getByText(/was changed again after entry/)).toBeVisible();
});

test('Ctrl+Enter twice makes one train', async ({ app }) => {
  const { page, go } = app;
  await go('/trains/new');
  const line = await tapLine(page, [{ calls: /trains\/create/, late: 400 }]);
  await page.getByLabel('Name').first().fill('Twice');

  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(60);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Twice' })).toBeVisible();

  expect(line.asked(/trains\/create/)).toBe(1);
});

test('a held key decides once', async ({ app }) => {
  const { page } = app;
  await moveFirst(app);
  await page.getByRole('heading', { level: 1 }).focus();
  const line = await tapLine(page);
  await page.getByRole('heading', { level: 1 }).focus();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();

  await page.keyboard.down('Control');
  for (let press = 0; press < 4; press += 1) await page.keyboard.down('z');
  await page.keyboard.up('z');
  await page.keyboard.up('Control');
  await expect(messages(page).getByText(/^Undid: Moved release/)).toBeVisible();

  expect(line.asked(/journal\/undo/)).toBe(1);
});

test('a list that is open lies over the messages: a click in it is a choice and no undo', async ({ app }) => {
  const { page, go, trainId } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await moveFirst(app);
  await go(`/trains/${trainId}/edit`);
  const days = page.getByRole('combobox', { name: /which days$/ }).first();
  await days.evaluate((field) => field.scrollIntoView({ block: 'end' }));
  // Where the pointer rests, the message stays.
  const moved = messages(page).getByText(/^Moved release/);
  await moved.hover();
  const message = await moved.boundingBox();
  await days.press('Enter');
  const choice = await page.getByRole('option', { name: 'calendar days after' }).boundingBox();
  if (message === null || choice === null) throw new Error('nothing to click at');
  expect(choice.y + choice.height / 2).toBeGreaterThan(message.y);
  expect(choice.x + 10).toBeLessThan(message.x + message.width);

  await page.mouse.click(choice.x + 10, choice.y + choice.height / 2);

  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(days).toHaveText('calendar days after');
  await expect(messages(page).getByText(/^Undid/)).toHaveCount(0);
});
