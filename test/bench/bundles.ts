import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

const KB = 1_024;

function found(dist: string, globs: readonly string[]): readonly string[] {
  return globSync([...globs], { cwd: dist }).map((file) => join(dist, file));
}

/** The page with the scripts and styles that it needs before anything can be drawn: what its entry imports at once. */
function beforeFirstScreen(dist: string): readonly string[] {
  const page = join(dist, 'renderer', 'index.html');
  const folder = join(dist, 'renderer', 'assets');
  const needed = new Set<string>();
  const waiting = [...readFileSync(page, 'utf8').matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(
    ([, name = '']) => name,
  );
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    // `import a from"./x.js"` and `import"./x.js"`; `import("./x.js")` comes later, when its screen is opened.
    for (const [, one] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      waiting.push(basename(one ?? ''));
  }
  return [page, ...[...needed].map((name) => join(folder, name))];
}

/** The size of what is built, as it lies and as it would be sent compressed. */
export function bundleRows(dist: string): readonly Row[] {
  const bundles: Readonly<Record<string, readonly string[]>> = {
    'page, before the first screen': beforeFirstScreen(dist),
    'page, every screen': found(dist, ['renderer/assets/*.js', 'renderer/assets/*.css']),
    'core, hosts and their chunks': found(dist, [
      'core/*.js',
      'host/*.js',
      'electron/*.js',
      'electron/*.cjs',
      'chunks/*.js',
    ]),
  };
  return Object.entries(bundles).flatMap(([name, files]) => {
    const raw = files.reduce((sum, file) => sum + statSync(file).size, 0) / KB;
    const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / KB;
    const row = (what: string, median: number): Row => {
      return { name: `bundle: ${name}, ${what}`, size: files.length, unit: 'kB', median, spread: 0 };
    };
    return [row('raw', raw), row('gzip', packed)];
  });
}
