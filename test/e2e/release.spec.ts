import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { bookingPlan, environmentPlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible, test as sampleTest } from './sample-app.ts';

/** The first release of the train that is ahead. */
async function openRelease({ page, go, trainId }: PlanningApp): Promise<void> {
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await expect(page).toHaveURL(/#\/releases\//);
  await expect(page.getByRole('tab', { name: /^Scope/ })).toBeVisible();
}

/** `12 Jan 2027` of a day, as the interface writes it. */
function words(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00Z`));
}

async function board(page: Page, what: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Board/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'By hand' }).click();
  await page.getByLabel('What boards').fill(what);
  await page.getByRole('dialog').getByRole('button', { name: 'Board 1 item' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a release takes its bookings along where one holds its deployment, unless that is unticked', async ({ app }) => {
  const { page, days } = app;
  await app.go('/trains');
  const line = await tapLine(page);
  const [release] = (await line.call('releases.ofTrain', { trainId: app.trainId })) as readonly { id: string }[];
  const { id: environmentId } = (await line.call('environments.add', environmentPlan({ kind: 'production' }))) as {
    id: string;
  };
  const times = { startLocal: `${days[0]}T08:00`, endLocal: `${days[0]}T23:00`, releaseId: release?.id };
  await line.call('environments.book', { plan: bookingPlan(environmentId, times), withDependants: false });
  const starts = async () =>
    ((await line.call('environments.ofRelease', { releaseId: release?.id })) as readonly { startLocal: string }[]).map(
      ({ startLocal }) => startLocal,
    );
  const to = (amount: number) => addDays(days[0] as Day, amount); // the train has releases
  await openRelease(app);

  const move = async (amount: number, withBookings: boolean) => {
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Day').fill(to(amount));
    const along = dialog.getByRole('checkbox', { name: 'Take its booking along, by as many days' });
    await expect(along).toBeChecked();
    await along.setChecked(withBookings);
    await expect(dialog.getByText('Makes no conflict, and resolves none.')).toBeVisible();
    await expectAccessible(page, 'move with bookings');
    await dialog.getByRole('button', { name: 'Move release' }).click();
    await expect(dialog).toHaveCount(0);
  };
  await move(1, true);
  expect(await starts()).toEqual([`${to(1)}T08:00`]);
  await move(2, false);
  expect(await starts()).toEqual([`${to(1)}T08:00`]);
});

test('a release says when it departs and draws its way', async ({ app }) => {
  const { page, days } = app;
  await openRelease(app);

  await expect(page.getByText(new RegExp(`Departs Tue ${words(days[0] as Day)}, 20:00`))).toBeVisible();
  await expect(page.getByRole('img', { name: /^The way of Payments/ })).toBeVisible();
  await expect(page.getByText('Nothing is aboard yet')).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('a milestone is moved by typing, stays by hand, and follows its stage again', async ({ app }) => {
  const { page, days } = app;
  const first = days[0] as Day; // the train has releases
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  const row = page.getByRole('row', { name: /^go/ });

  await page.getByRole('button', { name: 'Change the dates of go' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('go starts').fill(`${addDays(first, -3)}T10:30`);
  await page.keyboard.press('Enter');

  await expect(row).toContainText(`${words(addDays(first, -3))}, 10:30`);
  await expect(row).toContainText('By hand');
  await expect(page.getByRole('button', { name: 'Change the dates of go' })).toBeFocused();
  await page.getByRole('button', { name: 'Let go follow its stage again' }).click();
  await expect(row).toContainText(`${words(addDays(first, -1))}, 09:00`);
  await expect(row).toContainText('By its stage');
});

test('Escape leaves a milestone as it was; an end before its start is refused', async ({ app }) => {
  const { page, days } = app;
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();

  await page.getByRole('button', { name: 'Change the dates of uat' }).click();
  await page.getByLabel('uat ends').fill(`${addDays(days[0] as Day, -30)}T10:00`);
  await expect(page.getByText('It would end before it starts.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('row', { name: /^uat/ })).toContainText('By its stage');
});

test('a milestone of its own is added, and removed with undo', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();

  await page.getByRole('button', { name: 'Add milestone' }).click();
  await page.getByLabel('Name').fill('Partner call');
  await expectAccessible(page, 'Add a milestone');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /^Partner call/ });
  await expect(row).toContainText('By hand');

  await page.getByRole('button', { name: 'Remove Partner call' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(row).toHaveCount(1);
});

test('after a milestone is saved, a second click where the pointer rests does nothing', async ({ app }) => {
  const { page, days } = app;
  const first = days[0] as Day; // the train has releases
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  const rows = page.getByRole('row');
  const count = await rows.count();
  await page.getByRole('button', { name: 'Change the dates of go' }).click();
  await page.getByLabel('go starts').fill(`${addDays(first, 70)}T09:00`);
  await expect(page.getByText('That is 70 days after the departure.')).toBeVisible();

  const save = await page.getByRole('button', { name: 'Save' }).boundingBox();
  const at = { x: (save?.x ?? 0) + (save?.width ?? 0) / 2, y: (save?.y ?? 0) + (save?.height ?? 0) / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('row', { name: /^go/ })).toContainText('By hand');
  await page.mouse.click(at.x, at.y);

  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expect(rows).toHaveCount(count);
  await page.mouse.move(at.x, at.y - 60);
  await page.getByRole('button', { name: 'Remove go' }).click();
  await expect(rows).toHaveCount(count - 1);
});

test('a release is not called departed before its day without a question', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await page.getByRole('button', { name: 'Set state' }).click();
  await page.getByRole('menuitem', { name: 'Departed' }).click();

  const dialog = page.getByRole('dialog', { name: /has departed|departed already/i });
  await expect(dialog).toContainText('It departs Tue');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Departs Tue/)).toBeVisible();

  await page.getByRole('button', { name: 'Set state' }).click();
  await page.getByRole('menuitem', { name: 'Departed' }).click();
  await dialog.getByRole('button', { name: 'Mark as departed' }).click();
  await expect(page.getByText(/^Marked as departed; planned for Tue/)).toBeVisible();
});

test('a milestone of a kind of its own is not added without a name', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  await page.getByRole('button', { name: 'Add milestone' }).click();
  const dialog = page.getByRole('dialog');

  await dialog.getByRole('button', { name: 'Add milestone' }).click();
  await expect(dialog).toContainText('Give it a name.');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Sign-off');
  await dialog.getByRole('button', { name: 'Add milestone' }).click();

  await expect(page.getByRole('row', { name: /^Sign-off/ })).toBeVisible();
});

sampleTest('what is ticked is what boards, and what is done already is said', async ({ app }) => {
  const { page, go } = app;
  await go('/today');
  await page.getByRole('link', { name: 'Firefox 161' }).first().click();
  await page
    .getByRole('button', { name: /^Board/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'Search' }).click();
  const list = dialog.getByRole('group', { name: 'Work items' });
  const all = list.getByRole('checkbox', { name: 'Select all' });
  await expect(list).toContainText('Assignee');

  await all.check();
  await expect(dialog.getByRole('button', { name: /^Board \d+ items$/ })).toBeEnabled();
  await expect(dialog).toContainText(/\d+ of the \d+ that are ticked are closed already\./);
  await list.locator('label').filter({ hasNotText: 'Aboard already' }).first().getByRole('checkbox').uncheck();
  await expect(all).not.toBeChecked();
  await all.check();
  await all.uncheck();

  await expect(dialog.getByRole('button', { name: 'Board', exact: true })).toBeDisabled();
});

test('what boards can be bumped and dropped, with the reason in its history', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await board(page, 'Call the bank');
  await board(page, 'Print the forms');
  await expect(page.getByRole('tab', { name: 'Scope 2' })).toBeVisible();
  await expect(page.getByRole('img', { name: '2 items aboard: 2 without a ticket' })).toBeVisible();

  await page.getByRole('row', { name: /Call the bank/ }).click();
  await page.getByRole('button', { name: 'Bump…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bump' }).click();
  await expect(page.getByRole('dialog')).toContainText('Say why: the reason is kept');
  await page.getByLabel('Why is it bumped?').fill('The bank is closed');
  await page.getByRole('dialog').getByRole('button', { name: 'Bump' }).click();
  await expect(page.getByRole('row', { name: /Call the bank/ })).toContainText('Bumped');
  await expect(page.getByRole('complementary')).toContainText('The bank is closed');

  await page.getByRole('row', { name: /Print the forms/ }).click();
  await page.getByRole('button', { name: 'Drop…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Drop' }).click();
  await expect(page.getByRole('dialog')).toContainText('Say why: the reason is kept');
  await expect(page.getByLabel('Why is it dropped?')).toBeFocused();
  await page.getByLabel('Why is it dropped?').fill('No paper');
  await page.getByRole('dialog').getByRole('button', { name: 'Drop' }).click();
  await expect(page.getByRole('tab', { name: 'Scope 0' })).toBeVisible();

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('grid', { name: 'History of this release' })).toContainText('Dropped “Print the forms”');
  expect(app.complaints).toEqual([]);
});

test('a release is moved by its dialog; its state and notes are kept', async ({ app }) => {
  const { page, days } = app;
  const next = addDays(days[0] as Day, 1); // the train has releases
  await openRelease(app);

  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByLabel('Release day').fill(next);
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`Departs Wed ${words(next)}, 20:00`))).toBeVisible();

  await page.getByRole('button', { name: 'Set state' }).click();
  await page.getByRole('menuitem', { name: 'Under way' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Under way');

  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByLabel('Notes').fill('Ada is on call.');
  await page.getByRole('tab', { name: /^Scope/ }).click();
  await expect(page.getByText(/^Changed the notes/)).toBeVisible();
  await page.getByRole('tab', { name: 'Notes' }).click();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ada is on call.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  sampleTest(`a release's page is accessible in the ${colorScheme} scheme`, async ({ app }) => {
    sampleTest.setTimeout(240_000);
    const { page, go } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await go('/today');
    await page.getByRole('link', { name: 'Firefox 161' }).first().click();
    await expect(page.getByRole('tab', { name: /^Scope/ })).toBeVisible();

    await page.getByRole('grid', { name: 'Scope of this release' }).getByRole('row').nth(1).click();
    await expect(page.getByRole('complementary').getByText('Simulated')).toBeVisible();
    await expectAccessible(page, `Scope with an item open, ${colorScheme}`);
    for (const tab of ['Milestones', 'History', 'Notes']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      await expectAccessible(page, `${tab}, ${colorScheme}`);
    }
    await page.getByRole('tab', { name: /^Scope/ }).click();
    await page
      .getByRole('button', { name: /^Board/ })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Search' }).click();
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
    await expectAccessible(page, `Board, ${colorScheme}`);
  });
}
