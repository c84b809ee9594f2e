import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { freezePlan, servicePlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

const calendarFile = (events: readonly string[]) =>
  Buffer.from(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Company days', ...events, 'END:VCALENDAR', ''].join('\r\n'),
  );

function event(uid: string, day: string, name: string): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${name}`, 'END:VEVENT'].join('\r\n');
}

const shutdown = event('one@x', '20991224', 'Christmas shutdown');
const stocktaking = event('two@x', '20991231', 'Stocktaking');
const broken = event('three@x', 'some day', 'Nobody knows when');

const rules = (page: Page) => page.getByRole('grid', { name: 'Windows and freezes' });

/** Adds rules as another window would. */
async function addRules(app: PlanningApp, plans: readonly unknown[]): Promise<void> {
  await app.go('/windows');
  const line = await tapLine(app.page);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const plan of plans) await line.call('scheduleRules.add', plan);
}

/** Chooses one of a select by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const once = (start: string, end: string) => {
  const clock = { by: 'zone', zone: 'Europe/Berlin' };
  return { by: 'once', start: { local: start, clock }, end: { local: end, clock } };
};

const farFreeze = freezePlan({ name: 'Far freeze', holds: once('2099-12-18T18:00', '2099-12-28T08:00') });

test('a new freeze begins in the zone of those that were made here', async ({ app }) => {
  const { page } = app;
  const clock = { by: 'zone', zone: 'Asia/Tokyo' };
  const holds = {
    by: 'once',
    start: { local: '2099-12-18T18:00', clock },
    end: { local: '2099-12-28T08:00', clock },
  };
  await addRules(app, [freezePlan({ holds })]);
  await expect(rules(page).getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'New window or freeze' }).click();

  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Zone' })).toHaveValue('Asia/Tokyo');
});

test('the first rule is made by keys alone, said in words before it is saved, and undone', async ({ app }) => {
  const { page, go } = app;
  await go('/windows');
  await expect(page.getByText('Deploying is allowed at any time')).toBeVisible();
  await expectAccessible(page, 'empty');

  await page.keyboard.press('n');
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'New window or freeze' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give it a name of at most 120 characters.')).toBeVisible();
  await page.keyboard.type('Night window');
  await choose(page, 'Kind', 'Window');
  await choose(page, 'When', 'Every so many weeks');
  await dialog.getByLabel('From', { exact: true }).fill('22:00');
  await dialog.getByLabel('To', { exact: true }).fill('02:30');
  await expect(dialog.getByText(/It ends at 02:30, not after it starts/).first()).toBeVisible();
  await choose(page, 'Of', 'the next day');
  await expect(dialog.getByText('Every week on Saturday from 22:00 to 02:30 the next day; the clock is')).toBeVisible();
  // Two changes of clocks a year fall into a night from Saturday to Sunday: one skips the end, one shows it twice.
  await expect(dialog.getByText(/clocks skip 02:30, so it ends at 03:00\./)).toBeVisible();
  await expect(dialog.getByText(/clocks show 02:30 twice; it ends the first time\./)).toBeVisible();
  await expectAccessible(page, 'form');
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');

  await expect(page.getByRole('complementary', { name: 'Night window' })).toBeVisible();
  await expect(rules(page).getByText('Every week on Saturday from 22:00 to 02:30 the next day')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByText('Deploying is allowed at any time')).toBeVisible();
});

test('rules are filtered, the address keeps it, and the picture is walked by arrows', async ({ app }) => {
  const { page } = app;
  const daily = {
    by: 'rrule',
    rrule: 'FREQ=DAILY',
    from: '2020-01-01',
    startTime: '08:00',
    endTime: '10:00',
    endDayOffset: 0,
    clock: { by: 'offset', minutes: 330 },
    except: [],
    also: [],
  };
  const scope = { ...farFreeze.scope, regions: ['ap-south'] };
  await addRules(app, [farFreeze, freezePlan({ kind: 'window', name: 'Mornings', holds: daily, scope })]);
  await expect(rules(page).getByText('Mornings')).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('ap-south');
  await expect(rules(page).getByText('Far freeze')).toBeHidden();
  await expect(page).toHaveURL(/text=ap-south/);
  await page.reload();
  await expect(rules(page).getByText('Mornings')).toBeVisible();
  await expect(rules(page).getByText('Far freeze')).toBeHidden();

  const picture = page.getByRole('listbox', { name: 'When rules hold' });
  await picture.focus();
  await page.keyboard.press('Home');
  const told = page.getByText(/^Window Mornings: .* 08:00 to 10:00 UTC\+05:30; for you .* to 0[35]:30/);
  await expect(told).toBeVisible();
  const first = await told.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(told).not.toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Mornings' })).toBeVisible();
  await expect(page).toHaveURL(/rule=/);
  await expectAccessible(page, 'rules with a panel');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
});

test('an override is asked for, refused to who asked, approved in another name, and taken back', async ({ app }) => {
  const { page } = app;
  await addRules(app, [farFreeze]);
  await rules(page).getByText('Far freeze').click();
  const panel = page.getByRole('complementary', { name: 'Far freeze' });

  await panel.getByRole('button', { name: 'Ask for an override' }).click();
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await expect(page.getByText('An override needs a reason.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Why' }).fill('A leak has to be closed');
  await page.getByLabel(/^From/).fill('2099-12-20T10:00');
  await page.getByLabel(/^Until/).fill('2099-12-20T12:00');
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await expect(panel.getByText('Waits for approval')).toBeVisible();
  const asked = (await panel.getByText(/^Asked for by/).textContent()) ?? '';
  const who = /^Asked for by (.*?), /.exec(asked)?.[1] ?? '';

  await panel.getByRole('button', { name: 'Approve' }).click();
  const approver = page.getByRole('textbox', { name: 'Who approves it' });
  await approver.fill(` ${who.toUpperCase()}`);
  await approver.press('Enter');
  await expect(page.getByText(`${who} asked for the override; somebody else has to approve it.`)).toBeVisible();
  await approver.fill('Barbara');
  await approver.press('Enter');
  await expect(panel.getByText('Approved', { exact: true })).toBeVisible();
  await expect(panel.getByText(`Approved by Barbara, recorded by ${who}, who asked for it,`)).toBeVisible();

  await panel.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(panel.getByText('Nothing is let through.')).toBeVisible();
});

test('a frozen release is told why, and moved to the best slot after it', async ({ app }) => {
  const { page, days, go } = app;
  const [day = ''] = days;
  const holds = once(`${day}T00:00`, `${day}T23:00`);
  await addRules(app, [freezePlan({ name: 'Stocktaking', holds })]);

  await page.getByRole('button', { name: 'Is it allowed?' }).click();
  const picker = page.getByRole('combobox', { name: 'Release', exact: true });
  await picker.click();
  await page.getByRole('option').first().click();
  await expect(page.getByText('Not allowed')).toBeVisible();
  await expect(page.getByText(/Frozen by “Stocktaking”, until .*23:00/).first()).toBeVisible();
  await expect(page.getByText(/, 23:00 CES?T$/).first()).toBeVisible();
  await expect(page).toHaveURL(/release=/);

  const slots = page.getByRole('grid', { name: 'Legal slots' });
  await expect(page.getByRole('region', { name: 'Slot 1 explained' })).toBeVisible();
  await slots.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const explained = page.getByRole('region', { name: 'Slot 2 explained' });
  await expect(explained.getByText('30 of 30').first()).toBeVisible();
  await expectAccessible(page, 'is it allowed');
  await explained.getByRole('button', { name: /there$/ }).click();
  await expect(page.getByText(/^(Moved|Kept|Changed)/).first()).toBeVisible();
  await go('/windows?view=allowed');
  await expect(page.getByText('Choose a release.')).toBeVisible();
});

test('services are asked about by place, and each place has its own answer', async ({ app }) => {
  const { page } = app;
  await app.go('/windows');
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await line.call('catalogue.addService', servicePlan({ name: 'ledger', regions: ['eu-west', 'us-east'] }));
  const scope = { ...farFreeze.scope, regions: ['EU-West'] };
  const forever = once('2020-01-01T00:00', '2099-12-28T08:00');
  await line.call('scheduleRules.add', freezePlan({ name: 'Europe', scope, holds: forever }));
  await page.getByRole('button', { name: 'Is it allowed?' }).click();

  await choose(page, 'What is deployed', 'Services');
  await page.getByRole('combobox', { name: 'Services' }).click();
  await page.getByRole('option', { name: 'ledger' }).click();

  await expect(page.getByText('Not allowed')).toBeVisible();
  await expect(page.getByText('ledger in eu-west').first()).toBeVisible();
  await expect(page.getByText('ledger in us-east').first()).toBeVisible();
  await expect(page.getByText(/^None before /)).toBeVisible();
  await expect(page.getByText('No slot is legal in these days')).toBeVisible();
});

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Calendar file' }).click();
  await page.getByRole('menuitem', { name: 'Import a calendar' }).click();
}

async function give(page: Page, buffer: Buffer, name = 'days.ics'): Promise<void> {
  const input = page.getByLabel('Calendar file', { exact: true });
  await input.setInputFiles({ name, mimeType: 'text/calendar', buffer });
}

test('what is no calendar is refused in words', async ({ app }) => {
  const { page, go } = app;
  await go('/windows');
  await openImport(page);

  await give(page, Buffer.from([0x42, 0xe9, 0x6c]), 'latin.ics');
  await expect(page.getByText('“latin.ics” is not written in UTF-8')).toBeVisible();
  await give(page, Buffer.alloc(901_000, 'x'), 'huge.ics');
  await expect(page.getByText('“huge.ics” has 901 kB')).toBeVisible();
  await give(page, Buffer.from('a,b,c'), 'table.ics');
  await expect(page.getByText('“table.ics” is not a calendar file')).toBeVisible();
});

test('a calendar is shown event by event, imported, and known again', async ({ app }) => {
  const { page, go } = app;
  await go('/windows');
  await openImport(page);

  await give(page, calendarFile([shutdown, stocktaking, broken]));
  await expect(page.getByText('3 events: 2 new, 1 that cannot be taken.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the calendar' })).toHaveValue('Company days');
  await expect(page.getByRole('button', { name: 'Import 2 events' })).toBeEnabled();
  await expectAccessible(page, 'import');
  const events = page.getByRole('grid', { name: 'Events of the file' });
  await events.getByText('Stocktaking').click();
  await expect(page.getByText('Stocktaking: would be made.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 event' }).click();
  await expect(rules(page).getByText('Christmas shutdown')).toBeVisible();
  await expect(rules(page).getByText('Stocktaking')).toBeHidden();

  await openImport(page);
  await give(page, calendarFile([event('one@x', '20991224', 'Christmas closing')]));
  await expect(page.getByText('1 event: 1 changed.')).toBeVisible();
  await expect(events.getByText('Name: “Christmas shutdown” becomes “Christmas closing”.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 event' }).click();
  await expect(rules(page).getByText('Christmas closing')).toBeVisible();
  await expect(rules(page).getByRole('row')).toHaveCount(2);

  await page.setViewportSize({ width: 1280, height: 800 });
  await openImport(page);
  await give(page, calendarFile([event('one@x', '20991228', 'Christmas closing')]));
  const moved = events.getByText(/^Times: .*24 Dec.* becomes .*28 Dec/);
  await expect(moved).toBeVisible();
  const isWhole = await moved.evaluate(
    (words) =>
      words.getBoundingClientRect().right <= innerWidth &&
      words.scrollHeight <= words.clientHeight &&
      words.scrollWidth <= words.clientWidth &&
      words.clientWidth <= (words.parentElement?.clientWidth ?? 0),
  );
  expect(isWhole, 'the new time is not cut off').toBe(true);
});

test('the plan is saved as a calendar file', async ({ app }) => {
  const { page, complaints } = app;
  await addRules(app, [farFreeze]);
  await page.getByRole('button', { name: 'Calendar file' }).click();
  await page.getByRole('menuitem', { name: 'Export a calendar' }).click();

  await page.getByLabel('To day').fill('1999-01-01');
  await expect(page.getByText('It is before the first day.')).toBeVisible();
  await page.getByLabel('From day').fill('2099-12-01');
  await page.getByLabel('To day').fill('2099-12-31');
  await expectAccessible(page, 'export');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const download = await saving;

  expect(download.suggestedFilename()).toMatch(/ 2099-12-01 to 2099-12-31\.ics$/);
  const text = fs.readFileSync(await download.path(), 'utf8');
  expect(text).toContain('SUMMARY:Freeze: Far freeze');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20991218T180000');
  await expect(page.getByText('Wrote 1 entry into a calendar file')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('both themes keep to the rules for contrast, and nothing scrolls sideways at 1280', async ({ app }) => {
  const { page } = app;
  await addRules(app, [farFreeze, freezePlan({ kind: 'maintenance', name: 'Disks' })]);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const hash of ['/windows', '/windows?view=allowed']) {
      await app.go(hash);
      await expect(page.getByRole('main')).toContainText(hash === '/windows' ? 'Far freeze' : 'The deployment');
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
      expect(violations, `${hash} ${colorScheme}`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, hash).toBeLessThanOrEqual(0);
    }
  }
});

test('windows and freezes that can only be looked at are shown whole, and nothing of them can be changed', async ({
  app,
}) => {
  const { page } = app;
  await addRules(app, [farFreeze]);
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      socket.send(typeof message === 'string' ? message.replaceAll('"readOnly":false', '"readOnly":true') : message);
    });
  });
  await page.reload();

  await expect(page.getByText('This workspace is open read-only')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New window or freeze' })).toBeDisabled();
  await page.keyboard.press('n');
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await rules(page).getByText('Far freeze').click();
  const panel = page.getByRole('complementary', { name: 'Far freeze' });
  for (const name of ['Change', 'Ask for an override', 'Remove this freeze']) {
    await expect(panel.getByRole('button', { name })).toBeDisabled();
  }
  await page.getByRole('button', { name: 'Calendar file' }).click();
  await expect(page.getByRole('menuitem', { name: 'Import a calendar' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Is it allowed?' }).click();
  await page.getByRole('combobox', { name: 'Release', exact: true }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('button', { name: /there$/ }).first()).toBeDisabled();
  await expectAccessible(page, 'windows read-only');
});
