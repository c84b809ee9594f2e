import { expect, type Page } from '@playwright/test';
import { bookingPlan, environmentPlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { test as planned } from './planning-app.ts';
import { expectAccessible, test } from './sample-app.ts';

/** Opens the workspace of a page to be looked at alone, from the next line on; answers what the page then sends. */
async function lookOnly(page: Page): Promise<readonly string[]> {
  const sent: string[] = [];
  // No host opens one yet: the answer about the workspace is changed on its way.
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      sent.push(message.toString());
      server.send(message);
    });
    server.onMessage((message) => {
      socket.send(typeof message === 'string' ? message.replaceAll('"readOnly":false', '"readOnly":true') : message);
    });
  });
  return sent;
}

async function expectAllDisabled(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const buttons = page.getByRole('button', { name, exact: true });
    await expect(buttons.first()).toBeVisible();
    for (const button of await buttons.all()) await expect(button).toBeDisabled();
  }
}

test('a workspace that can only be looked at says so, and offers nothing that would change it', async ({
  app: { page, go },
}) => {
  await lookOnly(page);

  await go('/trains');
  await expect(page.getByText('This workspace is open read-only')).toBeVisible();
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New train' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await expectAccessible(page, 'read-only');

  await go('/connections');
  await expect(page.getByRole('button', { name: 'Add connection' })).toBeDisabled();
  await go('/journal?entry=2');
  await expect(page.getByRole('button', { name: 'Undo this entry' })).toBeDisabled();
  await go('/settings');
  await expect(page.getByRole('region', { name: 'Workspace' }).getByLabel('Name')).toBeDisabled();

  await go('/catalogue?tab=teams');
  await expect(page.getByRole('button', { name: 'Add team' })).toBeDisabled();
  await page.getByRole('grid', { name: 'Teams' }).getByRole('row').nth(1).click();
  const team = page.getByRole('complementary').last();
  for (const name of ['Edit', 'Add person', 'Remove']) await expect(team.getByRole('button', { name })).toBeDisabled();
  await expectAccessible(page, 'read-only teams');
  await go('/catalogue?tab=away');
  await expect(page.getByRole('button', { name: 'Add absence' })).toBeDisabled();

  await go('/rota');
  await expect(page.getByText('This workspace can only be looked at.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Settle|Nothing to settle)/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: /choose the lead of/ }).first()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Propose another' })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: 'Settle all releases' })).toBeDisabled();
  await page
    .getByRole('button', { name: /^Why, for/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^Why / }).first()).toBeVisible();
  await expectAccessible(page, 'read-only rota');
});

planned(
  'environments of such a workspace are walked and opened, and nothing is written',
  async ({ app: { page, go, trainId } }) => {
    planned.setTimeout(120_000);
    const line = await tapLine(page);
    const [release] = (await line.call('releases.ofTrain', { trainId })) as readonly { id: string; day: string }[];
    if (release === undefined) throw new Error('the plan has a release');
    const { id: uat } = (await line.call('environments.add', environmentPlan({ name: 'UAT' }))) as { id: string };
    await line.call('environments.add', environmentPlan({ name: 'UAT 2' }));
    const times = { startLocal: `${release.day}T09:00`, endLocal: `${release.day}T17:00` };
    for (const title of ['One', 'Other']) {
      const plan = bookingPlan(uat, { title, ...times, releaseId: title === 'One' ? release.id : null });
      await line.call('environments.book', { plan, withDependants: false });
    }
    const sent = await lookOnly(page);
    await go(`/environments?range=month&from=${release.day}&id=${uat}`);
    await page.reload();
    await expect(page.getByText('This workspace is open read-only')).toBeVisible();
    const panel = page.getByRole('complementary');
    await expect(panel.getByRole('heading', { name: 'UAT' })).toBeVisible();
    await expectAllDisabled(page, ['Add environment', 'Book', 'Edit', 'Archive', 'Remove']);
    await expect(page.getByRole('button', { name: /^Do this: / }).first()).toBeDisabled();

    // Keys begin nothing either.
    for (const key of ['n', 'e', 'n', 'r']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.getByRole('button', { name: /^UAT(?! 2)/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: /^(One|Other)$/ })).toBeVisible();
    await expectAllDisabled(page, ['Change or move', 'Remove']);
    await expectAccessible(page, 'environments, read-only');

    await go(`/releases/${release.id}?tab=bookings`);
    await expect(page.getByRole('grid', { name: 'Bookings' }).getByText('UAT')).toBeVisible();
    await expectAllDisabled(page, ['Book']);
    const written =
      /\/(environments\/(add|update|archive|remove|book|updateBooking|moveBooking|removeBooking)|conflicts\/resolve)"/;
    expect(sent.filter((message) => written.test(message))).toEqual([]);
    expect(sent.some((message) => message.includes('/environments/bookings'))).toBe(true);
  },
);

test('comparisons and adherence of such a workspace are looked at and printed, and nothing is decided', async ({
  app: { page, go },
}) => {
  const sent = await lookOnly(page);
  await go('/compare');
  await page.reload();
  await expect(page.getByText('This workspace is open read-only, so no branch can be made.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New branch', exact: true })).toBeDisabled();
  await expectAccessible(page, 'read-only compare');

  await go('/adherence');
  await expect(page.getByRole('heading', { level: 1, name: 'Adherence' })).toBeVisible();
  await expectAllDisabled(page, ['Import history', 'Baselines']);
  await expectAccessible(page, 'read-only adherence');

  await page.keyboard.press('Control+p');
  await expect(page.locator('[data-sheet] img')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
  expect(
    sent.filter((message) => /\/(branches|adherence)\/(create|merge|discard|rename|name|import)/.test(message)),
  ).toEqual([]);
});
