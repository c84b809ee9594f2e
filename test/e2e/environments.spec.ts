import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { dayWords } from '../../shared/domain/calendar/time-words.ts';
import { bookingPlan, environmentPlan, teamPlan } from '../support/plans.ts';
import { type TappedLine, tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

interface Release {
  readonly id: string;
  readonly name: string;
  readonly day: string;
}

test.setTimeout(120_000);

/** The page's line, and the first two releases of the plan. */
async function begin({ page, go, trainId }: PlanningApp) {
  await go('/environments');
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Environments' })).toBeVisible();
  const releases = (await line.call('releases.ofTrain', { trainId })) as readonly Release[];
  const [first, second] = releases;
  if (first === undefined || second === undefined) throw new Error('the plan has two releases');
  return { line, first, second };
}

async function addEnvironment(line: TappedLine, changes: Parameters<typeof environmentPlan>[0]): Promise<string> {
  return ((await line.call('environments.add', environmentPlan(changes))) as { id: string }).id;
}

async function book(line: TappedLine, environmentId: string, changes: Parameters<typeof bookingPlan>[1]) {
  const plan = bookingPlan(environmentId, changes);
  return ((await line.call('environments.book', { plan, withDependants: false })) as { ids: string[] }).ids[0] ?? '';
}

/** Nine to five on some day. */
function hours(day: string) {
  return { startLocal: `${day}T09:00`, endLocal: `${day}T17:00` };
}

/** The whole quarter is shown, wherever in it the tests run. */
async function openAt({ go }: PlanningApp, release: Release, more = ''): Promise<void> {
  await go('/today');
  await go(`/environments?range=month&from=${release.day}${more}`);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('the first environments are made and booked by keyboard, with what stands on them', async ({ app }) => {
  const { page } = app;
  const { first } = await begin(app);
  await expect(page.getByText('See who needs which environment when')).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Add an environment' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Host');
  await form.getByRole('checkbox', { name: 'Then another like it' }).check();
  await form.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByText('Added environment “Host”')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(form.getByText('“Host” is added. Kept from it: kind, region, sharing, capacity')).toBeVisible();
  // Nothing is typed yet, so that nothing is asked on leaving.
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('e');
  await page.keyboard.type('UAT');
  await form.getByRole('combobox', { name: 'Stands on' }).click();
  await page.getByRole('option', { name: 'Host' }).click();
  await page.keyboard.press('Escape');
  await form.getByRole('checkbox', { name: 'Then another like it' }).check();
  await form.getByRole('button', { name: 'Add environment' }).click();
  await expect(form.getByRole('combobox', { name: 'Stands on' })).toBeVisible();
  await expect(form.getByText('Host', { exact: true })).toHaveCount(0);
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^UAT/ }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: 'UAT' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Host' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Book an environment' });
  await choose(page, 'Environment', 'Host');
  await dialog.getByRole('combobox', { name: 'Release' }).fill(first.name);
  await page.getByRole('option').first().click();
  await expect(dialog.getByRole('textbox', { name: 'Booked for' })).toHaveValue(first.name);
  await dialog.getByRole('button', { name: 'uat' }).click();
  await dialog.getByRole('checkbox', { name: 'Book along what stands on it: UAT' }).check();
  await expect(dialog.getByText('Nobody else is in its way.')).toBeVisible();
  await expectAccessible(page, 'booking an environment');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();

  await expect(page.getByText(`Booked “Host” and 1 that stand on it for “${first.name}”`)).toBeVisible();
  await expect(panel.getByRole('heading', { name: first.name })).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('a clash is told before it is saved, marked on the picture, and mended by one step that undo takes back', async ({
  app,
}) => {
  const { page } = app;
  const { line, first, second } = await begin(app);
  const uat = await addEnvironment(line, { name: 'UAT' });
  await addEnvironment(line, { name: 'UAT 2' });
  const day = addDays(first.day as never, 2);
  await book(line, uat, { title: 'Payments rehearsal', releaseId: first.id, ...hours(day) });
  await openAt(app, first);

  await page.getByRole('button', { name: 'Book', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Book an environment' });
  await choose(page, 'Environment', 'UAT');
  await dialog.getByRole('combobox', { name: 'Release' }).fill(second.name);
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'Booked for' }).fill('Ledger rehearsal');
  await dialog.getByLabel('Starts').fill(`${day}T12:00`);
  await dialog.getByLabel('Ends').fill(`${day}T20:00`);
  await expect(dialog.getByText('It clashes with 1 booking:')).toBeVisible();
  await expect(dialog.getByText(/^Payments rehearsal on UAT/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();

  const lane = page.getByRole('group', { name: 'Bookings of UAT', exact: true });
  await expect(lane.getByRole('button', { name: /^Ledger rehearsal, alone, .*clashes$/ })).toBeVisible();
  await expect(page.getByRole('complementary').getByText('Payments rehearsal')).toBeVisible();
  await page.keyboard.press('Escape');

  const way = page.getByRole('button', { name: /^Do this: Move “(Ledger|Payments) rehearsal” to UAT 2/ }).first();
  await way.click();
  await expect(page.getByRole('heading', { name: 'Ways out' })).toHaveCount(0);
  await expect(lane.getByRole('button', { name: /clashes$/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(lane.getByRole('button', { name: /clashes$/ })).toHaveCount(2);
});

test('the picture is walked by arrows, Enter opens, Escape gives the focus back; both schemes are accessible', async ({
  app,
}) => {
  const { page } = app;
  const { line, first } = await begin(app);
  const host = await addEnvironment(line, { name: 'A host', sharing: 'shared', capacity: 4, kind: 'test' });
  const uat = await addEnvironment(line, { name: 'B acceptance', parents: [host] });
  await book(line, host, { title: 'System test', mode: 'shared', units: 3, ...hours(first.day) });
  await book(line, host, { title: 'Load test', mode: 'shared', units: 2, ...hours(first.day) });
  await book(line, uat, { title: 'Drill', ...hours(first.day) });
  await openAt(app, first);

  const name = page.getByRole('button', { name: /^A host/ });
  await name.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^(System|Load) test/ }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const drill = page.getByRole('button', { name: /^Drill/ });
  await expect(drill).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'Drill' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, `a booking, ${colorScheme}`);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(drill).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'B acceptance' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'The bookings behind these figures' })).toContainText('Drill');
  await expectAccessible(page, 'an environment');
  expect(app.complaints).toEqual([]);
});

