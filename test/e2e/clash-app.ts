import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { type Day, day } from '../../shared/model/time.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan } from '../support/plans.ts';
import { listen, newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/**
 * Two releases, Cards and Search, that have booked one environment at the same time; Search departs in a freeze as well,
 * Cards on the Friday before it.
 */
export interface ClashPlan {
  readonly cards: string;
  readonly search: string;
  readonly freeze: string;
  /** The Tuesday on which the environment is booked twice. */
  readonly booked: Day;
  /** The Tuesday a week later, in the middle of the three days of the freeze. */
  readonly frozen: Day;
}

export interface ClashApp extends ClashPlan {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Goes to a place by its address and waits for its heading. */
  readonly go: (hash: string) => Promise<void>;
}

function signalbox(words: readonly string[]): unknown {
  const out = execFileSync(process.execPath, ['bin/signalbox.mjs', ...words], { cwd: ROOT, encoding: 'utf8' });
  return out.trim() === '' ? null : JSON.parse(out);
}

/** The Tuesday of the week after next: far enough ahead to be moved either way. */
function firstTuesday(): Day {
  const today = day(new Date().toISOString().slice(0, 10));
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  return addDays(today, 7 + ((2 - weekday + 7) % 7));
}

/** Makes a workspace whose plan has two conflicts. */
function makeClashes(file: string): ClashPlan {
  function call(procedure: string, input: unknown): string {
    const answer = signalbox(['call', procedure, '--input', JSON.stringify(input), '--workspace', file]);
    return (answer as { readonly id?: string }).id ?? '';
  }
  signalbox(['workspace', 'create', '-w', file, '--zone', 'Europe/Berlin', '--json']);
  const booked = firstTuesday();
  const frozen = addDays(booked, 7);
  const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

  function release(name: string, on: Day): string {
    const trainId = call('trains.create', biweeklyPlan({ name, cadence: null, stages: [], calendar }));
    return call('releases.add', { trainId, name: `${name} 1`, day: on });
  }

  const cards = release('Cards', addDays(booked, 3));
  const search = release('Search', frozen);
  const environmentId = call('environments.add', environmentPlan());
  call('environments.add', environmentPlan({ name: 'spare' }));
  for (const [releaseId, title, from, to] of [
    [cards, 'Cards in staging', '09:00', '17:00'],
    [search, 'Search in staging', '13:00', '20:00'],
  ] as const) {
    const times = { startLocal: `${booked}T${from}`, endLocal: `${booked}T${to}` };
    const plan = bookingPlan(environmentId, { releaseId, title, ...times });
    call('environments.book', { plan, withDependants: false });
  }
  const clock = { by: 'zone', zone: 'Europe/Berlin' };
  const [start, end] = [addDays(frozen, -1), addDays(frozen, 2)];
  const holds = { by: 'once', start: { local: `${start}T00:00`, clock }, end: { local: `${end}T00:00`, clock } };
  const freeze = call('scheduleRules.add', freezePlan({ name: 'Sale days', reason: 'Most orders come then.', holds }));
  return { cards, search, freeze, booked, frozen };
}

/** A workspace whose plan has two conflicts for each test, signed in; it is made once and copied. */
export const test = base.extend<{ app: ClashApp }, { clashes: { readonly file: string; readonly plan: ClashPlan } }>({
  clashes: [
    // Playwright wants other fixtures named here, needed or not.
    async ({ browserName: _browserName }, use) => {
      const home = newHome();
      const file = path.join(home, `${WORKSPACE_NAME}.signalbox`);
      await use({ file, plan: makeClashes(file) });
      fs.rmSync(home, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  app: async ({ page, clashes }, use) => {
    const home = newHome();
    fs.copyFileSync(clashes.file, path.join(home, `${WORKSPACE_NAME}.signalbox`));
    const host = await startHost({ home });
    const complaints = listen(page);
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 });
    await use({
      page,
      complaints,
      ...clashes.plan,
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
