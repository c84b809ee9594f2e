import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { day } from '../../shared/model/time.ts';
import { personPlan, servicePlan, teamPlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

function node(page: Page, name: string) {
  return page.getByRole('group', { name: /Which service needs which/ }).getByRole('button', { name });
}

test('services are added by keyboard from nothing, and drawn in the order of their releases', async ({ app }) => {
  const { page, go } = app;
  await go('/today');
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1, name: 'Services and teams' })).toBeVisible();
  await expect(page.getByText('Begin with the teams')).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.press('v');
  const form = page.getByRole('dialog', { name: 'Add a service' });
  await form.getByRole('textbox', { name: /^Name/ }).press('Enter');
  await expect(form.getByText('Write a name of at most 120 characters.')).toBeVisible();
  await form.getByRole('textbox', { name: /^Name/ }).fill('Ledger');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Ledger' })).toBeVisible();
  await page.getByRole('button', { name: 'Add service' }).click();
  const second = page.getByRole('dialog', { name: 'Add a service' });
  await second.getByRole('textbox', { name: /^Name/ }).fill('Shop');
  await second.getByRole('combobox', { name: 'Needs first' }).click();
  await page.getByRole('option', { name: 'Ledger' }).click();
  await second.getByRole('combobox', { name: 'Regions' }).fill('eu-west');
  await second.getByRole('combobox', { name: 'Regions' }).press('Enter');
  await second.getByRole('button', { name: 'Add service' }).click();

  await expect(page.getByRole('complementary', { name: 'Shop' })).toContainText('eu-west');
  await expect(page.getByText('what Shop needs first')).toBeVisible();
  await node(page, 'Shop').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(node(page, 'Ledger')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Ledger' })).toContainText('Shop');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Services' }).getByRole('row')).toHaveCount(3);
  expect(app.complaints).toEqual([]);
});

test('services that need each other are told, and drawn all the same', async ({ app }) => {
  const { page, go } = app;
  await go('/catalogue');
  const line = await tapLine(page);
  await expect(page.getByText('Begin with the teams')).toBeVisible();
  const { id: api } = (await line.call('catalogue.addService', servicePlan({ name: 'API' }))) as { id: string };
  const shop = servicePlan({ name: 'Shop', dependsOn: [api] });
  const { id } = (await line.call('catalogue.addService', shop)) as { id: string };
  await line.call('catalogue.updateService', { id: api, plan: servicePlan({ name: 'API', dependsOn: [id] }) });

  await expect(page.getByText('“API” needs “Shop” needs “API”: none of them can be released first.')).toBeVisible();
  await expect(node(page, 'API')).toBeVisible();
  await expect(node(page, 'Shop')).toBeVisible();
});

