#!/usr/bin/env node
// The command line's door, in plain JavaScript that any Node can read: it finds a Node that is new enough, then loads
// the built program, or the sources as they stand where they are newer than what was built.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isTooOld, OLDEST_NODE } from '../scripts/node-version.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BUILT = join(ROOT, 'dist', 'cli', 'cli.js');
const SOURCE = join(ROOT, 'electron', 'hosts', 'cli', 'main.ts');

/** Signals go to the child, so that Ctrl+C and a service manager reach the program itself. */
function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', refuse);
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

function refuse() {
  console.error(`Signalbox needs Node ${OLDEST_NODE} or newer, best Node 24; this is ${process.versions.node}.`);
  console.error('Install Node 24 from https://nodejs.org and run the same command again.');
  process.exitCode = 1;
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

function program() {
  const canRunSource = existsSync(SOURCE) && Boolean(process.features.typescript);
  if (!existsSync(BUILT)) return canRunSource ? SOURCE : null;
  if (!canRunSource) return BUILT;
  const newest = Math.max(newestIn(join(ROOT, 'electron')), newestIn(join(ROOT, 'shared')));
  return newest > statSync(BUILT).mtimeMs ? SOURCE : BUILT;
}

const own = join(ROOT, 'node_modules', '.bin', 'node');
if (isTooOld(process.versions.node)) {
  if (existsSync(own)) runUnder(own);
  else refuse();
} else {
  const found = program();
  if (found) await import(pathToFileURL(found).href);
  else {
    console.error('Signalbox is not built: run `npm ci && npm run build` in its folder, then this command again.');
    process.exitCode = 1;
  }
}
