import { expect } from '@playwright/test';
import { expectAccessible, test } from './sample-app.ts';

test('a workspace that can only be looked at says so, and offers nothing that would change it', async ({
  app: { page, go },
}) => {
  // No host opens one yet: the answer about the workspace is changed on its way.
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      socket.send(typeof message === 'string' ? message.replaceAll('"readOnly":false', '"readOnly":true') : message);
    });
  });

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
