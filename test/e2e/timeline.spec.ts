import { expect, type Locator, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { test as sampleTest } from './sample-app.ts';

/** The first departure on the timeline, around which 40 days are shown. */
async function firstDeparture({ page, go, days }: PlanningApp): Promise<Locator> {
  await go(`/calendar?at=${days[0]}&days=40`);
  const first = page.getByRole('gridcell', { name: /Departure/ }).first();
  const id = await first.getAttribute('data-item');
  // By its own id: what is moved is not the first for ever.
  return page.locator(`[data-item="${id}"]`);
}

/** Whether an item lies on the visible part of the timeline. */
async function isInSight(page: Page, item: Locator): Promise<boolean> {
  const [box, canvas] = await Promise.all([item.boundingBox(), page.getByTestId('timeline-canvas').boundingBox()]);
  if (box === null || canvas === null) return false;
  return box.x + box.width > canvas.x && box.x < canvas.x + canvas.width;
}

test('the banner says where a drop would put the item while the edge pans under it', async ({ app }) => {
  const { page } = app;
  const departure = await firstDeparture(app);
  const [box, canvas] = await Promise.all([departure.boundingBox(), page.getByTestId('timeline-canvas').boundingBox()]);
  if (box === null || canvas === null) throw new Error('the timeline is not on screen');
  const banner = page.getByTestId('edit-banner');

  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(canvas.x + canvas.width - 10, box.y + 12, { steps: 6 });
  const daysLater = async () => Number(/(\d+) days later/.exec(await banner.innerText())?.[1]);
  const before = await daysLater();

  await expect.poll(daysLater).toBeGreaterThan(before + 5);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('an item that keys pan away keeps the focus, and what is moved by keys stays in sight', async ({ app }) => {
  const { page } = app;
  const departure = await firstDeparture(app);
  await departure.focus();

  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown');
  await expect.poll(() => isInSight(page, departure)).toBe(false);
  await expect(departure).toBeFocused();

  await page.keyboard.press('m');
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('edit-banner')).toContainText('56 days later');
  await expect(departure).toBeFocused();
  await page.keyboard.press(']');
  await page.keyboard.press('Escape');

  await expect(page.getByTestId('edit-banner')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/releases\//);
});

test('sequences of keys mean on the calendar what they mean elsewhere, after a decision too', async ({ app }) => {
  const { page } = app;
  const departure = await firstDeparture(app);
  await departure.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Moved release/)).toBeVisible();

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/#\/trains$/);

  await firstDeparture(app);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('n');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/#\/trains\/new/);

  await (await firstDeparture(app)).focus();
  await page.keyboard.press('v');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/view=month/);
});

test('what keys do with an item is listed in the help of keys and done from the palette', async ({ app }) => {
  const { page, days } = app;
  const departure = await firstDeparture(app);
  await departure.focus();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByRole('listitem').filter({ hasText: 'Begin to move the item' })).toContainText('M');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('move the item later');
  await expect(page.getByRole('option').first()).toContainText('Move the item later');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('edit-banner')).toContainText('1 day later');
  await expect(departure).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');

  const later = addDays(days[0] as Day, 2); // the train has releases
  await expect(departure).toHaveAccessibleName(new RegExp(` ${Number(later.slice(8))} `));
});

test('the palette offers nothing to do with an item before one is in use', async ({ app }) => {
  const { page } = app;
  await firstDeparture(app);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('move the item later');

  await expect(page.getByText('Nothing fits “move the item later”.')).toBeVisible();
});

for (const view of ['timeline', 'month', 'agenda']) {
  test(`a day is typed whole before the ${view} goes there`, async ({ app: { page, go } }) => {
    await go(`/calendar?view=${view}&at=2026-03-05`);
    await page.getByLabel('Go to day').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');

    await page.keyboard.type('2031', { delay: 60 });
    await expect(page.getByLabel('Go to day')).toHaveValue('2031-03-05');
    await expect(page).toHaveURL(/at=2026-03-05/);
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/at=2031-03-05/);
  });
}

sampleTest('choosing trains keeps the others in sight until the answer is there', async ({ app: { page, go } }) => {
  await go(`/calendar?days=40&lanes=${encodeURIComponent('["trains"]')}`);
  const line = await tapLine(page);
  // The page behind an open list is hidden from screen readers, not from sight.
  const names = page.getByRole('rowheader', { includeHidden: true });
  await expect(names).toHaveCount(6);
  await expect(page.getByRole('gridcell').first()).toBeAttached();
  line.meddle([{ calls: /calendar\/range/, late: 1_500 }]);
  const asked = line.asked(/calendar\/range/);

  await page.getByRole('button', { name: /trains$/ }).click();
  await page.getByRole('checkbox', { name: /Firefox/ }).uncheck();
  await expect.poll(() => line.asked(/calendar\/range/)).toBeGreaterThan(asked);

  expect(await names.count()).toBeGreaterThan(4);
  await expect(names).toHaveCount(5);
});

test('the agenda goes on until something is planned, and shows its beginning and its end', async ({ app }) => {
  const { page, go, days } = app;
  const first = days[0] as Day; // the train has releases
  await go(`/calendar?view=agenda&at=${addDays(first, -700)}`);
  const agenda = page.getByRole('grid', { name: 'Agenda' });

  await expect(agenda.getByText('Departs', { exact: true }).first()).toBeVisible();
  await agenda.focus();
  await page.keyboard.press('End');
  await expect(agenda.getByRole('row').last()).toContainText('Departs');
  await page.keyboard.press('Home');

  await expect(agenda.getByRole('row').nth(1)).toContainText('cut-off');
});

test('milestones of a hidden kind follow their release too', async ({ app }) => {
  const { page, go, days } = app;
  await go(`/calendar?at=${days[0]}&days=40&hidden=${encodeURIComponent('["uat","go-no-go"]')}`);
  const departure = page.getByRole('gridcell', { name: /Departure/ }).first();
  await departure.focus();
  await expect(page.getByRole('gridcell', { name: /^uat, / })).toHaveCount(0);

  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ArrowRight');

  await expect(page.getByTestId('edit-banner')).toContainText('2 days later; 4 milestones follow');
});

test('a move into days whose holidays are not read yet says so until they are', async ({ app }) => {
  const { page } = app;
  const departure = await firstDeparture(app);
  const line = await tapLine(page);
  await expect(departure).toBeAttached();
  await departure.focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  const banner = page.getByTestId('edit-banner');
  await expect(banner).toContainText('7 days later');
  await expect(banner).not.toContainText('Provisional');

  line.meddle([{ calls: /calendar\/range/, late: 2_500 }]);
  for (let press = 0; press < 70; press += 1) await page.keyboard.press('ArrowDown');

  await expect(banner).toContainText('Provisional');
  line.meddle([]);
  await expect(banner).not.toContainText('Provisional');
  await expect(banner).toContainText('497 days later; 4 milestones follow');
  await page.keyboard.press('Escape');
  await expect(banner).toHaveCount(0);
});

test('where no release is in sight, the calendar offers to go to the next departure, and so does a key', async ({
  app,
}) => {
  const { page } = app;
  await app.go('/calendar?days=2');

  await page.getByRole('button', { name: /^Next: Payments .* in \d+ days$/ }).click();
  await expect(page.getByRole('gridcell', { name: /Departure/ }).first()).toBeAttached();
  await expect(page.getByRole('button', { name: /^Next: / })).toHaveCount(0);

  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: /^Next: / })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: /^Next: / })).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`at=.*${app.days[0]}`));
});
