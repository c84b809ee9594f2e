import { expect } from '@playwright/test';
import type { Train } from '../../shared/model/train.ts';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';

test('thousands of days off are taken without delay, and refused in words', async ({ app }) => {
  const { page, go } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await go('/trains/new');
  await page.getByRole('textbox', { name: /^Name/ }).first().fill('Payments 2');
  const field = page.getByRole('textbox', { name: 'More days off' });
  const lines = Array(5_000).fill('2026-12-24').join('\n');

  await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
  await field.focus();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(lines);
  await field.blur();

  await expect(page.getByText('5,000 days are named; a calendar keeps at most 400.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Create train' }).click();
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(/trains\/new/);
});

test('a tool that types line by line does not wait for the form', async ({ app }) => {
  const { page, go } = app;
  await go('/trains/new');
  const field = page.getByRole('textbox', { name: 'More days off' });

  // Two events of input a line, before each of which the whole form was drawn anew.
  await field.fill(Array(300).fill('2026-12-24').join('\n'), { timeout: 10_000 });

  await expect(field).toHaveValue(/^(2026-12-24\n){299}2026-12-24$/);
});

test('days off are saved as they stand when the save is asked for', async ({ app }) => {
  const { page, go } = app;
  await go('/trains/new');
  await page.getByRole('textbox', { name: /^Name/ }).first().fill('Payments 2');

  await page.getByRole('textbox', { name: 'More days off' }).fill('2026-12-24\n2026-12-31');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Payments 2' })).toBeVisible();
  await expect(page.getByText(/2 more days off|2 days off/).first()).toBeVisible();
});

test('a zone that is none stays as it was typed, is called one, and is not saved', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}/edit`);
  const zone = page.getByRole('combobox', { name: 'Zone' });
  await expect(zone).toHaveValue('Europe/Berlin');

  await zone.fill('Europe/Berln');
  await zone.press('Tab');

  await expect(zone).toHaveValue('Europe/Berln');
  await expect(page.getByText('No time zone is called “Europe/Berln”. Choose one of the list.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/edit/);
  await expect(zone).toBeFocused();

  await zone.fill('europe/paris');
  await zone.press('Tab');
  await expect(zone).toHaveValue('Europe/Paris');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).not.toHaveURL(/\/edit/);
  await expect(page.getByText('Europe/Paris').first()).toBeVisible();
});

test('a rule that cannot be read is explained as it is typed, where the dates would stand', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}/edit`);
  await page.getByRole('combobox', { name: 'Departs' }).click();
  await page.getByRole('option', { name: 'By a rule (RFC 5545)' }).click();
  const rule = page.getByRole('textbox', { name: 'Rule' });

  await rule.fill('FREQ=HOURLY');
  await expect(page.getByText('once this is right: FREQ=HOURLY recurs within a day')).toBeVisible();
  await rule.fill('FREQ=DAILY;COUNT=999999999');
  await expect(page.getByText('once this is right: COUNT=999999999 is not a whole number')).toBeVisible();

  await rule.press('Tab');
  await expect(rule).toHaveAttribute('aria-invalid', 'true');
});

test('no more stages are added than a train can have', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const {
    id,
    archived: _archived,
    source: _source,
    ...plan
  } = (await line.call('trains.get', { id: trainId })) as Train;
  const one = plan.stages[0] as Train['stages'][number]; // the train has stages
  const stages = Array.from({ length: 39 }, (_, at) => ({ ...one, key: `stage-${at}`, name: `Stage ${at}` }));
  await line.call('trains.update', { id, plan: { ...plan, stages } });
  await go(`/trains/${trainId}/edit`);
  await page.reload();
  const add = page.getByRole('button', { name: 'Add a stage' });

  await add.click();
  await page.getByRole('menuitem', { name: 'Go/no-go' }).click();

  await expect(add).toBeDisabled();
  await expect(page.getByText('A train has at most 40 stages; this one has 40.')).toBeVisible();
});

test('leaving a form that was changed offers to stay, not to cancel once more', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Owner').fill('somebody else');

  await page.getByRole('button', { name: 'Cancel' }).click();

  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Owner')).toHaveValue('somebody else');
});

test('stages that nobody touched follow the time of departure; one that was touched stays, and is said to be late', async ({
  app,
}) => {
  const { page, go } = app;
  await go('/trains/new');
  await page.getByRole('textbox', { name: /^Name/ }).first().fill('Billing');
  const deploys = page.getByLabel('Deployment from: time');
  const ends = page.getByLabel('Deployment until: time');
  await expect(deploys).toHaveValue('20:00');

  await page.getByLabel('At', { exact: true }).fill('18:00');
  await expect(deploys).toHaveValue('18:00');
  await expect(ends).toHaveValue('20:00');
  await expect(page.getByText('“Deployment” begins after the departure.')).toHaveCount(0);

  await ends.fill('21:00');
  await page.getByLabel('At', { exact: true }).fill('17:00');
  await expect(deploys).toHaveValue('18:00');
  await expect(page.getByText('“Deployment” begins after the departure.')).toBeVisible();

  await page.getByRole('button', { name: 'Create train' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Billing' })).toBeVisible();
  await expect(page.getByText('“Deployment” begins after the departure.')).toBeVisible();
});
