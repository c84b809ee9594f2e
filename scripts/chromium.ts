import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOn, findOrGetOn, type Machine } from './chromium/get-chromium.ts';

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

const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
};

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(words: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  console.error(`> ${words.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, rest, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
}

function thisMachine(): Machine {
  return {
    named: process.env.CHROMIUM,
    places: [chromium.executablePath(), ...(USUAL_PLACES[process.platform] ?? [])],
    canRun,
    isDebian: existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get'),
    aptPrefix: () => {
      if (process.getuid?.() === 0) return [];
      return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
    },
    playwright: [process.execPath, join('node_modules', '@playwright', 'test', 'cli.js')],
    run,
  };
}

/** The Chromium or Chrome of this machine: `$CHROMIUM`, else Playwright's own, else the usual places; null for none. */
export function findChromium(): string | null {
  return findOn(thisMachine());
}

/** The Chromium of this machine, installed first where there is none; throws with the one command to run otherwise. */
export function findOrGetChromium(): string {
  return findOrGetOn(thisMachine());
}

if (process.argv[1] === 'chromium') {
  try {
    const file = findOrGetChromium();
    console.log(file);
    console.error(execFileSync(file, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
