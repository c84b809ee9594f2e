import { defineConfig } from 'vitest/config';
import { REPORT_VARIABLE } from './scripts/test/tier-report.ts';
import { createTierReporter } from './scripts/test/vitest-reporter.ts';

// The date suites are run again under other zones by `npm test`; a run by hand is in UTC unless it says otherwise.
process.env.TZ ??= 'UTC';

const reportFile = process.env[REPORT_VARIABLE];
const OWN_TIERS = ['test/contract/**', 'test/integration/**', 'test/recorded/**'];
const NOT_VITEST = ['test/e2e/**', 'test/bench/**', 'test/fixtures/**'];

function specsIn(folder: string): string[] {
  return [`${folder}/**/*.spec.ts`, `${folder}/**/*.spec.tsx`];
}

export default defineConfig({
  test: {
    // A process a file, two at a time: native modules and TZ stay apart, and two cores are what small machines have.
    pool: 'forks',
    maxWorkers: 2,
    watch: false,
    reporters: reportFile ? [createTierReporter(reportFile)] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'electron/**', 'renderer/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: specsIn('test'),
          exclude: [...OWN_TIERS, ...NOT_VITEST],
          // Unit tests take milliseconds; this is for a machine that does much else at once.
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'contract', include: specsIn('test/contract'), testTimeout: 20_000 } },
      {
        extends: true,
        test: { name: 'integration', include: specsIn('test/integration'), testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { extends: true, test: { name: 'recorded', include: specsIn('test/recorded'), testTimeout: 60_000 } },
    ],
  },
});