test('the queue says why each is where it is; a booking is moved by its form, and an old form is refused', async ({
  app,
}) => {
  const { page } = app;
  const { line, first } = await begin(app);
  const uat = await addEnvironment(line, { name: 'UAT', discipline: 'priority' });
  const day = addDays(first.day as never, 1);
  await book(line, uat, { title: 'Low', priority: 4, ...hours(day) });
  const high = await book(line, uat, { title: 'High', priority: 1, ...hours(day) });
  await openAt(app, first, `&id=${uat}`);

  const panel = page.getByRole('complementary');
  await expect(panel.getByText('Priority 4, after “High” with priority 1.')).toBeVisible();
  await expect(panel.getByText(/after waiting 8 h\..*Waits for High\./)).toBeVisible();
  await panel.getByRole('list').getByRole('link', { name: 'High' }).click();
  await panel.getByRole('button', { name: 'Change or move' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change High' });
  const next = addDays(day, 1);
  await dialog.getByLabel('Starts').fill(`${next}T09:00`);
  await dialog.getByLabel('Ends').fill(`${next}T17:00`);
  await expect(dialog.getByText('This mends 1 conflict that the plan has now.')).toBeVisible();

  await line.call('environments.moveBooking', { id: high, ...hours(addDays(day, 5)) });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/^Booking “High” was moved meanwhile: it is at “UAT”/)).toBeVisible();
  await expect(dialog.getByText('At: base')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Moved booking “High” to “UAT”, ${dayWords(next)}, 09:00 to 17:00`)).toBeVisible();

  await panel.getByRole('button', { name: 'Change or move' }).click();
  await dialog.getByLabel('Starts').fill('2099-01-12T09:00');
  await dialog.getByLabel('Ends').fill('2099-01-12T17:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('January 2099')).toBeVisible();
});

test('an environment that is booked cannot be removed, and is archived and brought back', async ({ app }) => {
  const { page } = app;
  const { line, first } = await begin(app);
  const uat = await addEnvironment(line, { name: 'UAT' });
  await addEnvironment(line, { name: 'Spare' });
  await book(line, uat, { title: 'Payments rehearsal', ...hours(first.day) });
  await openAt(app, first, `&id=${uat}`);
  const panel = page.getByRole('complementary');

  await panel.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove UAT?' });
  await dialog.getByRole('button', { name: 'Remove environment' }).click();
  await expect(dialog.getByText(/cannot be removed: the booking “Payments rehearsal” needs it/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await panel.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived environment “UAT”')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Environments' }).getByText('UAT')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Archived too' }).check();
  await expect(page.getByRole('grid', { name: 'Environments' }).getByText('UAT')).toBeVisible();
  await panel.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText('Brought back environment “UAT”')).toBeVisible();
});

test('a rollout shows what is short and until when to ask; reserving it makes that go', async ({ app }) => {
  const { page } = app;
  const { line, first } = await begin(app);
  await addEnvironment(line, { name: 'Production', kind: 'production', sharing: 'shared', capacity: 12 });
  await line.call('catalogue.addTeam', teamPlan({ name: 'Platform' }));
  await app.go('/today');
  await app.go('/environments');

  await page.keyboard.press('v');
  await page.keyboard.press('r');
  await expect(page.getByRole('tab', { name: 'Rollouts' })).toHaveAttribute('aria-selected', 'true');
  const rollout = page.getByRole('group', { name: 'Rollout 1' });
  await rollout.getByRole('combobox', { name: 'Release' }).fill(first.name);
  await page.getByRole('option').first().click();
  await page.getByRole('textbox', { name: 'Lead, working days' }).or(page.getByLabel('Lead, working days')).fill('1');
  await expect(page.getByText(/^4 units short at most, from .* Ask for them by/)).toBeVisible();
  await expect(page.getByRole('img', { name: /4 run anyhow, of 12; 4 units short at most/ })).toBeVisible();
  await expectAccessible(page, 'rollouts');

  await page.getByRole('button', { name: 'Reserve for rollout 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Book an environment' });
  await expect(dialog.getByRole('combobox', { name: 'To' })).toHaveText('Spare for blue-green');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByText('Everything that the rollouts take is reserved.')).toBeVisible();

  // What was typed is kept with the address.
  await page.reload();
  await expect(page.getByLabel('Lead, working days')).toHaveValue('1');
  await expect(page.getByText('Everything that the rollouts take is reserved.')).toBeVisible();
});

test('the page alone scrolls, says above the lanes that nothing is booked, and follows the keys to the last lane', async ({
  app,
}) => {
  const { page, go } = app;
  const { line } = await begin(app);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (let at = 1; at <= 14; at += 1) await addEnvironment(line, { name: `UAT ${String(at).padStart(2, '0')}` });
  await go('/today');
  await go('/environments');
  await expect(page.getByRole('button', { name: /^UAT 01/ })).toBeVisible();
  await expect(page.getByText('Nothing is booked in this time.')).toBeInViewport();

  const scrollers = await page
    .getByRole('main')
    .evaluate(
      (main) =>
        [...main.querySelectorAll('*')]
          .filter((one) => one.scrollHeight > one.clientHeight + 1)
          .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY)).length,
    );
  expect(scrollers).toBe(1);

  await page.getByRole('button', { name: /^UAT 01/ }).focus();
  for (let press = 1; press < 14; press += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^UAT 14/ })).toBeFocused();
  await expect(page.getByRole('button', { name: /^UAT 14/ })).toBeInViewport();

  const table = page.getByRole('grid', { name: 'Environments' });
  await table.focus();
  await page.keyboard.press('End');
  await expect(table.getByRole('row', { name: /UAT 14/ })).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(table.getByRole('row', { name: /UAT 01/ })).toBeInViewport();
});

test('a release shows its bookings, books one more, and leads to it among the others', async ({ app }) => {
  const { page, go } = app;
  const { line, first } = await begin(app);
  const uat = await addEnvironment(line, { name: 'UAT' });
  await go(`/releases/${first.id}?tab=bookings`);
  await expect(page.getByText('No environment is booked for this release')).toBeVisible();

  await page.getByRole('button', { name: 'Book an environment' }).click();
  const dialog = page.getByRole('dialog', { name: 'Book an environment' });
  await expect(dialog.getByRole('textbox', { name: 'Booked for' })).toHaveValue(first.name);
  await choose(page, 'Environment', 'UAT');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Bookings' });
  await expect(grid.getByText('UAT')).toBeVisible();
  await expectAccessible(page, 'the bookings of a release');

  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Environments' })).toBeVisible();
  await expect(page.getByRole('complementary').getByRole('heading', { name: first.name })).toBeVisible();
  expect(uat).not.toBe('');
});

test('the list of a choice of several leaves the form’s button free, and closes with Tab', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  const { line } = await begin(app);
  for (let at = 1; at <= 5; at++) await addEnvironment(line, { name: `uat-${at}` });
  await page.getByRole('button', { name: 'Add environment' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add an environment' });
  await form.getByRole('textbox', { name: /^Name/ }).fill('Staging');
  const standsOn = form.getByRole('combobox', { name: 'Stands on' });
  await standsOn.click();
  await page.getByRole('option', { name: 'uat-2' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox')).toHaveCount(0);

  await standsOn.click();
  await page.getByRole('option', { name: 'uat-3' }).click();
  await form.getByRole('button', { name: 'Add environment' }).click({ timeout: 5000 });

  await expect(page.getByRole('complementary', { name: 'Staging' })).toContainText('uat-2');
});
