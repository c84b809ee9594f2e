import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type InputOptions, rolldown } from 'rolldown';
import { build as buildByVite } from 'vite';
import { type BuildPart, hashInputs, isStale } from './build-inputs.ts';
import { buildStamped, readStamps } from './build-stamp.ts';

const ROOT = dirname(import.meta.dirname);
const STAMP = join(ROOT, 'dist', '.built.json');
const TOOLS = ['package.json', 'package-lock.json', 'scripts/build*.ts'];

/** Entry -> source of everything that runs in Node; each lies one folder below `dist`, and so do their shared chunks. */
const NODE_ENTRIES = {
  'electron/main': 'electron/shell/main.ts',
  'core/core-entry': 'electron/hosts/core-entry.ts',
  'core/sync-worker': 'electron/core/sync/worker.ts',
  'core/store-worker': 'electron/core/db/store-worker.ts',
  'core/compute-worker': 'electron/core/compute/compute-worker.ts',
  'host/loopback': 'electron/hosts/loopback/main.ts',
  'cli/cli': 'electron/hosts/cli/main.ts',
} as const;
const PRELOAD = 'electron/preload/preload.ts';

const NODE_PART: BuildPart = {
  name: 'node',
  inputs: ['shared/**/*.ts', 'electron/**/*.ts', 'resources/sample/*.json', ...TOOLS],
  outputs: [...Object.keys(NODE_ENTRIES).map((entry) => `dist/${entry}.js`), 'dist/electron/preload.cjs'],
};
const RENDERER_PART: BuildPart = {
  name: 'renderer',
  inputs: ['shared/**/*.ts', 'renderer/**/*', 'resources/{help,icons}/**/*', 'vite.config.ts', ...TOOLS],
  outputs: ['dist/renderer/index.html'],
};

/** What never goes into a bundle: the runtime's own module, and the one package with a native part. */
export const EXTERNAL = ['electron', 'better-sqlite3'] as const;

/** How every Node bundle is read; the stand-in's planted faults add a plugin to it. */
export function nodeInput(input: NonNullable<InputOptions['input']>): InputOptions {
  return {
    cwd: ROOT,
    input,
    platform: 'node',
    external: [...EXTERNAL],
    logLevel: 'warn',
    checks: { circularDependency: false, eval: false },
    onLog: (level, log, defaultHandler) => {
      // A package's own re-exports and pure annotations are its makers' business.
      if (level === 'warn' && log.id?.includes('node_modules')) return;
      defaultHandler(level, log);
    },
  };
}

async function buildNode(): Promise<void> {
  const bundle = await rolldown(nodeInput(NODE_ENTRIES));
  const { output } = await bundle.write({
    dir: join(ROOT, 'dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  });
  await bundle.close();
  removeOldChunks(new Set(output.map(({ fileName }) => basename(fileName))));
  await buildPreload(nodeInput(PRELOAD), join(ROOT, 'dist', 'electron', 'preload.cjs'));
}

/** Chunks are named by their content: those of the last build would stay for ever, and be packaged. */
function removeOldChunks(current: ReadonlySet<string>): void {
  const folder = join(ROOT, 'dist', 'chunks');
  for (const name of readdirSync(folder)) {
    if (!current.has(name)) rmSync(join(folder, name), { force: true });
  }
}

/** A sandboxed preload is one CommonJS file: Electron's sandbox knows neither ES modules nor relative requires. */
export async function buildPreload(input: InputOptions, file: string): Promise<void> {
  const bundle = await rolldown(input);
  await bundle.write({ file, format: 'cjs', codeSplitting: false });
  await bundle.close();
}

/** Built beside its place and then put there, so that a host that starts meanwhile finds the old page or the new one. */
async function buildRenderer(): Promise<void> {
  const place = join(ROOT, 'dist', 'renderer');
  const [draft, old] = [`${place}.${process.pid}`, `${place}.${process.pid}.old`];
  const configFile = join(ROOT, 'vite.config.ts');
  await buildByVite({ root: join(ROOT, 'renderer'), configFile, logLevel: 'warn', build: { outDir: draft } });
  if (existsSync(place)) renameSync(place, old);
  renameSync(draft, place);
  rmSync(old, { recursive: true, force: true });
}

/** Builds each part whose inputs have changed since it was built (all with `force`); answers the names of those built. */
export async function build(options: { readonly force?: boolean } = {}): Promise<readonly string[]> {
  const parts = [
    { part: NODE_PART, run: buildNode },
    { part: RENDERER_PART, run: buildRenderer },
  ];
  const built = readStamps(STAMP);
  const stale = parts.filter(({ part }) => options.force || isStale(ROOT, part, built[part.name]));
  for (const { part, run } of stale) {
    const started = performance.now();
    await buildStamped(STAMP, { name: part.name, hash: hashInputs(ROOT, part) }, run);
    console.error(`built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return stale.map(({ part }) => part.name);
}

async function buildByCommand(): Promise<void> {
  try {
    const built = await build({ force: process.argv.includes('--force') });
    if (built.length === 0) console.error('nothing to build: everything is up to date');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] === 'build') await buildByCommand();
