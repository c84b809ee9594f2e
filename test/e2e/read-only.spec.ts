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
});