test('what is still named is not removed, and says where; what is removed comes back by undo', async ({ app }) => {
  const { page, go, trainId } = app;
  await go('/catalogue?tab=teams');
  const line = await tapLine(page);
  await expect(page.getByText('No teams yet')).toBeVisible();
  const { id } = (await line.call('catalogue.addTeam', teamPlan())) as { id: string };
  const { id: personId } = (await line.call('catalogue.addPerson', personPlan({ teamId: id }))) as { id: string };
  const [release] = (await line.call('releases.ofTrain', { trainId })) as readonly { id: string; name: string }[];
  const given = { releaseId: release?.id, personId, role: 'Approver' };
  const { id: part } = (await line.call('assignments.add', given)) as { id: string };
  await page
    .getByRole('grid', { name: 'Teams' })
    .getByRole('row', { name: /Checkout/ })
    .click();
  const panel = page.getByRole('complementary', { name: 'Checkout' });

  await panel.getByRole('button', { name: 'Remove' }).click();
  const told = page.getByRole('dialog', { name: 'Checkout cannot be removed yet' });
  await expect(told).toContainText('Grace is in it');
  await told.getByRole('button', { name: 'Close' }).click();
  await panel.getByRole('button', { name: 'Grace' }).click();
  const person = page.getByRole('complementary', { name: 'Grace' });
  await expect(person).toContainText(`Approver of ${release?.name}`);
  await person.getByRole('button', { name: 'Remove' }).click();
  const busy = page.getByRole('dialog', { name: 'Grace cannot be removed yet' });
  await expect(busy).toContainText(`they are Approver of release “${release?.name}”`);
  await busy.getByRole('button', { name: 'Close' }).click();
  await line.call('assignments.remove', { id: part });
  await expect(person).toContainText('None yet');
  await person.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove person' }).click();

  await expect(page.getByText('Nobody yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('row', { name: /Grace/ })).toBeVisible();
});

test('an absence is added, changed and removed where the year shows it, beside the holidays', async ({ app }) => {
  const { page, go } = app;
  await go('/catalogue?tab=away');
  const line = await tapLine(page);
  await expect(page.getByText('Nobody who could be away')).toBeVisible();
  const { id } = (await line.call('catalogue.addTeam', teamPlan())) as { id: string };
  await line.call('catalogue.addPerson', personPlan({ teamId: id }));
  const year = new Date().getUTCFullYear();

  await page.getByRole('button', { name: 'Add an absence of Grace' }).click();
  const form = page.getByRole('dialog', { name: 'Say who is away' });
  await form.getByLabel('First day').fill(`${year}-03-09`);
  await form.getByLabel('Last day').fill(`${year}-03-08`);
  await form.getByRole('button', { name: 'Add absence' }).click();
  await expect(form.getByText('The last day lies before the first.')).toBeVisible();
  await form.getByLabel('Last day').fill(`${year}-03-13`);
  await form.getByLabel('Reason').fill('Holidays');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('button', { name: /Grace is away .*9 Mar to .*13 Mar .*: Holidays/ });
  await expect(bar).toBeVisible();
  await expect(page.getByTitle(new RegExp(`1 May ${year}`))).toBeVisible();

  await bar.press('Enter');
  const change = page.getByRole('dialog', { name: 'Change an absence' });
  await change.getByLabel('Last day').fill(`${year}-03-20`);
  await change.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'List' }).click();
  const row = page.getByRole('grid', { name: `Absences in ${year}` }).getByRole('row', { name: /20 Mar/ });
  await row.click();
  await page.getByRole('button', { name: 'Remove absence' }).click();
  await expect(page.getByText(`Nobody is away in ${year}`)).toBeVisible();

  // What is said of another year is shown there.
  await page.getByRole('button', { name: 'Add absence' }).first().click();
  await form.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: 'Grace' }).click();
  await form.getByLabel('First day').fill(`${year + 1}-03-08`);
  await form.getByRole('button', { name: 'Add absence' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(
    page.getByRole('grid', { name: `Absences in ${year + 1}` }).getByRole('row', { name: /8 Mar/ }),
  ).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('it begins with the teams, then come their people, one like the other', async ({ app }) => {
  const { page, go } = app;
  await go('/catalogue');
  await page.getByRole('button', { name: 'Add team' }).click();
  const team = page.getByRole('dialog', { name: 'Add a team' });
  await team.getByRole('textbox', { name: /^Name/ }).fill('Core');
  await team.getByRole('button', { name: 'Add team' }).click();
  await page.getByRole('complementary', { name: 'Core' }).getByRole('button', { name: 'Add person' }).click();

  const person = page.getByRole('dialog', { name: 'Add a person' });
  const name = person.getByRole('textbox', { name: /^Name/ });
  await expect(person.getByRole('combobox', { name: 'Team' })).toHaveText('Core');
  await person.getByRole('checkbox', { name: 'Then another like it' }).check();
  await name.fill('Ada');
  await page.keyboard.press('Enter');
  await expect(person.getByText('“Ada” is added. Kept from it: team, zone and turns in the rota.')).toBeVisible();
  await expect(name).toHaveValue('');
  await name.fill('Bob');
  await page.keyboard.press('Enter');
  await expect(person.getByText(/^“Bob” is added/)).toBeVisible();
  await person.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const panel = page.getByRole('complementary', { name: 'Core' });
  await expect(panel.getByRole('button', { name: 'Ada' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Bob' })).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('a form says what was changed meanwhile, and saves what was not', async ({ app }) => {
  const { page, go } = app;
  await go('/catalogue?tab=people');
  const line = await tapLine(page);
  await expect(page.getByText('Nobody yet')).toBeVisible();
  const { id } = (await line.call('catalogue.addPerson', personPlan())) as { id: string };
  await page.getByRole('grid', { name: 'People' }).getByRole('row', { name: /Grace/ }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit Grace' });
  await line.call('catalogue.updatePerson', { id, plan: personPlan({ name: 'Grace H.', skills: ['rollback'] }) });

  await form.getByRole('textbox', { name: /^Name/ }).fill('Grace Hopper');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/The name of person “Grace H.” was changed meanwhile/)).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();

  const panel = page.getByRole('complementary', { name: 'Grace Hopper' });
  await expect(panel).toContainText('rollback');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`services and teams are accessible in the ${colorScheme} scheme`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page, go } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await go('/catalogue');
    const line = await tapLine(page);
    await expect(page.getByText('Begin with the teams')).toBeVisible();
    await expectAccessible(page, 'no services');
    const { id: team } = (await line.call('catalogue.addTeam', teamPlan())) as { id: string };
    const { id: api } = (await line.call('catalogue.addService', servicePlan({ name: 'API', teamId: team }))) as {
      id: string;
    };
    const shop = servicePlan({ name: 'Shop', dependsOn: [api] });
    const { id } = (await line.call('catalogue.addService', shop)) as { id: string };
    await line.call('catalogue.updateService', { id: api, plan: servicePlan({ name: 'API', dependsOn: [id] }) });
    await line.call('catalogue.addService', servicePlan({ name: 'Mail' }));
    const { id: person } = (await line.call('catalogue.addPerson', personPlan({ teamId: team }))) as { id: string };
    // Late in the evening of UTC it is tomorrow in the workspace's zone.
    const today = day(new Date().toISOString().slice(0, 10));
    const days = { firstDay: today, lastDay: addDays(today, 1) };
    await line.call('catalogue.addAbsence', { personId: person, ...days, reason: 'Holidays' });

    for (const [address, name] of [
      [`/catalogue?id=${api}`, 'API'],
      [`/catalogue?tab=teams&id=${team}`, 'Checkout'],
      [`/catalogue?tab=people&id=${person}`, 'Grace'],
    ] as const) {
      await go(address);
      await expect(page.getByRole('complementary', { name })).toBeVisible();
      await expectAccessible(page, address);
      await page.getByRole('complementary').getByRole('button', { name: 'Edit' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, `${address}, its form`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await go('/catalogue?tab=away');
    await expect(page.getByText(/^Away today: Grace/)).toBeVisible();
    await expectAccessible(page, 'away');
    expect(app.complaints).toEqual([]);
  });
}
