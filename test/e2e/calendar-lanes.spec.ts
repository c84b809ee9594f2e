import { expect, type Locator, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { type LanesApp, test } from './lanes-app.ts';
import { expectAccessible } from './sample-app.ts';

const DAYS = 24;
const ALL = encodeURIComponent(JSON.stringify(['rules', 'trains', 'environments', 'teams']));

function item(page: Page, words: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(words) }).first();
}

/** `12 Jan 2027` of a day, as the interface writes it. */
function words(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00Z`));
}

async function openLanes({ page, go, monday }: LanesApp, more = `&lanes=${ALL}`): Promise<void> {
  await go(`/calendar?at=${addDays(monday, 5)}&days=${DAYS}${more}`);
  await expect(page.getByRole('gridcell').first()).toBeAttached();
}

function names(page: Page): Promise<readonly string[]> {
  return page.getByRole('rowheader').allInnerTexts();
}

test('trains and freezes have lanes by themselves; the menu adds the others, and the address keeps them', async ({
  app,
}) => {
  const { page } = app;
  await openLanes(app, '');
  await expect(page.getByRole('button', { name: 'Freezes and windows' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Staging/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Lanes' }).click();
  await page.getByRole('checkbox', { name: /Environments/ }).check();
  await page.getByRole('checkbox', { name: /Teams/ }).check();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('rowheader', { name: /Staging/ })).toBeVisible();
  await expect(item(page, 'Ada, Away')).toBeAttached();
  await expect(page).toHaveURL(/lanes=/);
  await page.reload();
  await expect(page.getByRole('rowheader', { name: /Checkout/ })).toBeVisible();
  expect((await names(page)).map((name) => name.split('\n')[0])).toEqual([
    'Freezes and windows',
    'Freezes',
    'Windows',
    'Trains',
    'Payments',
    'Environments',
    'Load test',
    'Staging',
    'Teams',
    'Checkout',
  ]);
  await expectAccessible(page, 'the calendar with all lanes');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the calendar with all lanes, dark');
  expect(app.complaints).toEqual([]);
});

test('groups are folded and unfolded by keys, and the focus stays', async ({ app }) => {
  const { page } = app;
  await openLanes(app);
  const departure = item(page, '^Payments 7, Departure');
  await departure.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('link', { name: 'Payments', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const heading = page.getByRole('button', { name: 'Trains', exact: true });
  await expect(heading).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(heading).toBeFocused();
  await expect(page.getByRole('link', { name: 'Payments', exact: true })).toHaveCount(0);
  await expect(page).toHaveURL(/folded=/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('link', { name: 'Payments', exact: true })).toBeVisible();
});

test('a booking is moved by keys and undone', async ({ app }) => {
  const { page, monday } = app;
  await openLanes(app);
  const booking = item(page, '^Acceptance of payments');
  await expect(booking).toHaveAccessibleName(new RegExp(`From Mon ${words(monday)}, 09:00`));
  await booking.focus();

  await page.keyboard.press('m');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('edit-banner')).toContainText('4 days later');
  await page.keyboard.press('Enter');

  await expect(page.getByText(/^Moved booking “Acceptance of payments”/)).toBeVisible();
  await expect(booking).toBeFocused();
  await expect(booking).toHaveAccessibleName(new RegExp(`From Fri ${words(addDays(monday, 4))}, 09:00`));
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(booking).toHaveAccessibleName(new RegExp(`From Mon ${words(monday)}, 09:00`));
});

test('a booking is dragged, and resized by its edge', async ({ app }) => {
  const { page, monday } = app;
  await openLanes(app);
  const booking = item(page, '^Drill');
  const canvas = await page.getByTestId('timeline-canvas').boundingBox();
  const day = (canvas?.width ?? 0) / DAYS;
  async function drag(at: number, by: number): Promise<void> {
    const box = await booking.boundingBox();
    if (box === null) throw new Error('the booking is not on screen');
    const [x, y] = [box.x + box.width * at, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (by * day) / 2, y, { steps: 4 });
    await page.mouse.move(x + by * day, y, { steps: 4 });
    await page.mouse.up();
  }

  await drag(0.5, 3);
  await expect(booking).toHaveAccessibleName(new RegExp(`From Thu ${words(addDays(monday, 10))}, 09:00`));
  await drag(0.97, 2);

  await expect(booking).toHaveAccessibleName(new RegExp(`to Sun ${words(addDays(monday, 13))}, 17:00`));
});

test('a booking is taken to another environment by keys, and the focus goes along', async ({ app }) => {
  const { page, monday } = app;
  await openLanes(app);
  const booking = item(page, '^Drill');
  await booking.focus();

  await page.keyboard.press('m');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('status').filter({ hasText: 'No lane below takes it.' })).toBeAttached();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('edit-banner')).toContainText('Drill to “Load test”');
  await expect(page.getByTestId('edit-banner')).toContainText('1 day later');
  await page.keyboard.press('Enter');

  await expect(page.getByText(/^Moved booking “Drill” to “Load test”/)).toBeVisible();
  await expect(booking).toHaveAccessibleName(/Load test/);
  await expect(booking).toHaveAccessibleName(new RegExp(`From Tue ${words(addDays(monday, 8))}, 09:00`));
  await expect(booking).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(booking).toHaveAccessibleName(/Staging/);
  await expect(booking).toHaveAccessibleName(new RegExp(`From Mon ${words(addDays(monday, 7))}, 09:00`));
});

test('a booking is dragged onto the lane of another environment, not onto a train’s', async ({ app }) => {
  const { page } = app;
  await openLanes(app);
  const demo = item(page, '^Demo for partners');
  const banner = page.getByTestId('edit-banner');
  async function dragTo(lane: string | RegExp): Promise<void> {
    const box = await demo.boundingBox();
    const row = await page.getByRole('rowheader', { name: lane }).boundingBox();
    if (box === null || row === null) throw new Error('not on screen');
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, row.y + row.height / 2, { steps: 5 });
  }

  await dragTo(/^Payments/);
  await expect(banner).toHaveText(/A booking is of an environment: “Payments” is none\./);
  await expect(page.getByTestId('move-effect')).toHaveCount(0);
  await page.mouse.up();
  await expect(banner).toHaveCount(0);
  await expect(demo).toHaveAccessibleName(/Staging/);

  await dragTo(/^Load test/);
  await expect(banner).toContainText('Demo for partners to “Load test”');
  await expect(page.getByTestId('move-effect')).toContainText('Resolves 1 conflict');
  await page.mouse.up();

  await expect(demo).toHaveAccessibleName(/Load test/);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(demo).toHaveAccessibleName(/Staging/);
});

test('a freeze stands in its lane, is named on what it lies over, and cannot be moved there', async ({ app }) => {
  const { page, freezeId } = app;
  await openLanes(app);
  await expect(item(page, '^Payments 7, Departure.*During freeze “Quarter end”')).toBeAttached();
  await expect(item(page, '^Drill.*During freeze “Quarter end”')).toBeAttached();
  const freeze = item(page, '^Quarter end, Freeze');
  await freeze.focus();

  await page.keyboard.press('m');
  await expect(page.getByTestId('edit-banner')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'it is changed there' })).toBeAttached();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(new RegExp(`#/windows\\?rule=${freezeId}`));
});

test('a booking leads to its environment', async ({ app }) => {
  const { page, environmentId } = app;
  await openLanes(app);
  await item(page, '^Drill').focus();

  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(new RegExp(`#/environments\\?id=${environmentId}`));
});

test('month and agenda show what their lanes show', async ({ app }) => {
  const { page, go, monday } = app;
  const at = addDays(monday, 7);
  await go(`/calendar?view=month&at=${at}&lanes=${ALL}`);
  await expect(page.getByRole('link', { name: /Quarter end/ }).first()).toBeVisible();
  await page.locator(`[data-day="${at}"]`).focus();
  await page.keyboard.press('Enter');
  const day = page.getByRole('dialog');
  await expect(day.getByRole('link', { name: 'Drill' })).toBeVisible();
  await expect(day.getByText(/Freeze · Grace/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'the month with all lanes');

  await go(`/calendar?view=agenda&at=${at}&lanes=${ALL}`);
  await expect(page.getByText('Quarter end begins')).toBeVisible();
  await expect(page.getByText('Drill ends')).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.press('f');
  await expect(page.getByText('Quarter end begins')).toHaveCount(0);
  await expect(page.getByText('Drill ends')).toBeVisible();
});
