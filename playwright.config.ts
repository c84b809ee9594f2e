import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.ts';
import { REPORT_VARIABLE } from './scripts/test/tier-report.ts';

// The stand-in for Electron launches the same Chromium, and finds it here.
const executablePath = findChromium() ?? undefined;
if (executablePath) process.env.CHROMIUM = executablePath;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // How long a page may take under load; a page that is ready is not waited for.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env[REPORT_VARIABLE] ? [['./scripts/test/playwright-reporter.ts']] : [['list']],
  // Playwright would otherwise rewrite every built file that a spec imports.
  build: { external: ['**/dist/**'] },
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_FLAGS] },
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
