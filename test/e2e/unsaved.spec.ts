import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { dayWords } from '../../shared/domain/calendar/time-words.ts';
import type { Day } from '../../shared/model/time.ts';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { test as sampleTest } from './sample-app.ts';

/** Opens the first release that is ahead and answers its id. */
async function openRelease({ page, go, trainId }: PlanningApp): Promise<string> {
  await go(`/trains/${trainId}`);
  await page.getByRole('grid', { name: 'Releases ahead' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('tab', { name: /^Scope/ })).toBeVisible();
  return /releases\/([^?]+)/.exec(page.url())?.[1] ?? '';
}

function notesField(page: Page) {
  return page.getByRole('textbox', { name: 'Notes' });
}

test('notes typed while a save is under way stay, and are saved too', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  const line = await tapLine(page, [
    { calls: /releases\/update/, late: 600 },
    { calls: /releases\/get/, late: 300 },
  ]);
  await page.getByRole('tab', { name: 'Notes' }).click();
  await notesField(page).fill('first');
  await page.getByRole('button', { name: 'Save' }).click();

  await notesField(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' second');
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/^Changed the notes/)).toBeVisible();
  await expect(notesField(page)).toHaveValue('first second');

  await page.keyboard.press('Tab');
  await expect.poll(() => line.asked(/releases\/update/)).toBe(2);
  line.meddle([]);
  await page.reload();
  await expect(notesField(page)).toHaveValue('first second');
});

test('a key right after a save goes on from what was saved', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await tapLine(page, [{ calls: /releases\/get/, late: 2_500 }]);
  await page.getByRole('tab', { name: 'Notes' }).click();
  await notesField(page).fill('first');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/^Changed the notes/)).toBeVisible();

  await notesField(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');

  await expect(notesField(page)).toHaveValue('first!');
});

test('notes that could not be saved are there when the tab is opened again, and are guarded', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  const line = await tapLine(page, [{ calls: /releases\/update/, refused: 'The disk is full.' }]);
  await page.getByRole('tab', { name: 'Notes' }).click();
  await notesField(page).fill('an hour of writing');

  await page.getByRole('tab', { name: /^Scope/ }).click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The disk is full.')).toBeVisible();
  await page.getByRole('tab', { name: 'Notes, not saved' }).click();
  await expect(notesField(page)).toHaveValue('an hour of writing');

  await page.getByRole('link', { name: 'Trains' }).first().click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  line.meddle([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/^Changed the notes/)).toBeVisible();
  await page.getByRole('link', { name: 'Trains' }).first().click();
  await expect(page).toHaveURL(/#\/trains$/);
});

test('notes are saved on the way to another page', async ({ app }) => {
  const { page, go } = app;
  const id = await openRelease(app);
  await page.getByRole('tab', { name: 'Notes' }).click();
  await notesField(page).fill('Ask Ada first');

  await page.getByRole('link', { name: 'Trains' }).first().click();
  await expect(page).toHaveURL(/#\/trains$/);

  await go(`/releases/${id}?tab=notes`);
  await expect(notesField(page)).toHaveValue('Ask Ada first');
});

test('notes that somebody else changed meanwhile are shown beside those typed, and one is chosen', async ({ app }) => {
  const { page } = app;
  const id = await openRelease(app);
  const line = await tapLine(page);
  await page.getByRole('tab', { name: 'Notes' }).click();
  await notesField(page).fill('mine');
  await line.call('releases.update', { id, notes: 'theirs' });

  await page.keyboard.press('Tab');

  const choice = page.getByRole('group', { name: 'The notes as they are now' });
  await expect(choice).toContainText('theirs');
  await expect(notesField(page)).toHaveValue('mine');
  await choice.getByRole('button', { name: 'Save mine over them' }).click();
  await expect(choice).toHaveCount(0);
  await page.reload();
  await expect(notesField(page)).toHaveValue('mine');
});

test('a dialog asks before what was typed into it is lost', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await page.getByRole('button', { name: 'Board' }).first().click();
  await page.getByRole('tab', { name: 'By hand' }).click();
  await page.getByRole('textbox', { name: 'What boards' }).fill('a long careful description');

  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: 'Discard what you typed?' })
    .getByRole('button', { name: 'Keep typing' })
    .click();
  await expect(page.getByRole('textbox', { name: 'What boards' })).toHaveValue('a long careful description');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Work items');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('textbox', { name: 'What boards' })).toHaveValue('a long careful description');
  await expect(page).toHaveURL(/releases/);

  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('dates of a milestone that are being typed are asked about before the page is left', async ({ app }) => {
  const { page, days } = app;
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  await page.getByRole('button', { name: 'Change the dates of go' }).click();
  const typed = `${addDays(days[0] as Day, -3)}T10:30`; // the train has releases
  await page.getByLabel('go starts').fill(typed);

  await page.getByRole('link', { name: 'Trains' }).first().click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByLabel('go starts')).toHaveValue(typed);

  await page.getByRole('tab', { name: /^Crew/ }).click();
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByLabel('go starts')).toHaveValue(typed);

  await page.getByLabel('go starts').press('Enter');
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/^Moved milestone/)).toBeVisible();
  await page.getByRole('link', { name: 'Trains' }).first().click();
  await expect(page).toHaveURL(/#\/trains$/);
});

