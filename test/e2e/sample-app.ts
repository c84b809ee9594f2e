import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type Host, listen, newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Fills a new workspace with the sample, as the command line does it. */
function makeSample(home: string): void {
  const file = path.join(home, `${WORKSPACE_NAME}.signalbox`);
  execFileSync(process.execPath, ['bin/signalbox.mjs', 'workspace', 'sample', '-w', file, '--zone', 'Europe/Berlin'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
}

/** A page of the sample workspace, signed in, and what it complained of. */
export interface App {
  readonly page: Page;
  readonly host: Host;
  readonly complaints: readonly string[];
  /** Goes to a place by its address and waits for its heading. */
  readonly go: (hash: string) => Promise<void>;
}

/** One host with the sample for each test: what one test decides, no other sees. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const home = newHome();
    makeSample(home);
    const host = await startHost({ home });
    const complaints = listen(page);
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 });
    await use({
      page,
      host,
      complaints,
      go: async (hash) => {
        // Another place in between: the heading that is waited for is never that of the page before.
        await page.goto('about:blank');
        await page.goto(`${host.origin}/#${hash}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
      },
    });
    await host.end();
    fs.rmSync(home, { recursive: true, force: true });
  },
});

/** Expects nothing for axe to find on the page as it stands, by the rules of WCAG 2.2 A and AA and best practice. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A colour on its way to another has neither's contrast.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // A sign of progress turns for ever.
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(found, what).toEqual([]);
}
