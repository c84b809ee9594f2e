import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { build } from '../../scripts/build.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.ts';
import { bundleRows } from './bundles.ts';
import type { BenchContext } from './context.ts';
import { median, spread } from './measure.ts';
import { familyOf, memoryOf } from './memory.ts';
import type { Row } from './row.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const DIST = join(ROOT, 'dist');
const BAR_MS = 2_000;

interface Host {
  readonly process: ChildProcess;
  readonly address: string;
}

/** Starts the built loopback host as `npm start` does, and waits for the address that it prints. */
async function startHost(file: string, home: string): Promise<Host> {
  const words = [join(DIST, 'host', 'loopback.js'), '--workspace', file, '--no-open'];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SIGNALBOX_HOME: home },
  });
  const line = once(createInterface(child.stdout), 'line').then(([text]) => String(text));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the loopback host ended with code ${code} before it listened`);
  });
  return { process: child, address: await Promise.race([line, ended]) };
}

async function stopHost({ process: child }: Host): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(patience);
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium; node scripts/run.mjs test gets one.');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
}

interface Started {
  /** Milliseconds from the start of both processes to a page on which Today can be read and used. */
  readonly usable: number;
  /** Of which until the host printed its address. */
  readonly listening: number;
  /** Megabytes. */
  readonly host: number;
  readonly browser: number;
  readonly heap: number;
}

/** A start as Electron's is: host and browser begin together, and the page is opened when both are there. */
async function startOnce(file: string, home: string): Promise<Started> {
  const began = performance.now();
  let listening = 0;
  const [host, server] = await Promise.all([
    startHost(file, home).then((started) => {
      listening = performance.now() - began;
      return started;
    }),
    chromium.launchServer({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] }),
  ]);
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(host.address);
    await page.getByText('Coming up', { exact: true }).waitFor();
    const usable = performance.now() - began;
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20;
    const browserPid = server.process().pid ?? 0;
    const memory = (pids: readonly number[]) => pids.reduce((sum, pid) => sum + memoryOf(pid), 0);
    const measured = { host: memory([host.process.pid ?? 0]), browser: memory(familyOf(browserPid)), heap };
    await browser.close();
    return { usable, listening, ...measured };
  } finally {
    await server.close();
    await stopHost(host);
  }
}

function rowOf(size: number, name: string, unit: string, values: readonly number[]): Row {
  return { name: `start: ${name}`, size, unit, median: median(values), spread: spread(values) };
}

async function benchSize(context: BenchContext, size: number): Promise<readonly Row[]> {
  const workspace = await context.workspace(size);
  const file = join(context.folder, `start-${size}.signalbox`);
  copyFileSync(workspace.file, file);
  const home = join(context.folder, 'home');
  const starts: Started[] = [];
  const repeats = context.smoke ? 2 : 5;
  for (let repeat = 0; repeat < repeats; repeat += 1) starts.push(await startOnce(file, home));
  for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true });
  const usable = rowOf(
    size,
    'to a usable page, browser included',
    'ms',
    starts.map((one) => one.usable),
  );
  return [
    { ...usable, bar: { text: `< ${BAR_MS} ms`, ok: usable.median < BAR_MS } },
    rowOf(
      size,
      'until the host listens',
      'ms',
      starts.map(({ listening }) => listening),
    ),
    rowOf(
      size,
      'memory of the host with its core',
      'MB',
      starts.map(({ host }) => host),
    ),
    rowOf(
      size,
      'memory of all of the browser',
      'MB',
      starts.map(({ browser }) => browser),
    ),
    rowOf(
      size,
      "memory of the page's own heap",
      'MB',
      starts.map(({ heap }) => heap),
    ),
  ];
}

/** An empty page in the same browser: what of the start is not ours. */
async function emptyPage(): Promise<number> {
  const began = performance.now();
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto('data:text/html,<p>Coming up</p>');
  await page.getByText('Coming up', { exact: true }).waitFor();
  const took = performance.now() - began;
  await browser.close();
  return took;
}

/** From the start of the processes to a usable window, what they hold, and what is built. */
export async function benchStart(context: BenchContext): Promise<readonly Row[]> {
  await build();
  const empty = [await emptyPage(), await emptyPage(), await emptyPage()];
  const reference = { name: 'the same browser with an empty page', median: median(empty) };
  const rows: Row[] = [];
  for (const size of context.sizes) {
    context.tell(`start: ${size} facts`);
    const [usable, ...rest] = await benchSize(context, size);
    if (usable !== undefined) rows.push({ ...usable, reference, ratio: reference.median / usable.median }, ...rest);
  }
  return [...rows, ...bundleRows(DIST)];
}
