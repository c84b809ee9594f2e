import fs from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { dayWords } from '../../shared/domain/calendar/time-words.ts';
import { type Day, day } from '../../shared/model/time.ts';
import { biweeklyPlan, servicePlan, teamPlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

/** The Tuesday after next: every week has one, and its clocks do not change on it. */
function nextTuesday(): Day {
  const today = day(new Date().toISOString().slice(0, 10));
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  return addDays(today, 7 + ((2 - weekday + 7) % 7));
}

/** Shop of New York and of Berlin stands on Ledger of Berlin, which is ready on a Tuesday at 10:30. */
async function makeShop(app: PlanningApp): Promise<Day> {
  await app.go('/windows');
  const line = await tapLine(app.page);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  const call = async (procedure: string, input: unknown) =>
    ((await line.call(procedure, input)) as { readonly id: string }).id;
  const tuesday = nextTuesday();
  const berlin = await call('catalogue.addTeam', teamPlan({ name: 'Berlin', calendar }));
  const york = await call('catalogue.addTeam', teamPlan({ name: 'York', zone: 'America/New_York', calendar }));
  const core = await call('catalogue.addService', servicePlan({ name: 'core', teamId: berlin }));
  const web = await call('catalogue.addService', servicePlan({ name: 'web', teamId: york, dependsOn: [core] }));
  for (const [name, services] of [
    ['Ledger', [core]],
    ['Shop', [web]],
  ] as const) {
    const plan = biweeklyPlan({ name, cadence: null, stages: [], calendar, services });
    const trainId = await call('trains.create', plan);
    const releaseId = await call('releases.add', { trainId, name: `${name} 1`, day: addDays(tuesday, 14) });
    const at = { startLocal: `${tuesday}T10:30`, endLocal: null };
    await call('releases.addMilestone', { releaseId, kind: 'code-freeze', name: 'Code freeze', ...at });
  }
  return tuesday;
}

async function choose(page: Page, release: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Releases' });
  await field.click();
  await page.getByRole('option', { name: release }).click();
  await page.keyboard.press('Escape');
}

const windows = (page: Page) => page.getByRole('table', { name: 'Proposed windows' });

test('releases are brought together step by step, planned as milestones, and taken back as one', async ({ app }) => {
  const { page, go } = app;
  const tuesday = await makeShop(app);
  await page.keyboard.press('v');
  await page.keyboard.press('i');
  await expect(page.getByText('Choose the releases that are brought together')).toBeVisible();
  await expectAccessible(page, 'integration windows, empty');

  await choose(page, /^Ledger 1/);
  await choose(page, /^Shop 1/);

  const rows = windows(page).getByRole('row');
  await expect(rows).toHaveCount(4);
  const on = dayWords(tuesday);
  await expect(rows.nth(1)).toContainText('Ledger 1');
  await expect(rows.nth(1)).toContainText(`${on}, 10:30 to 11:30`);
  await expect(rows.nth(2)).toContainText('Needs Ledger 1 (web → core).');
  await expect(rows.nth(2)).toContainText(`York: ${on}, 09:00 to 10:00`);
  await expect(rows.nth(3)).toContainText('All 2 releases, after the last step.');
  await expect(
    page.getByRole('img', { name: /^Integration windows of 2 releases: Integration: step 1, / }),
  ).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `integration windows, ${colorScheme}`);
  }

  // Another day for the second step moves what comes after it.
  await page.getByRole('combobox', { name: 'When Integration: step 2 begins' }).click();
  await page.getByRole('option', { name: new RegExp(`^${dayWords(addDays(tuesday, 1), 'medium')}, `) }).click();
  await expect(rows.nth(3)).toContainText(dayWords(addDays(tuesday, 1)));
  await page.reload();
  await expect(rows.nth(3)).toContainText(dayWords(addDays(tuesday, 1)));

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as .ics' }).click();
  const file = fs.readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('SUMMARY:Integration: step 2');

  await page.getByRole('button', { name: 'Add to the releases' }).click();
  await expect(page.getByText('Planned integration windows of 2 releases: 4 milestones added')).toBeVisible();
  await expect(page.getByText('The releases have these windows already.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to the releases' })).toBeDisabled();

  await go(`/calendar?view=agenda&day=${tuesday}`);
  await expect(page.getByText('Integration: step 1').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Integration: step 1')).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});

test('where teams share no hour, the two are named, and nothing can be added', async ({ app }) => {
  const { page } = app;
  const line = await tapLine(page);
  const id = async (procedure: string, input: unknown) =>
    ((await line.call(procedure, input)) as { readonly id: string }).id;
  const teams = [
    await id('catalogue.addTeam', teamPlan({ name: 'South', zone: 'Pacific/Auckland', calendar })),
    await id('catalogue.addTeam', teamPlan({ name: 'Berlin', calendar })),
  ];
  const plan = biweeklyPlan({ name: 'Far', cadence: null, stages: [], calendar, teams });
  const trainId = await id('trains.create', plan);
  await id('releases.add', { trainId, name: 'Far 1', day: addDays(nextTuesday(), 7) });
  await app.go('/windows?view=integration');

  await choose(page, /^Far 1/);

  await expect(windows(page)).toContainText(/(South and Berlin|Berlin and South) are never at work at the same time\./);
  await expect(page.getByRole('button', { name: 'Add to the releases' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save as .ics' })).toBeDisabled();
  await expectAccessible(page, 'integration windows, none');
});
