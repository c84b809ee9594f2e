import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

const KB = 1_024;

interface Bundle {
  readonly name: string;
  /** Globs relative to `dist`. */
  readonly files: readonly string[];
}

const BUNDLES: readonly Bundle[] = [
  { name: 'page: all scripts and styles', files: ['renderer/assets/*.js', 'renderer/assets/*.css'] },
  {
    name: 'page: before the first screen',
    files: ['renderer/index.html', 'renderer/assets/index-*.js', 'renderer/assets/index-*.css'],
  },
  {
    name: 'core, hosts and their chunks',
    files: ['core/*.js', 'host/*.js', 'electron/*.js', 'electron/*.cjs', 'chunks/*.js'],
  },
];

/** The size of what is built, as it lies and as it would be sent compressed. */
export function bundleRows(dist: string): readonly Row[] {
  return BUNDLES.flatMap(({ name, files }) => {
    const found = globSync([...files], { cwd: dist }).map((file) => join(dist, file));
    if (found.length === 0) throw new Error(`nothing is built for ${name}: run npm run build`);
    const raw = found.reduce((sum, file) => sum + statSync(file).size, 0) / KB;
    const packed = found.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / KB;
    const row = (what: string, median: number): Row => ({
      name: `bundle: ${name}, ${what}`,
      size: found.length,
      unit: 'kB',
      median,
      spread: 0,
    });
    return [row('raw', raw), row('gzip', packed)];
  });
}
