import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import type { BenchOptions, Row } from '../row.ts';
import type { BenchResult } from './page.tsx';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Serves a built folder on this machine's own address until it is closed. */
async function serve(folder: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(folder, ...name.split('/').filter((part) => part !== '..'))).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

interface Measured {
  readonly ours: readonly BenchResult[];
  readonly vis: readonly BenchResult[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spread(values: readonly number[]): number {
  return values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
}

/** Only the size that the bar is set for is judged. */
const BAR_SIZE = 10_000;
const SCRIPT_BAR_MS = 4;
const FRAME_RATE_BAR = 2;

function rowsOf(size: number, { ours, vis }: Measured): readonly Row[] {
  const of = (results: readonly BenchResult[], pick: (result: BenchResult) => number) => results.map(pick);
  const fps = of(ours, (result) => result.fps);
  const visFps = median(of(vis, (result) => result.fps));
  const script = of(ours, (result) => result.scriptP50);
  const visScript = median(of(vis, (result) => result.scriptP50));
  const draw = of(ours, (result) => result.drawMs);
  const visDraw = median(of(vis, (result) => result.drawMs));
  const p95 = median(of(ours, (result) => result.scriptP95));
  const judged = size === BAR_SIZE;
  const beside = (value: number) => ({ name: 'vis-timeline', median: value });
  return [
    {
      name: 'timeline: time to draw',
      size,
      unit: 'ms',
      median: median(draw),
      spread: spread(draw),
      reference: beside(visDraw),
      ratio: visDraw / median(draw),
    },
    {
      name: 'timeline: script per frame while panning',
      size,
      unit: 'ms',
      median: median(script),
      p95,
      spread: spread(script),
      reference: beside(visScript),
      ratio: visScript / median(script),
      ...(judged ? { bar: { text: `p95 < ${SCRIPT_BAR_MS} ms`, ok: p95 < SCRIPT_BAR_MS } } : {}),
    },
    {
      name: 'timeline: frames while panning',
      size,
      unit: 'fps',
      median: median(fps),
      spread: spread(fps),
      reference: beside(visFps),
      ratio: median(fps) / visFps,
      ...(judged
        ? { bar: { text: `>= ${FRAME_RATE_BAR}x vis-timeline`, ok: median(fps) >= FRAME_RATE_BAR * visFps } }
        : {}),
    },
  ];
}

/**
 * Pans our timeline and vis-timeline over the same items in the same browser, one after the other.
 * Frames are drawn in software and not held to a screen's rate, so that both can show what they cost.
 */
export async function benchTimeline(options: BenchOptions): Promise<Row[]> {
  const sizes = options.smoke ? [1_000] : [1_000, 10_000, 30_000];
  const rounds = options.smoke ? 1 : 3;
  const milliseconds = options.smoke ? 1_000 : 4_000;
  const folder = await mkdtemp(join(tmpdir(), 'signalbox-timeline-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 4_000 },
  });
  const { server, url } = await serve(folder);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS, '--disable-frame-rate-limit'],
  });
  try {
    const rows: Row[] = [];
    for (const size of sizes) {
      const measured = { ours: [] as BenchResult[], vis: [] as BenchResult[] };
      for (let round = 0; round < rounds; round += 1) {
        for (const library of ['ours', 'vis'] as const) {
          const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
          await page.goto(`${url}?library=${library}&items=${size}`);
          measured[library].push(await page.evaluate((time) => window.runBench(time), milliseconds));
          await page.close();
        }
      }
      rows.push(...rowsOf(size, measured));
    }
    return rows;
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
