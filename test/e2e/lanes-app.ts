import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { type Day, day } from '../../shared/model/time.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan, personPlan, teamPlan } from '../support/plans.ts';
import { listen, newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** A train, a freeze, a window, two environments with three bookings, and a team with somebody away. */
export interface LanesApp {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** A Monday at least a week ahead; the release departs on the Tuesday after the next. */
  readonly monday: Day;
  readonly releaseId: string;
  readonly environmentId: string;
  readonly freezeId: string;
  /** Goes to a place by its address and waits for its heading. */
  readonly go: (hash: string) => Promise<void>;
}

function signalbox(words: readonly string[]): unknown {
  const out = execFileSync(process.execPath, ['bin/signalbox.mjs', ...words], { cwd: ROOT, encoding: 'utf8' });
  return out.trim() === '' ? null : JSON.parse(out);
}

function comingMonday(): Day {
  const today = day(new Date().toISOString().slice(0, 10));
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  return addDays(today, 7 + ((8 - weekday) % 7));
}

type Made = Pick<LanesApp, 'monday' | 'releaseId' | 'environmentId' | 'freezeId'>;

function makePlan(file: string): Made {
  const call = (procedure: string, input: unknown) =>
    signalbox(['call', procedure, '--input', JSON.stringify(input), '--workspace', file]) as { readonly id: string };
  signalbox(['workspace', 'create', '-w', file, '--zone', 'Europe/Berlin', '--json']);
  const monday = comingMonday();
  const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [addDays(monday, 2)] };
  const teamId = call('catalogue.addTeam', teamPlan({ name: 'Checkout', calendar })).id;
  const personId = call('catalogue.addPerson', personPlan({ name: 'Ada', teamId })).id;
  call('catalogue.addAbsence', {
    personId,
    firstDay: addDays(monday, 1),
    lastDay: addDays(monday, 4),
    reason: 'Conference',
  });
  const plain = { ...calendar, extraDaysOff: [] };
  const trainId = call('trains.create', biweeklyPlan({ cadence: null, calendar: plain, teams: [teamId] })).id;
  const releaseId = call('releases.add', { trainId, name: 'Payments 7', day: addDays(monday, 8) }).id;
  call('assignments.add', { releaseId, personId, role: 'Release lead' });

  const environmentId = call('environments.add', environmentPlan({ name: 'Staging' })).id;
  call('environments.add', environmentPlan({ name: 'Load test', sharing: 'shared', capacity: 10 }));
  const book = (title: string, from: number, to: number, more: object) =>
    call('environments.book', {
      plan: bookingPlan(environmentId, {
        title,
        startLocal: `${addDays(monday, from)}T09:00`,
        endLocal: `${addDays(monday, to)}T17:00`,
        ...more,
      }),
      withDependants: false,
    });
  book('Acceptance of payments', 0, 2, { releaseId, mode: 'exclusive' });
  book('Demo for partners', 2, 4, { mode: 'shared' });
  book('Drill', 7, 8, { mode: 'exclusive' });

  const clock = { by: 'zone', zone: 'Europe/Berlin' };
  const freezeId = call(
    'scheduleRules.add',
    freezePlan({
      name: 'Quarter end',
      reason: 'The books are closed.',
      holds: {
        by: 'once',
        start: { local: `${addDays(monday, 7)}T00:00`, clock },
        end: { local: `${addDays(monday, 10)}T00:00`, clock },
      },
    }),
  ).id;
  call(
    'scheduleRules.add',
    freezePlan({
      kind: 'window',
      name: 'Office hours',
      reason: '',
      holds: {
        by: 'rrule',
        rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
        from: addDays(monday, -28),
        startTime: '09:00',
        endTime: '16:00',
        endDayOffset: 0,
        clock,
        except: [],
        also: [],
      },
    }),
  );
  return { monday, releaseId, environmentId, freezeId };
}

interface Template extends Made {
  readonly file: string;
}

/** A workspace of everything that has a lane: made once, and a copy of it for each test, signed in. */
export const test = base.extend<{ app: LanesApp }, { template: Template }>({
  template: [
    // What a fixture needs is read from its pattern, which must not be empty.
    async ({ browserName: _ }, use) => {
      const home = newHome();
      const file = path.join(home, `${WORKSPACE_NAME}.signalbox`);
      await use({ file, ...makePlan(file) });
      fs.rmSync(home, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  app: async ({ page, template }, use) => {
    const { file, ...plan } = template;
    const home = newHome();
    fs.copyFileSync(file, path.join(home, path.basename(file)));
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
