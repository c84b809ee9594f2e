import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { type Day, day } from '../../shared/model/time.ts';
import { biweeklyPlan } from '../support/plans.ts';
import { listen, newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** A train of the kind that teams plan, on the calendar around today. */
export interface PlanningApp {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly trainId: string;
  /** The releases' days, soonest first; the first lies at least a week ahead. */
  readonly days: readonly Day[];
  /** Goes to a place by its address and waits for its heading. */
  readonly go: (hash: string) => Promise<void>;
}

function signalbox(words: readonly string[]): unknown {
  const out = execFileSync(process.execPath, ['bin/signalbox.mjs', ...words], { cwd: ROOT, encoding: 'utf8' });
  return out.trim() === '' ? null : JSON.parse(out);
}

/** The Tuesday of next week: far enough ahead to be moved either way. */
function firstRelease(): Day {
  const today = day(new Date().toISOString().slice(0, 10));
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  return addDays(today, 9 + ((2 - weekday + 7) % 7));
}

function makePlan(file: string): { readonly trainId: string; readonly days: readonly Day[] } {
  const call = (procedure: string, input: unknown) =>
    signalbox(['call', procedure, '--input', JSON.stringify(input), '--workspace', file]);
  signalbox(['workspace', 'create', '-w', file, '--zone', 'Europe/Berlin', '--json']);
  const from = firstRelease();
  const plan = biweeklyPlan({
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] },
    cadence: { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', from, departureTime: '20:00', onDayOff: 'keep' },
  });
  const { id } = call('trains.create', plan) as { id: string };
  call('trains.generate', { id, from, to: addDays(from, 60) });
  const releases = call('releases.ofTrain', { trainId: id }) as readonly { day: Day }[];
  return { trainId: id, days: releases.map((release) => release.day) };
}

/** A workspace of one train and its releases for each test, signed in. */
export const test = base.extend<{ app: PlanningApp }>({
  app: async ({ page }, use) => {
    const home = newHome();
    const plan = makePlan(path.join(home, `${WORKSPACE_NAME}.signalbox`));
    const host = await startHost({ home });
    const complaints = listen(page);
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 });
    await use({
      page,
      complaints,
      ...plan,
      go: async (hash) => {
        await page.goto(`${host.origin}/#${hash}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
      },
    });
    await host.end();
    fs.rmSync(home, { recursive: true, force: true });
  },
});
