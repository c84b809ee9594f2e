import fs from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { personPlan } from '../support/plans.ts';
import { type TappedLine, tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

/** Two who lead and one who shadows; the plan's releases depart on Tuesdays at 20:00 in Berlin. */
async function addPeople(line: TappedLine): Promise<Readonly<Record<'Ada' | 'Grace' | 'Ken', string>>> {
  const add = async (name: string, leads: string) =>
    ((await line.call('catalogue.addPerson', personPlan({ name, leads }))) as { id: string }).id;
  return { Ada: await add('Ada', 'lead'), Grace: await add('Grace', 'lead'), Ken: await add('Ken', 'shadow') };
}

/** Departures in the evening are in working hours, and nobody rests. */
const EVENING = 'ends=%2221:00%22&rest=0';

function leadOf(page: Page, at: number) {
  return page.getByRole('button', { name: /choose the lead of/ }).nth(at);
}

test('from nobody to a settled rota: what fits nobody says why, rules change it, one step settles it', async ({
  app,
}) => {
  const { page, go, days } = app;
  await go('/rota?ends=%2219:00%22');
  const line = await tapLine(page);
  await expect(page.getByText('Nobody takes turns yet')).toBeVisible();
  const { Grace } = await addPeople(line);
  const away = { firstDay: days[0], lastDay: addDays(days[0] ?? ('' as never), 1), reason: '' };
  await line.call('catalogue.addAbsence', { personId: Grace, ...away });

  await expect(page.getByText(/releases? without a lead/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Why, for/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Why nobody as lead' })).toContainText('when Ada does not work');
  await expect(page.getByText(/open places: outside everybody’s working hours/)).toBeVisible();
  await expect(page.getByText('No roster is fairer.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Change the working hours' }).click();
  const rules = page.getByRole('dialog', { name: 'Rules of the rota' });
  await expect(rules.getByLabel('To', { exact: true })).toBeFocused();
  await rules.getByLabel('To', { exact: true }).fill('21:00');
  await rules.getByLabel('Releases of rest after a part').fill('0');
  await page.keyboard.press('Enter');

  await expect(page.getByText('Every place is filled.')).toBeVisible();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Ada Proposed/);
  await expect(page.getByRole('img', { name: /3 people: who leads and who shadows/ })).toBeVisible();
  await expect(page.getByText('Settling it makes no conflict.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Settled \d+ places of the rotation/)).toBeVisible();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Ada Settled/);
  await expect(page.getByRole('button', { name: 'Nothing to settle' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Ada Proposed/);
  expect(app.complaints).toEqual([]);
});

test('somebody else is chosen by keyboard, with what speaks against it, and some of it is settled', async ({ app }) => {
  const { page, go, days } = app;
  await go(`/rota?${EVENING}`);
  const line = await tapLine(page);
  await expect(page.getByText('Nobody takes turns yet')).toBeVisible();
  const { Grace } = await addPeople(line);
  await line.call('catalogue.addAbsence', { personId: Grace, firstDay: days[0], lastDay: days[0], reason: '' });
  await expect(page.getByText('Every place is filled.')).toBeVisible();
  const count = await page.getByRole('row').count();
  await expect(page.getByRole('button', { name: `Settle ${(count - 1) * 2} places` })).toBeEnabled();

  await leadOf(page, 0).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Who is the lead of/ });
  await expect(dialog.getByRole('button', { name: /^Ada/ })).toBeFocused();
  await expect(dialog.getByRole('button', { name: /^Grace/ })).toContainText('Grace is away on');
  await dialog.getByRole('button', { name: /^Grace/ }).press('Enter');

  await expect(leadOf(page, 0)).toBeFocused();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Grace Chosen/);
  await expect(page.getByText('1 place against the rules, as chosen by hand.')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Fill the rest around it' }).click();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Grace Chosen/);
  await page.getByRole('checkbox', { name: 'Settle all releases' }).click();
  await expect(page.getByRole('button', { name: 'Nothing to settle' })).toBeDisabled();
  await page
    .getByRole('checkbox', { name: /^Settle Payments/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Settle 2 places' }).click();

  await expect(leadOf(page, 0)).toHaveAccessibleName(/^Grace Settled/);
  await expect(leadOf(page, 1)).toHaveAccessibleName(/Proposed/);
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('tab', { name: 'Crew' }).click();
  const crew = page.getByRole('list', { name: 'Who has which part' });
  await expect(crew.getByRole('listitem').first()).toContainText(
    /Release lead\s*Grace\s*Grace is away on .*, at the time of/,
  );
  expect(app.complaints).toEqual([]);
});

test('what settling does to the conflicts is said before it, and after it', async ({ app }) => {
  const { page, go, days } = app;
  await go(`/rota?${EVENING}`);
  const line = await tapLine(page);
  await expect(page.getByText('Nobody takes turns yet')).toBeVisible();
  const { Ken } = await addPeople(line);
  await line.call('catalogue.addAbsence', { personId: Ken, firstDay: days[0], lastDay: days[0], reason: '' });
  await expect(page.getByText('Settling it makes no conflict.')).toBeVisible();

  await page
    .getByRole('button', { name: /choose the shadow of/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: /^Ken/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/^Makes 1 conflict: “Ken” is away/)).toBeVisible();
  await page.getByRole('button', { name: /^Settle \d+ places/ }).click();

  await expect(page.getByText(/^Settling it: Makes 1 conflict/)).toBeVisible();
  await page.getByRole('button', { name: 'Open conflicts' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conflicts');
  expect(app.complaints).toEqual([]);
});

test('a settled part is taken away, and comes back by undo', async ({ app }) => {
  const { page, go } = app;
  await go(`/rota?${EVENING}`);
  const line = await tapLine(page);
  await expect(page.getByText('Nobody takes turns yet')).toBeVisible();
  await addPeople(line);
  await page.getByRole('button', { name: /^Settle \d+ places/ }).click();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/Settled/);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as calendar' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Rota .* to .*\.ics$/);
  expect(fs.readFileSync(await download.path(), 'utf8')).toMatch(/SUMMARY:\w+: Release lead/);

  await leadOf(page, 0).click();
  await page.getByRole('button', { name: 'Take the part away' }).click();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/Proposed/);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(leadOf(page, 0)).toHaveAccessibleName(/Settled/);
});

test('a part of one’s own is given on the release, once, and removed', async ({ app }) => {
  const { page, go, trainId } = app;
  await go(`/trains/${trainId}`);
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await addPeople(line);
  const [release] = (await line.call('releases.ofTrain', { trainId })) as readonly { id: string }[];
  await go(`/releases/${release?.id}?tab=crew`);
  await expect(page.getByText('Nobody has a part yet')).toBeVisible();

  for (const again of [false, true]) {
    await page.getByRole('button', { name: 'Give a part' }).first().click();
    const form = page.getByRole('dialog', { name: /^Give a part in/ });
    await form.getByRole('combobox', { name: 'Who' }).fill('Ken');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: 'Part' }).fill('Scribe');
    await form.getByRole('button', { name: 'Give part' }).click();
    if (again) await expect(form.getByText(/Ken is Scribe of .* already/)).toBeVisible();
    else await expect(page.getByRole('listitem').filter({ hasText: 'Scribe' })).toBeVisible();
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('button', { name: 'Take Scribe from Ken' }).click();
  await expect(page.getByText('Nobody has a part yet')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rota is accessible in the ${colorScheme} scheme`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page, go } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await go('/rota');
    const line = await tapLine(page);
    await expect(page.getByText('Nobody takes turns yet')).toBeVisible();
    await expectAccessible(page, 'nobody');
    await addPeople(line);
    await expect(page.getByRole('table', { name: 'Rota' })).toBeVisible();
    await page
      .getByRole('button', { name: /^Why, for/ })
      .first()
      .click();
    await expectAccessible(page, 'nobody fits');

    await go(`/rota?${EVENING}`);
    await expect(page.getByText('Every place is filled.')).toBeVisible();
    await leadOf(page, 0).click();
    await expectAccessible(page, 'choosing');
    await page.getByRole('dialog').getByRole('button', { name: /^Ken/ }).click();
    await expectAccessible(page, 'chosen');
    await page.getByRole('button', { name: 'Rules', exact: true }).click();
    await expectAccessible(page, 'rules');
    expect(app.complaints).toEqual([]);
  });
}
