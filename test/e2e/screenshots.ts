import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findOrGetChromium } from '../../scripts/chromium.ts';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { type Day, day } from '../../shared/model/time.ts';
import { biweeklyPlan } from '../support/plans.ts';
import { newHome, startHost, WORKSPACE_NAME } from './host/loopback.ts';

const OUT = 'resources/screenshots';
const SIZES = [
  { width: 1440, height: 900, suffix: '' },
  { width: 1024, height: 768, suffix: '-1024' },
] as const;
const SCHEMES = ['light', 'dark'] as const;

interface Shot {
  readonly name: string;
  readonly hash: string;
}

interface Plan {
  readonly trainId: string;
  readonly releaseId: string;
  readonly branchId: string;
  readonly teamId: string;
}

interface PlannedRelease {
  readonly id: string;
  readonly name: string;
  readonly day: string;
}

function call(file: string, procedure: string, input: unknown, more: readonly string[] = []): unknown {
  const words = [
    'bin/signalbox.mjs',
    'call',
    procedure,
    '--input',
    JSON.stringify(input),
    '--workspace',
    file,
    ...more,
  ];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

/** The plan's stages by the names that people give them. */
function namedPlan(cadence: unknown) {
  const plan = biweeklyPlan({ cadence });
  const names = ['Scope cut-off', 'Code freeze', 'Acceptance', 'Go/no-go'];
  return { ...plan, stages: plan.stages.map((stage, index) => ({ ...stage, name: names[index] ?? stage.name })) };
}

/** The sample, and one train of the kind that teams plan, so that every kind of milestone is on the pictures. */
function makeWorkspace(file: string): Plan {
  const sample = ['bin/signalbox.mjs', 'workspace', 'sample', '-w', file, '--zone', 'Europe/Berlin'];
  execFileSync(process.execPath, sample, { stdio: 'ignore' });
  const today = day(new Date().toISOString().slice(0, 10));
  const from = addDays(today, -28);
  const cadence = { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', from, departureTime: '20:00', onDayOff: 'keep' };
  const { id: trainId } = call(file, 'trains.create', namedPlan(cadence)) as { id: string };
  call(file, 'trains.generate', { id: trainId, from, to: addDays(today, 120) });
  const releases = call(file, 'releases.ofTrain', { trainId }) as readonly PlannedRelease[];
  for (const past of releases.filter((release) => release.day < today)) {
    call(file, 'releases.update', { id: past.id, state: 'departed' });
  }
  const next = releases.find((release) => release.day > today);
  if (next === undefined) throw new Error('the plan has no release ahead');
  boardSome(file, next.id);
  bringHistory(file, trainId, today);
  const { teams } = call(file, 'catalogue.read', {}) as { teams: readonly { id: string }[] };
  return { trainId, releaseId: next.id, branchId: tryLater(file, next), teamId: teams[0]?.id ?? '' };
}

/** Releases of the last two years, as snapshots of a plan would have told of them: some on their day, some late. */
function bringHistory(file: string, trainId: string, today: Day): void {
  const slips = [0, 0, 2, 0, 1, 0, 0, 7, 0, 3, 0, 0, 1, 0, 21, 2, 0, 0, 1, 0, 0, 4, 0, 0];
  const rows = slips.flatMap((slip, index) => {
    const planned = addDays(today, (index - slips.length) * 30);
    const departed = addDays(planned, slip);
    const releaseName = `Payments ${planned.slice(0, 4)}.${planned.slice(5, 7)}`;
    return [
      { releaseName, day: planned, observedOn: addDays(planned, -40), actual: false },
      { releaseName, day: departed, observedOn: departed, actual: true },
    ];
  });
  call(file, 'adherence.importHistory', { trainId, source: 'plan-history.csv', rows });
}

/** A branch in which the next release departs three days later. */
function tryLater(file: string, next: PlannedRelease): string {
  const { id } = call(file, 'branches.create', { name: 'Three days later' }) as { id: string };
  const move = { id: next.id, day: addDays(day(next.day), 3) };
  call(file, 'releases.move', move, ['--branch', 'Three days later']);
  return id;
}

function boardSome(file: string, releaseId: string): void {
  const { rows } = call(file, 'workItems.search', { limit: 9 }) as { rows: readonly { id: string }[] };
  const workItemIds = rows.map(({ id }) => id);
  call(file, 'releases.board', { releaseId, workItemIds, written: 'Rotate the signing keys', reason: '' });
}

function shotsOf({ trainId, releaseId, branchId, teamId }: Plan): readonly Shot[] {
  return [
    { name: 'today', hash: '/today' },
    { name: 'calendar', hash: '/calendar' },
    { name: 'month', hash: '/calendar?view=month' },
    { name: 'agenda', hash: '/calendar?view=agenda' },
    { name: 'trains', hash: '/trains' },
    { name: 'train', hash: `/trains/${trainId}` },
    { name: 'train-form', hash: `/trains/${trainId}/edit` },
    { name: 'release', hash: `/releases/${releaseId}` },
    { name: 'lanes', hash: '/calendar?lanes=%5B%22trains%22%2C%22rules%22%2C%22environments%22%2C%22teams%22%5D' },
    { name: 'conflicts', hash: '/conflicts' },
    { name: 'deploy-order', hash: '/deploy-order' },
    { name: 'environments', hash: '/environments' },
    { name: 'windows', hash: '/windows' },
    { name: 'catalogue', hash: '/catalogue' },
    { name: 'rota', hash: '/rota' },
    { name: 'capacity', hash: `/capacity?team=${teamId}&tab=forecast` },
    { name: 'adherence', hash: '/adherence?within=2' },
    { name: 'compare', hash: `/compare?branch=${branchId}` },
    { name: 'import', hash: '/import' },
    { name: 'work-items', hash: '/work-items' },
    { name: 'connections', hash: '/connections' },
    { name: 'journal', hash: '/journal' },
    { name: 'settings', hash: '/settings' },
    { name: 'help', hash: '/help/getting-started' },
  ];
}

/** Waits until the page stands still: two pictures in a row, a moment apart, are the same. */
async function pictureAtRest(page: Page): Promise<Buffer> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  let last = await page.screenshot();
  for (let tries = 0; tries < 20; tries += 1) {
    await page.waitForTimeout(400);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

async function shoot(browser: Browser, address: string, shots: readonly Shot[]): Promise<void> {
  const origin = new URL(address).origin;
  const first = await browser.newContext();
  const entrance = await first.newPage();
  await entrance.goto(address);
  await pictureAtRest(entrance);
  const storageState = await first.storageState();
  for (const colorScheme of SCHEMES) {
    for (const { suffix, ...viewport } of SIZES) {
      const context = await browser.newContext({ colorScheme, viewport, storageState });
      const page = await context.newPage();
      for (const { name, hash } of shots) {
        await page.goto('about:blank');
        await page.goto(`${origin}/#${hash}`);
        fs.writeFileSync(path.join(OUT, `${name}-${colorScheme}${suffix}.png`), await pictureAtRest(page));
      }
      await context.close();
    }
  }
  await first.close();
}

/** Draws every screen, in both schemes and both window sizes, into resources/screenshots. */
async function main(): Promise<void> {
  const home = newHome();
  const plan = makeWorkspace(path.join(home, `${WORKSPACE_NAME}.signalbox`));
  const host = await startHost({ home });
  const browser = await chromium.launch({ executablePath: findOrGetChromium(), args: [...CHROMIUM_FLAGS] });
  try {
    fs.mkdirSync(OUT, { recursive: true });
    await shoot(browser, host.address, shotsOf(plan));
  } finally {
    await browser.close();
    await host.end();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

await main();
