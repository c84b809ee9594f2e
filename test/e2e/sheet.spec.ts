import fs from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { biweeklyPlan, environmentPlan } from '../support/plans.ts';
import { tapLine } from './line.ts';
import { test } from './planning-app.ts';
import { expectAccessible } from './sample-app.ts';

async function openSheet(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'Print or save this view' })).toBeVisible();
  await expect(page.locator('[data-sheet] img')).toBeVisible();
}

async function save(page: Page, kind: 'PNG' | 'SVG'): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${kind}` }).click(),
  ]);
  return download;
}

async function contentOf(download: Download): Promise<Buffer> {
  return fs.readFileSync(await download.path());
}

/** The colours of some pixels of a picture: more than a few where something was drawn. */
function coloursOf(page: Page, png: Buffer): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const draw = canvas.getContext('2d');
      draw?.drawImage(image, 0, 0);
      const data = draw?.getImageData(0, 0, image.width, image.height).data ?? [];
      const seen = new Set<number>();
      for (let at = 0; at < data.length; at += 4 * 97) {
        seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      }
      return { width: image.width, height: image.height, colours: seen.size };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

test('the calendar is kept as an SVG that says what it is, as of when, what was filtered and what its signs mean', async ({
  app,
}) => {
  await app.go('/calendar?hidden=%5B%22uat%22%5D');
  await openSheet(app.page, 'Calendar');

  const svg = (await contentOf(await save(app.page, 'SVG'))).toString('utf8');

  expect(svg).toMatch(/^<svg[^>]*>/);
  for (const words of [
    /Calendar/,
    /Third quarter · the plan · as of .* 20\d\d/,
    /Without milestones: UAT/,
    /Code freeze/,
    /A freeze or maintenance behind what it is about/,
    /In conflict: blocking/,
  ]) {
    expect(svg).toMatch(words);
  }
  expect(svg).toContain('font/woff2;base64');
  expect(svg).not.toMatch(/<script|href="https?:/);
  // The library warns once that another font may wrap otherwise; the picture carries its own.
  expect(app.complaints.filter((each) => !each.startsWith('[snapdom]'))).toEqual([]);
});

test('the calendar is kept as a PNG, sharp enough for paper', async ({ app }) => {
  await app.go('/calendar');
  await openSheet(app.page, 'Calendar');

  const download = await save(app.page, 'PNG');
  const picture = await coloursOf(app.page, await contentOf(download));

  expect(download.suggestedFilename()).toMatch(/^Calendar .*\.png$/);
  // The page is 1,440 wide with a rail of 200; two pixels for each of the rest.
  expect(picture.width).toBeGreaterThan(2_400);
  expect(picture.height).toBeGreaterThan(1_600);
  expect(picture.colours).toBeGreaterThan(8);
});

test('a sheet is kept in one kind after the other, and each is said', async ({ app }) => {
  await app.go('/calendar');
  await openSheet(app.page, 'Calendar');
  const dialog = app.page.getByRole('dialog', { name: 'Print or save this view' });

  for (const kind of ['PNG', 'SVG'] as const) {
    const download = await save(app.page, kind);

    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    await expect(dialog.getByRole('status')).toHaveText(`Saved as ${kind}.`);
  }
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

/** The picture of the page inside the sheet, as text. */
async function pictureOf(page: Page): Promise<string> {
  return decodeURIComponent((await page.locator('[data-sheet] img').getAttribute('src')) ?? '');
}

test('a picture holds every lane, however low the window, without tools, and the page is then as it was', async ({
  app,
}) => {
  const { page } = app;
  const names = ['Ledger', 'Cards', 'Identity', 'Shop', 'Mobile', 'Reports'];
  const line = await tapLine(page);
  await page.setViewportSize({ width: 1280, height: 420 });
  await app.go('/calendar');
  for (const name of names) await line.call('trains.create', biweeklyPlan({ name }));
  const scroller = page.getByTestId('timeline-scroller');
  await expect
    .poll(() => scroller.evaluate((element) => element.scrollHeight - element.clientHeight))
    .toBeGreaterThan(60);
  await scroller.evaluate((element) => element.scrollTo({ top: 60 }));
  const before = await page.locator('main').boundingBox();

  await openSheet(page, 'Calendar');
  const picture = await pictureOf(page);

  for (const name of names) expect(picture).toContain(name);
  expect(picture).not.toMatch(/>(Today|Quarter|Lanes)</);
  expect(Number(await page.locator('[data-sheet] img').getAttribute('height'))).toBeGreaterThan(before?.height ?? 420);
  await expect(page.locator('[data-sheet]')).not.toContainText(/not shown|goes on/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.locator('main').boundingBox()).toEqual(before);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(60);
});

test('a sheet of a page says by what it measures, and of which branch it is', async ({ app }) => {
  const { page } = app;
  await app.go('/adherence?within=3');
  await openSheet(page, 'Adherence');
  await expect(page.locator('[data-sheet]')).toContainText(
    'Against the first day that was published before each departure · on time within 3 days',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('n');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: /^Name/ }).fill('A week later');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'What-if branch' })).toBeVisible();
  await openSheet(page, 'Adherence');

  await expect(page.locator('[data-sheet]')).toContainText('Third quarter · what-if branch “A week later” · as of');
});

test('a sheet says which deployment is asked about, and which rollouts are planned where', async ({ app }) => {
  const { page, trainId, go } = app;
  await go('/journal');
  const line = await tapLine(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
  await line.call('environments.add', environmentPlan({ name: 'Production' }));
  const [release] = (await line.call('releases.ofTrain', { trainId })) as readonly { id: string; name: string }[];
  const sheet = page.locator('[data-sheet]');

  await go(`/windows?view=allowed&release=${release?.id}`);
  await expect(page.getByRole('combobox', { name: 'Release', exact: true })).toHaveValue(/./);
  await openSheet(page, 'Windows and freezes');
  await expect(sheet).toContainText(new RegExp(`Is .*${release?.name} allowed\\? · .* to .* · Nothing filtered out`));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await go('/environments?view=rollouts');
  await expect(page.getByRole('group', { name: 'Rollout 1' })).toBeVisible();
  await openSheet(page, 'Environments');
  await expect(sheet).toContainText('1 rollout in Production');
});

test('what a page has as tables is saved beside its picture', async ({ app }) => {
  const { page } = app;
  await app.go('/catalogue');
  await openSheet(page, 'Services and teams');
  const dialog = page.getByRole('dialog', { name: 'Print or save this view' });
  await expect(dialog.getByRole('button', { name: /as CSV$/ })).toHaveText([
    'Save services as CSV',
    'Save teams as CSV',
    'Save people as CSV',
  ]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save teams as CSV' }).click(),
  ]);

  expect(download.suggestedFilename()).toBe('teams.csv');
  expect((await contentOf(download)).toString('utf8')).toBe('\uFEFFName,Time zone,Notes\r\n');
  await expect(page.getByText('Wrote 0 rows into a table')).toBeVisible();
  await expectAccessible(page, 'Print or save, with tables');
});

test('what is printed is the sheet and nothing else', async ({ app }) => {
  await app.go('/journal');
  await openSheet(app.page, 'Journal');

  await app.page.getByRole('button', { name: 'Print', exact: true }).click();
  await app.page.emulateMedia({ media: 'print' });

  await expect(app.page.locator('[data-printed]')).toBeVisible();
  await expect(app.page.locator('[data-printed]').getByText(/as of/)).toBeVisible();
  await expect(app.page.locator('#root')).toBeHidden();
  await app.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(app.page.locator('[data-printed]')).toHaveCount(0);
});

test('the sheet is left by Escape, and the page is as it was', async ({ app }) => {
  await app.go('/journal');
  await openSheet(app.page, 'Journal');

  await app.page.keyboard.press('Escape');

  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(app.page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
});
