import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import type { Day } from '../../shared/model/time.ts';
import { type TappedLine, tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

/** Over every page while it is in a branch. */
function band(page: Page) {
  return page.getByRole('region', { name: 'What-if branch' });
}

function toast(page: Page, text: string | RegExp) {
  return page.getByRole('region', { name: 'Messages' }).getByText(text);
}

/** Forks the plan by the keyboard and goes to the new branch. */
async function fork(page: Page, name: string): Promise<void> {
  await page.keyboard.press('n');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.keyboard.press('Enter');
  // The whole workspace is copied.
  await expect(band(page)).toContainText(`You are in branch “${name}”`, { timeout: 15_000 });
}

/** Moves a release through its page, wherever the page is: in the plan or in a branch. */
async function move(page: Page, to: Day): Promise<void> {
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Day').fill(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function releasesInPlan(line: TappedLine, trainId: string): Promise<readonly { id: string; day: Day }[]> {
  // Another window's call: it names no branch.
  return (await line.call('releases.ofTrain', { trainId })) as readonly { id: string; day: Day }[];
}

test('a branch is forked, shown over every page, kept through a reload and left again', async ({ app }) => {
  const { page, go, complaints } = app;
  await go('/trains');

  await fork(page, 'A week later');
  await expect(page.getByRole('button', { name: 'What-if: branch “A week later” is shown' })).toBeFocused();
  await page.reload();
  await expect(band(page)).toContainText('A week later');
  await go('/calendar');
  await expect(band(page)).toContainText('A week later');

  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'What-if: the plan is shown' })).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a release moved in a branch stays in the plan, is compared, merged and taken back', async ({ app }) => {
  const { page, go, trainId, days, complaints } = app;
  await go('/trains');
  const line = await tapLine(page);
  const [first] = await releasesInPlan(line, trainId);
  const there = addDays(days[0] as Day, 3); // the train has releases
  await go(`/releases/${first?.id}`);
  await fork(page, 'A bit later');

  await move(page, there);
  expect((await releasesInPlan(line, trainId))[0]?.day).toBe(days[0]);

  await band(page).getByRole('link', { name: 'Compare' }).click();
  const moved = page.getByRole('table', { name: 'Releases that stand elsewhere in the branch' });
  await expect(moved).toContainText('3 days later');
  await page.keyboard.press('v');
  await page.keyboard.press('f');
  await expect(page.getByRole('table', { name: 'Conflicts by severity' })).toBeVisible();

  await page.keyboard.press('v');
  await page.keyboard.press('m');
  await expect(page.getByText(/Merging makes/)).toBeVisible();
  await page.getByRole('button', { name: /^Merge 1 release and its \d+ milestones into the plan$/ }).click();
  await expect(toast(page, /Merged 1 release and its \d+ milestones of branch “A bit later”/)).toBeVisible();
  await expect(band(page)).toHaveCount(0);
  expect((await releasesInPlan(line, trainId))[0]?.day).toBe(there);
  await expect(page.getByText('The plan has everything of this branch')).toBeVisible();

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(
    page.getByRole('button', { name: /^Merge 1 release and its \d+ milestones into the plan$/ }),
  ).toBeVisible();
  expect((await releasesInPlan(line, trainId))[0]?.day).toBe(days[0]);
  expect(complaints).toEqual([]);
});

test('a message of the plan, with its Undo, is not taken along into a branch, nor back', async ({ app }) => {
  const { page, go, trainId, days } = app;
  await go('/trains');
  const [first] = await releasesInPlan(await tapLine(page), trainId);
  await go(`/releases/${first?.id}`);
  const undo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' });
  await move(page, addDays(days[0] as Day, 2)); // the train has releases
  await expect(undo).toBeVisible();

  await fork(page, 'A bit later');
  await expect(undo).toHaveCount(0);

  await move(page, addDays(days[0] as Day, 3));
  await expect(undo).toBeVisible();
  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(undo).toHaveCount(0);
});

test('what both changed waits for a choice, which milestones follow', async ({ app }) => {
  const { page, go, trainId, days } = app;
  await go('/trains');
  const line = await tapLine(page);
  const [first] = await releasesInPlan(line, trainId);
  await go(`/releases/${first?.id}`);
  await fork(page, 'Elsewhere');
  await move(page, addDays(days[0] as Day, 3)); // the train has releases
  const inPlan = addDays(days[0] as Day, 1);
  await line.call('releases.move', { id: first?.id, day: inPlan });

  await page.keyboard.press('w');
  await page.keyboard.press('m');
  const merge = page.getByRole('button', { name: /into the plan$|^Nothing to merge$/ });
  await expect(page.getByText(/Choose a side for \d+ clash/)).toBeVisible();
  await expect(merge).toBeDisabled();
  // The milestones follow the side of their release.
  const release = page.getByRole('radiogroup', { name: /^Release/ });
  await release.getByRole('radio', { name: 'Keep the plan’s' }).check();
  await expect(page.getByText(/Choose a side/)).toHaveCount(0);
  await release.getByRole('radio', { name: 'Take the branch’s' }).check();
  await expect(page.getByRole('radio', { name: 'Take the branch’s', checked: true })).not.toHaveCount(1);
  await expect(merge).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  await expect(toast(page, /Merged/)).toBeVisible();
  expect((await releasesInPlan(line, trainId))[0]?.day).toBe(addDays(days[0] as Day, 3));
});