test('to stay keeps the address of the page too, whether another was typed or Back was pressed', async ({ app }) => {
  const { page, go, trainId } = app;
  await go('/trains');
  await go(`/trains/${trainId}/edit`);
  await page.getByLabel('Owner').fill('Ada');
  const origin = new URL(page.url()).origin;
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  const edited = new RegExp(`#/trains/${trainId}/edit$`);

  for (const leave of [
    () => page.goto(`${origin}/#/today`),
    () => page.goto(`${origin}/#/today`),
    () => page.evaluate(() => window.history.back()),
    () => page.goto(`${origin}/#/calendar`),
  ]) {
    await leave();
    await expect(page).not.toHaveURL(edited);
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toHaveCount(0);
    await expect(page).toHaveURL(edited);
    await expect(page.getByLabel('Owner')).toHaveValue('Ada');
  }

  // Another address while the question is open: both are taken back.
  await page.goto(`${origin}/#/today`);
  await expect(question).toBeVisible();
  await page.goto(`${origin}/#/calendar`);
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(page).toHaveURL(edited);
  await page.goto(`${origin}/#/journal`);
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
  await page.evaluate(() => window.history.back());
  await expect(page.getByLabel('Owner')).toHaveValue('Grace');
});

test('a dialog in which only a choice was made asks too; one that was only looked at does not', async ({ app }) => {
  const { page } = app;
  await openRelease(app);
  await page.getByRole('tab', { name: /^Milestones/ }).click();
  await page.getByRole('button', { name: 'Add milestone' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Add milestone' }).click();
  await page.getByRole('combobox', { name: /Kind/ }).click();
  await page.getByRole('option', { name: 'Deployment' }).click();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('dialog', { name: 'Discard what you typed?' })).toBeVisible();
});

test('a release that is added is opened without a question', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('button', { name: 'Add by hand' }).click();
  await page.getByLabel('Name').fill('Christmas fix');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Christmas fix' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what others changed of a train is kept by a save, and told where both changed the same', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}/edit`);
  const line = await tapLine(page);
  const notes = page.getByLabel('Notes');
  await expect(page.getByLabel('Name').first()).toHaveValue('Payments');
  const {
    id: _id,
    archived: _archived,
    source: _source,
    ...plan
  } = (await line.call('trains.get', { id: trainId })) as {
    id: string;
    archived: boolean;
    source: null;
    notes: string;
    owner: string;
  };
  await line.call('trains.update', { id: trainId, plan: { ...plan, owner: 'Ada', notes: 'theirs' } });
  await notes.fill('mine');

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/The notes of train “Payments” were changed meanwhile/)).toBeVisible();
  await expect(notes).toHaveValue('mine');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(new RegExp(`/trains/${trainId}$`));

  expect(await line.call('trains.get', { id: trainId })).toMatchObject({ owner: 'Ada', notes: 'mine' });
});

test('a drag of what somebody else moved meanwhile is refused, and says where it is', async ({ app }) => {
  const { page, go, days } = app;
  const id = await openRelease(app);
  await go(`/calendar?at=${days[0]}&days=40`);
  const line = await tapLine(page);
  const cell = page.getByRole('gridcell', { name: /Departure/ }).first();
  await cell.focus();
  await page.keyboard.press('Alt+ArrowRight');
  // The calendar hears of the other move only after this one.
  line.meddle([{ calls: /calendar\/range/, late: 1_500 }]);
  const other = addDays(days[0] as Day, 2);
  await line.call('releases.move', { id, day: other });

  await page.keyboard.press('Enter');

  await expect(page.getByText(new RegExp(`was moved meanwhile: it is at ${dayWords(other)}, 20:00 now`))).toBeVisible();
});

sampleTest(
  'a token that could not be kept stays in the form, and the connection is not added twice',
  async ({ app }) => {
    const { page, go } = app;
    await go('/connections');
    const line = await tapLine(page, [{ calls: /connections\/saveSecret/, refused: 'The keychain is locked.' }]);
    await page.getByRole('button', { name: 'Add connection' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add a connection' });
    await dialog.getByLabel('Name').fill('Shop');
    await dialog.getByLabel('Address').fill('http://127.0.0.1:9');
    await dialog.getByLabel('Token').fill('made-up-token');
    await dialog.getByLabel('Repositories').fill('acme/shop');

    await dialog.getByRole('button', { name: 'Add and sync' }).click();

    await expect(dialog.getByText('The connection is saved, its token is not. The keychain is locked.')).toBeVisible();
    await expect(dialog.getByLabel('Token')).toHaveValue('made-up-token');
    line.meddle([]);
    await dialog.getByRole('button', { name: 'Add and sync' }).click();
    await expect(dialog).toHaveCount(0);
    expect(line.asked(/connections\/add/)).toBe(1);
    expect(line.asked(/connections\/saveSecret/)).toBe(2);
  },
);
