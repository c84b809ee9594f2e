import { expect, type Page } from '@playwright/test';
import { test } from './sample-app.ts';

/** The message at the foot of the window that holds a text. */
function toast(page: Page, text: string | RegExp) {
  return page.getByRole('region', { name: 'Messages' }).getByText(text);
}

/** Fills the form of a new train so far that it can be saved, and saves it from the keyboard. */
async function createTrain(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').first().fill(name);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('Today shows what departs, what is late and who decided what', async ({ app: { page, complaints } }) => {
  await expect(page.getByRole('region', { name: 'Coming up' }).getByRole('link', { name: /./ }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'New decisions' })).toContainText('Loaded the sample');
  await page.getByRole('button', { name: 'Mark all seen' }).click();
  await expect(page.getByText('Nobody changed the plan.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what was marked as seen stays seen after a reload', async ({ app: { page } }) => {
  await expect(page.getByRole('region', { name: 'New decisions' })).toContainText('Loaded the sample');
  await page.getByRole('button', { name: 'Mark all seen' }).click();
  await expect(page.getByText('Nobody changed the plan.')).toBeVisible();

  await page.reload();

  await expect(page.getByText('Nobody changed the plan.')).toBeVisible({ timeout: 15_000 });
});

test('the palette finds trains, releases and work items, and goes there', async ({ app: { page, go } }) => {
  await go('/today');
  await page.keyboard.press('Control+k');

  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('firefox');
  await expect(page.getByRole('option').first()).toContainText('Firefox');
  await expect(page.getByRole('listbox')).toContainText('Releases');
  await expect(page.getByRole('listbox')).toContainText('Work items');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Firefox' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette runs commands from the keyboard, and says so where nothing fits', async ({ app: { page, go } }) => {
  await go('/today');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('zzzzzz');
  await expect(page.getByText('Nothing fits “zzzzzz”.')).toBeVisible();

  await page.getByRole('combobox').fill('use the dark theme');
  await expect(page.getByRole('option', { name: /dark theme/ })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('keys go to every place, and each place takes the focus and names the window', async ({ app: { page, go } }) => {
  await go('/today');
  const places = [
    ['c', 'Calendar'],
    ['t', 'Trains'],
    ['w', 'Work items'],
    ['n', 'Connections'],
    ['j', 'Journal'],
    ['s', 'Settings'],
  ] as const;

  for (const [key, title] of places) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Signalbox`);
  }
});

test('the shortcut help lists the keys, and single keys can be turned off', async ({ app: { page, go } }) => {
  await go('/settings');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('New train');
  await page.keyboard.press('Escape');

  await page
    .getByRole('switch', { name: 'Single-key shortcuts' })
    .or(page.getByLabel('Single-key shortcuts'))
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search or run a command' })).toBeVisible();
});

test('keys that are typed into a field stay there', async ({ app: { page, go } }) => {
  await go('/work-items');
  const field = page.getByRole('textbox', { name: 'Words of the title, or a key' });

  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type('gt?');

  await expect(field).toHaveValue('gt?');
  await expect(page.getByRole('heading', { level: 1, name: 'Work items' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
});

test('a train is made, undone, redone and found in the journal, all from the keyboard', async ({
  app: { page, go },
}) => {
  await go('/today');
  await page.keyboard.press('n');
  await page.keyboard.press('t');
  await createTrain(page, 'Payments');
  await expect(toast(page, 'Created train “Payments”')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(toast(page, 'Undid: Created train “Payments”')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('row', { name: /Firefox/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Payments/ })).toHaveCount(0);

  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('row', { name: /Payments/ })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('row', { name: /Undid: Created train “Payments”/ })).toBeVisible();
});

test('the toast of a decision takes exactly that decision back', async ({ app: { page, go } }) => {
  await go('/trains/new');
  await createTrain(page, 'Cards');

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();

  await expect(toast(page, 'Undid: Created train “Cards”')).toBeVisible();
});

test('the form of a train says what is wrong, where, and keeps what was typed', async ({ app: { page, go } }) => {
  await go('/trains/new');
  await page.getByLabel('Departs').click();
  await page.getByRole('option', { name: 'By a rule (RFC 5545)' }).click();
  await page.getByLabel('Rule', { exact: true }).fill('FREQ=SOMETIMES');
  await page.getByLabel('Releases are called').fill('Release {sprint}');

  await page.getByRole('button', { name: 'Create train' }).click();

  await expect(page.getByText('3 things are not right yet')).toBeVisible();
  await expect(page.getByText('Give the train a name of at most 80 characters.').first()).toBeVisible();
  await expect(page.getByText(/\{sprint\} is not filled in/).first()).toBeVisible();
  await expect(page.getByLabel('Rule', { exact: true })).toHaveValue('FREQ=SOMETIMES');
});

test('the form of a train shows the next dates as they are typed', async ({ app: { page, go } }) => {
  await go('/trains/new');
  const preview = page.getByRole('region', { name: 'Next releases' });
  await expect(preview).toContainText('Every 2 weeks on Tuesday.');

  await page.getByRole('spinbutton', { name: 'Number of weeks' }).fill('1');
  await page
    .getByRole('group', { name: 'Days of the week', exact: true })
    .getByRole('button', { name: 'Thursday' })
    .click();

  await expect(preview).toContainText('Every week on Tuesday and Thursday.');
  await expect(preview).toContainText('Scope cut-off');
});

test('text from outside is never markup', async ({ app: { page, go } }) => {
  const name = '<img src=x onerror="window.ran=1"> & <b>bold</b>';
  await go('/trains/new');

  await createTrain(page, name);
  await go('/journal');

  await expect(page.getByRole('row', { name: /Created train/ })).toContainText(name);
  expect(await page.evaluate(() => [document.querySelectorAll('img, b').length, 'ran' in window])).toEqual([0, false]);
});

test('a workspace is renamed, and every place that shows its name follows', async ({ app: { page, go } }) => {
  await go('/settings');
  const panel = page.getByRole('region', { name: 'Workspace' });

  await panel.getByLabel('Name').fill('Fourth quarter');
  await panel.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('banner').getByText('Fourth quarter')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByRole('banner').getByText('Fourth quarter')).toHaveCount(0);
});

test('theme and density are kept over a reload', async ({ app: { page, go } }) => {
  await go('/settings');
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Compact' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');

  await page.reload();

  await expect(page.getByRole('button', { name: 'Compact' })).toHaveAttribute('aria-pressed', 'true', {
    timeout: 15_000,
  });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('the theme follows the system until one is chosen', async ({ app: { page, go } }) => {
  await go('/settings');

  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('button', { name: 'Light' }).click();

  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
});

test('a backup is written and told of', async ({ app: { page, go } }) => {
  await go('/settings');

  await page.getByRole('button', { name: 'Back up now' }).click();

  await expect(toast(page, /^Backed up to .+\.signalbox/)).toBeVisible();
});

test('the help is read and searched', async ({ app: { page, go } }) => {
  await go('/help');
  await page.getByRole('textbox', { name: 'Find in the help' }).fill('undo');

  await page
    .getByRole('navigation', { name: 'Help topics' })
    .getByRole('link', { name: /Journal/ })
    .click();

  await expect(page.getByRole('heading', { level: 1, name: /Journal/ })).toBeVisible();
});

test('an address that leads nowhere says so and leads back', async ({ app: { page, go } }) => {
  await go('/nowhere');

  await expect(page.getByText('Nothing is at this address')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Today' }).click();

  await expect(page).toHaveTitle('Today · Signalbox');

  await go('/services');
  await page.getByRole('link', { name: 'Go to Services and teams' }).click();
  await expect(page).toHaveURL(/\/catalogue/);
});

test('without a network the window says so and everything else works', async ({ app: { page, go, host } }) => {
  await go('/today');

  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    window.dispatchEvent(new Event('offline'));
  });

  await expect(page.getByRole('button', { name: /^Offline/ })).toBeVisible();
  await page.goto(`${host.origin}/#/journal`);
  await expect(page.getByRole('row', { name: /Loaded the sample/ })).toBeVisible();
});

test('nothing moves while a page fills', async ({ app: { page, go } }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const world = window as unknown as { shifted: number };
    world.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) world.shifted += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shifted: [string, boolean][] = [];

  for (const place of [
    '/today',
    '/trains',
    '/trains/new',
    '/work-items',
    '/connections',
    '/journal',
    '/settings',
    '/help',
  ]) {
    await go(place);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
    await page.waitForTimeout(600);
    const moved = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    shifted.push([place, moved < 0.02]);
  }

  expect(shifted.filter(([, still]) => !still)).toEqual([]);
});

test('a form that holds unsaved words asks before it is left', async ({ app: { page, go } }) => {
  await go('/trains/new');
  await page.getByLabel('Name').first().fill('Payments');
  await page.getByRole('heading', { level: 1 }).click();

  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Name').first()).toHaveValue('Payments');
  await page.getByRole('link', { name: 'Journal' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
});

test('Escape in a dialog that holds words asks first, and the first wrong field takes the focus', async ({
  app: { page, go },
}) => {
  await go('/connections');
  await page.getByRole('button', { name: 'Add connection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();

  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: 'Discard what you typed?' })
    .getByRole('button', { name: 'Keep typing' })
    .click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();

  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the theme that follows a dark system is changed by one use of the action', async ({ app: { page, go } }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await go('/today');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme');
  await expect(page.getByRole('option', { name: 'Use the light theme' })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
});
