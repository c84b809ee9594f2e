import { expect, type Page } from '@playwright/test';
import { type App, expectAccessible, test } from './sample-app.ts';

interface Screen {
  readonly name: string;
  readonly open: (app: App) => Promise<void>;
}

async function firstRow(page: Page, table: string): Promise<void> {
  await page.getByRole('grid', { name: table }).getByRole('row').nth(1).click();
}

const screens: readonly Screen[] = [
  { name: 'Today', open: ({ go }) => go('/today') },
  { name: 'Calendar', open: ({ go }) => go('/calendar') },
  { name: 'Calendar, month', open: ({ go }) => go('/calendar?view=month') },
  { name: 'Calendar, agenda', open: ({ go }) => go('/calendar?view=agenda') },
  { name: 'Trains', open: ({ go }) => go('/trains') },
  { name: 'New train', open: ({ go }) => go('/trains/new') },
  {
    name: 'Train',
    open: async ({ page, go }) => {
      await go('/trains');
      await firstRow(page, 'Trains');
      await expect(page.getByRole('heading', { level: 1, name: 'Chrome' })).toBeVisible();
    },
  },
  {
    name: 'Release',
    open: async ({ page, go }) => {
      await go('/today');
      await page.getByRole('link', { name: 'Firefox 161' }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Firefox 161' })).toBeVisible();
    },
  },
  {
    name: 'Work item',
    open: async ({ page, go }) => {
      await go('/work-items');
      await firstRow(page, 'Work items');
      await expect(page.getByRole('complementary')).toBeVisible();
    },
  },
  {
    name: 'Connection',
    open: async ({ page, go }) => {
      await go('/connections');
      await firstRow(page, 'Connections');
      await expect(page.getByRole('complementary')).toBeVisible();
    },
  },
  {
    name: 'Add a connection',
    open: async ({ page, go }) => {
      await go('/connections');
      await page.getByRole('button', { name: 'Add connection' }).first().click();
      await page.getByRole('button', { name: 'How names are read' }).click();
      await page.getByRole('button', { name: 'Add a status rule' }).click();
      await page.getByRole('button', { name: 'Add and sync' }).click();
    },
  },
  {
    name: 'Journal entry, verified',
    open: async ({ page, go }) => {
      await go('/journal?entry=2');
      await expect(page.getByRole('complementary')).toBeVisible();
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByText(/The journal holds/)).toBeVisible();
    },
  },
  { name: 'Integration windows', open: ({ go }) => go('/windows?view=integration') },
  { name: 'Deploy order', open: ({ go }) => go('/deploy-order') },
  { name: 'Settings', open: ({ go }) => go('/settings') },
  { name: 'Help', open: ({ go }) => go('/help') },
  {
    name: 'Palette',
    open: async ({ page, go }) => {
      await go('/today');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('fire');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'Keyboard shortcuts',
    open: async ({ page, go }) => {
      await go('/today');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is accessible in the ${colorScheme} scheme`, async ({ app }) => {
    test.setTimeout(360_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    for (const screen of screens) {
      await screen.open(app);
      await page.waitForTimeout(150);
      await expectAccessible(page, `${screen.name}, ${colorScheme}`);
      await page.keyboard.press('Escape');
    }

    expect(app.complaints).toEqual([]);
  });
}
