import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const APT_PACKAGES = ['chromium', 'fonts-liberation'];

/** Flags under which Chromium runs headless and offline here: no sandbox for root, no GPU, no background traffic. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function usualPlaces(): readonly string[] {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  if (process.platform === 'win32') {
    return programs.flatMap((folder) =>
      folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
    );
  }
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium or Chrome of this machine: `$CHROMIUM`, else Playwright's own, else the usual places; null for none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!canRun(named)) throw new Error(`CHROMIUM names ${named}, which cannot be run. Correct it or unset it.`);
    return named;
  }
  return [chromium.executablePath(), ...usualPlaces()].find((place) => place !== '' && canRun(place)) ?? null;
}

/** The words before `apt-get` that give it the rights it needs; null where it cannot have them without asking. */
function aptPrefix(): readonly string[] | null {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function run(words: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  console.error(`> ${words.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, rest, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
}

function installByApt(prefix: readonly string[]): void {
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...APT_PACKAGES];
  if (run([...prefix, 'apt-get', 'update'])) run([...prefix, ...install]);
}

function installByPlaywright(): void {
  run([process.execPath, join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
}

function commandToRun(): string {
  if (existsSync('/etc/debian_version')) {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${APT_PACKAGES.join(' ')}`;
  }
  return 'npx playwright install chromium';
}

/** The Chromium of this machine, installed first where there is none; throws with the one command to run otherwise. */
export function findOrGetChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.error('No Chromium or Chrome was found; getting one.');
  const prefix = aptPrefix();
  if (prefix) installByApt(prefix);
  else installByPlaywright();
  const got = findChromium();
  if (got) return got;
  throw new Error(`Chromium could not be had. Run this once, then try again:\n  ${commandToRun()}`);
}

function isOwnCommand(): boolean {
  const started = process.argv[1];
  return started === 'chromium' || (started !== undefined && import.meta.url === pathToFileURL(started).href);
}

if (isOwnCommand()) {
  try {
    const file = findOrGetChromium();
    console.log(file);
    console.error(execFileSync(file, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
