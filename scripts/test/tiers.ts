import { existsSync } from 'node:fs';
import { findOrGetChromium } from '../chromium.ts';

export const RECORDED_DATA = '../shared/data';

/** One way of running some of the tests, in a process of its own. */
export interface Tier {
  /** Its name in the summary. */
  readonly name: string;
  /** The word that picks it on the command line. */
  readonly pick: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly bailArg: string;
  readonly variables: () => Readonly<Record<string, string>>;
  /** Why it is rightly not run on this machine; null where it is to be run. */
  readonly notRun: () => string | null;
}

const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const DATE_SUITES = 'test/shared/domain/calendar/';

function vitestTier(name: string, project: string, zone = 'UTC', ...paths: readonly string[]): Tier {
  return {
    name,
    pick: project,
    script: VITEST,
    args: ['run', '--project', project, ...paths],
    bailArg: '--bail=1',
    variables: () => ({ TZ: zone }),
    notRun: () => null,
  };
}

/** Every tier, quickest first. */
export const TIERS: readonly Tier[] = [
  vitestTier('unit', 'unit'),
  vitestTier('unit: dates in America/New_York', 'unit', 'America/New_York', DATE_SUITES),
  vitestTier('unit: dates in Pacific/Auckland', 'unit', 'Pacific/Auckland', DATE_SUITES),
  vitestTier('contract', 'contract'),
  vitestTier('integration', 'integration'),
  {
    ...vitestTier('recorded', 'recorded'),
    notRun: () =>
      existsSync(RECORDED_DATA) ? null : `the recorded payloads (${RECORDED_DATA}) are not on this machine`,
  },
  {
    name: 'browser',
    pick: 'browser',
    script: PLAYWRIGHT,
    args: ['test'],
    bailArg: '-x',
    variables: () => ({ CHROMIUM: findOrGetChromium(), TZ: 'UTC' }),
    notRun: () => null,
  },
];

/** The tiers that the words pick, all for none; throws naming a word that picks nothing. */
export function pickTiers(words: readonly string[], tiers: readonly Tier[] = TIERS): readonly Tier[] {
  const known = new Set(tiers.map((tier) => tier.pick));
  const stranger = words.find((word) => !known.has(word));
  if (stranger !== undefined) throw new Error(`There is no tier "${stranger}"; there are ${[...known].join(', ')}.`);
  return words.length === 0 ? tiers : tiers.filter((tier) => words.includes(tier.pick));
}
