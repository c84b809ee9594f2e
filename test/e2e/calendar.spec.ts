import { expect, type Locator, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

/** Days across the timeline in these tests: a day is about 25 pixels. */
const DAYS = 40;

/** The calendar around the first release, with its elements in place. */
async function openTimeline({ page, go, days }: PlanningApp): Promise<void> {
  await go(`/calendar?at=${days[0]}&days=${DAYS}`);
  await expect(items(page, 'Departure').first()).toBeAttached();
}

function items(page: Page, words: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(words) });
}

/** `12 Jan 2027` of a day, as the interface writes it. */
function words(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00Z`));
}

async function dayWidth(page: Page): Promise<number> {
  const box = await page.getByTestId('timeline-canvas').boundingBox();
  return (box?.width ?? 0) / DAYS;
}

interface Drag {
  /** Days to the right. */
  readonly by: number;
  /** Where it is held, as a share of its width. */
  readonly at?: number;
  readonly release?: boolean;
}

async function drag(page: Page, cell: Locator, { by, at = 0.5, release = true }: Drag): Promise<void> {
  const box = await cell.boundingBox();
  if (box === null) throw new Error('the item is not on screen');
  const x = box.x + Math.min(box.width - 2, Math.max(2, box.width * at));
  const y = box.y + box.height / 2;
  const width = await dayWidth(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by * width) / 2, y + 3, { steps: 4 });
  await page.mouse.move(x + by * width, y + 3, { steps: 4 });
  if (release) await page.mouse.up();
}

test('a release is dragged, its milestones follow, and undo takes all of it back', async ({ app }) => {
  const { page, days } = app;
  await openTimeline(app);
  const first = days[0] as Day; // the train has releases
  const departure = items(page, 'Departure').first();
  const goNoGo = items(page, '^go, ').first();
  await expect(goNoGo).toHaveAccessibleName(new RegExp(words(addDays(first, -1))));

  await drag(page, departure, { by: 2, release: false });
  await expect(page.getByTestId('edit-banner')).toContainText('2 days later; 4 milestones follow');
  await page.mouse.up();

  await expect(page.getByText(/^Moved release/)).toBeVisible();
  await expect(departure).toHaveAccessibleName(new RegExp(words(addDays(first, 2))));
  await expect(goNoGo).toHaveAccessibleName(new RegExp(words(addDays(first, 1))));
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(departure).toHaveAccessibleName(new RegExp(words(first)));
  await expect(goNoGo).toHaveAccessibleName(new RegExp(words(addDays(first, -1))));
  expect(app.complaints).toEqual([]);
});

test('a message leaves the foot of the window to what a drag would do', async ({ app }) => {
  const { page } = app;
  await openTimeline(app);
  const departure = items(page, 'Departure').first();
  await drag(page, departure, { by: 2 });
  const message = page.getByRole('region', { name: 'Messages' });
  await expect(message).toContainText('Moved release');
  await expect(page.getByTestId('edit-banner')).toHaveCount(0);

  await drag(page, departure, { by: 1, release: false });
  const banner = page.getByTestId('edit-banner');
  await expect(banner).toContainText('1 day later');
  const [above, below] = [await message.boundingBox(), await banner.boundingBox()];
  await page.mouse.up();

  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
  await expect(banner).toHaveCount(0);
});

test('Escape puts a dragged release back, and nothing is decided', async ({ app }) => {
  const { page, days } = app;
  await openTimeline(app);
  const departure = items(page, 'Departure').first();

  await drag(page, departure, { by: 4, release: false });
  // Four days after a Tuesday is a Saturday.
  await expect(page.getByTestId('edit-banner')).toContainText('is not a working day');
  await page.keyboard.press('Escape');
  await page.mouse.up();

  await expect(page.getByTestId('edit-banner')).toHaveCount(0);
  await expect(departure).toHaveAccessibleName(new RegExp(words(days[0] as Day)));
  await expect(page.getByText(/^Moved release/)).toHaveCount(0);
});

test('a milestone is dragged alone and stays by hand; a span is resized by its edge', async ({ app }) => {
  const { page, days } = app;
  await openTimeline(app);
  const first = days[0] as Day; // the train has releases
  const freeze = items(page, '^freeze, ').first();

  await drag(page, freeze, { by: -1, at: 1 });
  await expect(page.getByText(/^Moved milestone “freeze”/)).toBeVisible();
  await expect(freeze).toHaveAccessibleName(new RegExp(`to \\w+ ${words(addDays(first, -1))}, 17:00 .*moved by hand`));

  await drag(page, items(page, '^cut-off, ').first(), { by: -2 });
  await expect(items(page, '^cut-off, ').first()).toHaveAccessibleName(new RegExp(words(addDays(first, -9))));
  await expect(items(page, 'Departure').first()).toHaveAccessibleName(new RegExp(words(first)));
});

test('keys do what drags do', async ({ app }) => {
  const { page, days } = app;
  await openTimeline(app);
  const first = days[0] as Day; // the train has releases
  const departure = items(page, 'Departure').first();
  await departure.focus();

  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('edit-banner')).toContainText('2 days later');
  await expect(page.getByRole('status').filter({ hasText: '2 days later' })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('edit-banner')).toHaveCount(0);
  await expect(departure).toHaveAccessibleName(new RegExp(words(first)));

  await page.keyboard.press('m');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(departure).toHaveAccessibleName(new RegExp(words(addDays(first, -7))));
  await expect(departure).toBeFocused();

  const freeze = items(page, '^freeze, ').first();
  await freeze.focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(freeze).toHaveAccessibleName(new RegExp(`to \\w+ ${words(addDays(first, -6))}, 17:00`));
});

test('arrows walk the items, and Enter opens the release', async ({ app }) => {
  const { page } = app;
  await openTimeline(app);
  await items(page, '^cut-off, ').first().focus();

  await page.keyboard.press('Control+ArrowRight');
  await expect(items(page, 'Departure').first()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items(page, '^cut-off, ').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items(page, 'Departure').last()).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/#\/releases\//);
  await expect(page.getByRole('heading', { level: 1, name: /^Payments/ })).toBeVisible();
});

test('the focused item tells its exact times, and arrows lead to the name of its train', async ({ app }) => {
  const { page, days } = app;
  await openTimeline(app);

  await items(page, 'Departure').first().focus();
  await expect(page.getByRole('tooltip')).toContainText(`${words(days[0] as Day)}, 20:00`);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  const name = page.getByRole('rowheader').getByRole('link', { name: 'Payments' });
  await expect(name).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/#\/trains\//);
});

test('a scroll that was under way when the page was left does not lead back to it', async ({ app }) => {
  const { page } = app;
  await openTimeline(app);
  await page.getByTestId('timeline-canvas').hover();
  await page.clock.install();
  await page.keyboard.press('-');
  await page.evaluate(() => {
    window.location.hash = '#/journal';
  });
  await page.clock.runFor(2_000);

  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
  expect(new URL(page.url()).hash).toMatch(/^#\/journal/);
});

test('the wheel, the keys and the buttons zoom, and the address keeps the place', async ({ app }) => {
  const { page } = app;
  await openTimeline(app);
  const days = () => Number(new URL(page.url().replace('#/', '')).searchParams.get('days'));

  await page.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: 'Quarter' }).click();
  await expect.poll(days).toBe(100);
  await page.getByTestId('timeline-canvas').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(days).toBeLessThan(60);
  const zoomed = days();
  await page.keyboard.press('-');
  await expect.poll(days).toBeGreaterThan(zoomed);

  await page.reload();
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeVisible({ timeout: 15_000 });
  expect(days()).toBeGreaterThan(zoomed);
});

test('trains and kinds are filtered, and the address remembers it', async ({ app }) => {
  const { page } = app;
  await openTimeline(app);

  await page.getByRole('button', { name: 'Legend' }).click();
  await page.getByRole('checkbox', { name: /^UAT/ }).uncheck();
  await expectAccessible(page, 'Legend');
  await page.keyboard.press('Escape');

  await expect(items(page, '^uat, ')).toHaveCount(0);
  await expect(items(page, '^freeze, ').first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'Legend · 1 hidden' })).toBeVisible();
  await expect(page).toHaveURL(/hidden/);
});

test('the month lists a day, walks by keys and leads to a release', async ({ app }) => {
  const { page, go, days } = app;
  const first = days[0] as Day; // the train has releases
  await go(`/calendar?view=month&at=${first}`);
  const today = page.locator(`[data-day="${first}"]`);
  await today.focus();

  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(`[data-day="${addDays(first, -1)}"]`)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog');
  await expect(list).toContainText('20:00');
  await expect(list).toContainText('freeze');
  await expectAccessible(page, 'Month with a day open');
  await list.getByRole('link', { name: /^Payments/ }).click();

  await expect(page).toHaveURL(/#\/releases\//);
});

test('the agenda goes day by day, and Enter opens the release', async ({ app }) => {
  const { page, go } = app;
  await go('/calendar?view=agenda');
  const agenda = page.getByRole('grid', { name: 'Agenda' });
  await expect(agenda.getByText('Departs', { exact: true }).first()).toBeVisible();

  await agenda.focus();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/#\/releases\//);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the calendar is accessible in the ${colorScheme} scheme, near and far`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page, go, days } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const view of [
      `at=${days[0]}&days=3`,
      `at=${days[0]}&days=${DAYS}`,
      'days=400',
      'view=month',
      'view=agenda',
    ]) {
      await go(`/calendar?${view}`);
      await page.waitForTimeout(300);
      await expectAccessible(page, `${view}, ${colorScheme}`);
    }
    expect(app.complaints).toEqual([]);
  });
}