test('a branch is renamed and discarded after a question, and the page goes back to the plan', async ({ app }) => {
  const { page, go } = app;
  await go('/compare');
  await page.getByRole('button', { name: 'New branch' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('First try');
  await page.keyboard.press('Enter');
  await expect(band(page)).toContainText('First try');

  await page.getByRole('button', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Second try');
  await page.keyboard.press('Enter');
  await expect(band(page)).toContainText('Second try');

  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(band(page)).toContainText('Second try');
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();

  await expect(band(page)).toHaveCount(0);
  await expect(page.getByText('Try it before you decide it')).toBeVisible();
});

test('a branch that somebody else discards leads back to the plan, with a word', async ({ app }) => {
  const { page, go } = app;
  await go('/trains');
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await fork(page, 'Short-lived');
  const [branch] = (await line.call('branches.list', {})) as readonly { id: string }[];

  await line.call('branches.discard', { id: branch?.id });

  await expect(band(page)).toHaveCount(0);
  await expect(toast(page, 'The branch that was shown here is gone. This is the plan.')).toBeVisible();
});

test('what is not saved is asked about before the place changes', async ({ app }) => {
  const { page, go, trainId } = app;
  await go('/trains');
  await fork(page, 'Elsewhere');
  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(band(page)).toHaveCount(0);
  await go(`/trains/${trainId}/edit`);
  await page.getByLabel('Owner').fill('somebody else');

  const goThere = async () => {
    await page.getByRole('button', { name: 'What-if: the plan is shown' }).click();
    await page.getByRole('menuitem', { name: /^Elsewhere/ }).click();
  };
  await goThere();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Owner')).toHaveValue('somebody else');
  await expect(band(page)).toHaveCount(0);

  await goThere();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
  await expect(band(page)).toContainText('Elsewhere');
});

test('connections can only be looked at in a branch', async ({ app }) => {
  const { page, go } = app;
  await go('/connections');
  await expect(page.getByRole('button', { name: 'Add connection' }).first()).toBeEnabled();

  await fork(page, 'Elsewhere');

  await expect(page.getByText(/Connections and syncs belong to the plan/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add connection' }).first()).toBeDisabled();
});

test('the first visit can be used by everybody', async ({ app }) => {
  const { page, go } = app;
  await go('/compare');

  await expectAccessible(page, 'no branch yet');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every view of a comparison can be used by everybody, ${scheme}`, async ({ app }) => {
    test.slow();
    const { page, go, days, trainId } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await go('/trains');
    const line = await tapLine(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const [first] = await releasesInPlan(line, trainId);
    await go(`/releases/${first?.id}`);
    await fork(page, 'A bit later');
    await move(page, addDays(days[0] as Day, 3)); // the train has releases

    await go('/compare');
    await expect(page.getByRole('table', { name: /^Releases that stand elsewhere/ })).toBeVisible();
    await expectAccessible(page, 'dates');
    await go('/compare?view=figures');
    await expect(page.getByText('When teams are done (P85)')).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page, 'figures');
    await go('/compare?view=merge');
    await expect(page.getByText(/Merging makes/)).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page, 'merge');
  });
}

test('a baseline stands beside the plan: days and scope, and a word on what it cannot say', async ({ app }) => {
  const { page } = app;
  const line = await tapLine(page);
  await app.go('/compare');
  const { id } = (await line.call('adherence.addBaseline', { name: 'Promised', how: 'named', trainId: null })) as {
    id: string;
  };
  const [release] = (await line.call('releases.ofTrain', { trainId: app.trainId })) as readonly { id: string }[];
  await line.call('releases.move', { id: release?.id, day: addDays(app.days[0] as Day, 2) });
  await page.reload();

  await page.getByRole('combobox', { name: 'What to compare with' }).click();
  await page.getByRole('option', { name: 'Baseline: Promised' }).click();

  await expect(page).toHaveURL(new RegExp(`baseline=.*${id}`));
  const moved = page.getByRole('table', { name: 'Releases that stand elsewhere in the plan now' });
  await expect(moved.getByRole('cell', { name: '2 days later' })).toBeVisible();
  await expect(page.getByText('Conflicts, capacity, risk and P85 need the tickets')).toBeVisible();
  await expectAccessible(page, 'a baseline beside the plan');
});
