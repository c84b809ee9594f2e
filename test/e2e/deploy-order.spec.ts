import { expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { biweeklyPlan, servicePlan } from '../support/plans.ts';
import { type TappedLine, tapLine } from './line.ts';
import { type PlanningApp, test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

interface Made {
  readonly line: TappedLine;
  readonly webRelease: string;
  readonly coreRelease: string;
}

/** Two services, each of a train of its own: the release of web is planned a week before that of api. */
async function makeTwoTrains({ page, go, days }: PlanningApp): Promise<Made> {
  await go('/deploy-order');
  const line = await tapLine(page);
  await expect(page.getByText('No release says which versions it brings')).toBeVisible();
  const make = async (procedure: string, input: unknown) => ((await line.call(procedure, input)) as { id: string }).id;
  const api = await make('catalogue.addService', servicePlan({ name: 'api' }));
  const web = await make('catalogue.addService', servicePlan({ name: 'web', dependsOn: [api] }));
  await line.call('catalogue.setRuns', { id: api, runs: { version: '3.0.2', worksWith: [] } });
  await line.call('catalogue.setRuns', { id: web, runs: { version: '4.1.0', worksWith: [] } });
  const first = days[0];
  if (first === undefined) throw new Error('the plan has no release');
  const release = async (name: string, services: readonly string[], day: string) => {
    const trainId = await make('trains.create', biweeklyPlan({ name, cadence: null, stages: [], services }));
    return make('releases.add', { trainId, name: `${name} 7`, day });
  };
  const webRelease = await release('Web', [web], first);
  const coreRelease = await release('Core', [api], addDays(first, 7));
  return { line, webRelease, coreRelease };
}

async function openVersions(page: Page, go: PlanningApp['go'], release: string) {
  await go(`/releases/${release}?tab=versions`);
  await page.getByRole('button', { name: 'Set versions' }).click();
  return page.getByRole('dialog', { name: /^Versions that/ });
}

async function setVersions(made: Made, { page, go }: PlanningApp): Promise<void> {
  const form = await openVersions(page, go, made.webRelease);
  await expect(form.getByRole('textbox', { name: 'web' })).toBeFocused();
  await page.keyboard.type('4.2.0');
  await page.keyboard.press('Tab');
  await expect(form.getByRole('button', { name: 'Add what one works with' })).toBeFocused();
  await page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'web works with' }).click();
  await page.getByRole('option', { name: 'api' }).click();
  const range = form.getByRole('textbox', { name: 'Versions of api that web works with' });
  await range.fill('newest');
  await range.press('Enter');
  await expect(form.getByText(/This is no range of versions/)).toBeVisible();
  await expect(range).toBeFocused();
  await range.fill('>=3.1');
  await range.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Versions that the release brings' })).toContainText('api >=3.1');
  const second = await openVersions(page, go, made.coreRelease);
  await second.getByRole('textbox', { name: 'api' }).fill('3.1.0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

function spots(page: Page) {
  return page.getByRole('group', { name: /^Versions of 2 services over time/ }).getByRole('button');
}

test('versions typed on two releases show what does not fit, and the order that is safe', async ({ app }) => {
  const { page } = app;
  const made = await makeTwoTrains(app);
  await setVersions(made, app);

  await page.keyboard.press('g');
  await page.keyboard.press('y');
  await expect(page.getByRole('heading', { level: 1, name: 'Deploy order' })).toBeVisible();
  await expect(page.getByText(/^One pair of versions that do not fit can run together/)).toBeVisible();
  await expect(page.getByText('A safe order exists: 2 releases change places.')).toBeVisible();
  const steps = page.getByRole('list', { name: 'A safe order' }).getByRole('listitem');
  await expect(steps).toHaveText([/^api 3\.1\.0/, /^web 4\.2\.0.*waits for 1/]);
  await expect(spots(page)).toHaveCount(1);
  await spots(page).focus();
  await page.keyboard.press('Enter');
  const pair = page.getByRole('list', { name: /do not fit, as planned/ }).getByRole('button');
  await expect(pair).toHaveAttribute('aria-pressed', 'true');
  await expect(pair).toContainText('web 4.2.0 needs api >=3.1');
  await expect(
    page.getByRole('list', { name: /do not fit, as planned/ }).getByRole('link', { name: 'Web 7' }),
  ).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('The planned order is safe: nothing has to change places.')).toHaveCount(0);
  await expect(page.getByText(/^Hold: no order avoids/)).toBeVisible();
  expect(app.complaints).toEqual([]);
});

/** Seven services in a ring, each version of which needs the next service to be as far: too many orders; but a and b need each other. */
async function makeRing({ page, go, days }: PlanningApp): Promise<void> {
  await go('/deploy-order');
  const line = await tapLine(page);
  const make = async (procedure: string, input: unknown) => ((await line.call(procedure, input)) as { id: string }).id;
  const services: string[] = [];
  for (const name of 'abcdefg') {
    const id = await make('catalogue.addService', servicePlan({ name }));
    await line.call('catalogue.setRuns', { id, runs: { version: '1.0.0', worksWith: [] } });
    services.push(id);
  }
  const trainId = await make('trains.create', biweeklyPlan({ name: 'Ring', cadence: null, stages: [], services }));
  const first = days[0];
  if (first === undefined) throw new Error('the plan has no release');
  for (let major = 2; major <= 8; major += 1) {
    const versions = services.map((serviceId, at) => {
      const needed = [services[(at + 1) % services.length], ...(at === 1 && major === 8 ? [services[0]] : [])];
      const worksWith = needed.map((other) => ({ serviceId: other, range: `>=${major}` }));
      return { serviceId, version: `${major}.0.0`, worksWith };
    });
    const id = await make('releases.add', { trainId, name: `Ring ${major}`, day: addDays(first, major - 2) });
    await line.call('releases.setVersions', { id, versions });
  }
}

test('what two services prove is told without an order that was not searched for', async ({ app }) => {
  const { page } = app;
  await makeRing(app);

  await expect(page.getByText(/^Hold: no order avoids a pair.* the best order is not known/)).toBeVisible();
  const unavoidable = page.getByRole('list', { name: 'Pairs of versions that no order avoids' });
  await expect(unavoidable.getByRole('listitem')).toHaveText([/^a 8\.0\.0 needs b >=8/]);
  await expect(page.getByRole('list', { name: 'The best order there is' })).toHaveCount(0);
  // The verdicts are read before the picture is scrolled away, however many services and pairs there are.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByText(/^Hold: no order avoids/)).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/^\d+ pairs of versions that do not fit/)).toBeInViewport({ ratio: 1 });
  expect(app.complaints).toEqual([]);
});

test('what is not known is counted and opens onto its rows', async ({ app }) => {
  const { page, go } = app;
  const made = await makeTwoTrains(app);
  await setVersions(made, app);
  await go('/deploy-order');
  await page.getByRole('button', { name: /releases say no version$/ }).click();

  const panel = page.getByRole('complementary', { name: /releases say no version$/ });
  await panel.getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: 'Versions 0', selected: true })).toBeVisible();
  await expect(page.getByText('Its train ships no service')).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('what runs now is said in the panel of a service', async ({ app }) => {
  const { page, go } = app;
  await makeTwoTrains(app);
  await go('/catalogue');
  await page.getByRole('grid', { name: 'Services' }).getByRole('row', { name: /^web/ }).click();
  const panel = page.getByRole('complementary', { name: 'web' });
  await expect(panel).toContainText('4.1.0');
  await panel.getByRole('button', { name: 'Change: what of web runs now' }).click();
  const form = page.getByRole('dialog', { name: 'What of web runs now' });
  await form.getByRole('textbox', { name: 'web' }).fill('4.1.3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(panel).toContainText('4.1.3');
  // The form of the service itself knows nothing of it, and saves all the same.
  await panel.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog', { name: 'Edit web' }).getByRole('textbox', { name: /^Name/ }).fill('shop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'shop' })).toContainText('4.1.3');
  expect(app.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the deploy order is accessible in the ${colorScheme} scheme`, async ({ app }) => {
    const { page, go } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const made = await makeTwoTrains(app);
    await expectAccessible(page, 'nothing said');
    await setVersions(made, app);
    await expectAccessible(page, 'versions of a release');
    await openVersions(page, go, made.webRelease);
    await expectAccessible(page, 'the form of versions');
    await go('/deploy-order?unknown=releases');
    await expect(page.getByRole('complementary')).toBeVisible();
    await expect(spots(page)).toHaveCount(1);
    await expectAccessible(page, 'a pair that does not fit');
    expect(app.complaints).toEqual([]);
  });
}
