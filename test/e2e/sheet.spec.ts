import fs from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { test } from './planning-app.ts';

async function openSheet(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'Print or save this view' })).toBeVisible();
  await expect(page.locator('[data-sheet] img')).toBeVisible();
}

async function save(page: Page, kind: 'PNG' | 'SVG'): Promise<Download> {
  await openSheet(page, 'Calendar');
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

  const svg = (await contentOf(await save(app.page, 'SVG'))).toString('utf8');

  expect(svg).toMatch(/^<svg[^>]*>/);
  for (const words of [/Calendar/, /Third quarter · as of .* 20\d\d/, /Without milestones: UAT/, /Code freeze/]) {
    expect(svg).toMatch(words);
  }
  expect(svg).toContain('font/woff2;base64');
  expect(svg).not.toMatch(/<script|href="https?:/);
  // The library warns once that another font may wrap otherwise; the picture carries its own.
  expect(app.complaints.filter((each) => !each.startsWith('[snapdom]'))).toEqual([]);
});

test('the calendar is kept as a PNG, sharp enough for paper', async ({ app }) => {
  await app.go('/calendar');

  const download = await save(app.page, 'PNG');
  const picture = await coloursOf(app.page, await contentOf(download));

  expect(download.suggestedFilename()).toMatch(/^Calendar .*\.png$/);
  // The page is 1,440 wide with a rail of 200; two pixels for each of the rest.
  expect(picture.width).toBeGreaterThan(2_400);
  expect(picture.height).toBeGreaterThan(1_600);
  expect(picture.colours).toBeGreaterThan(8);
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
