import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_VARIABLE, type TierReport, type TierResult } from './tier-report.ts';
import type { Tier } from './tiers.ts';

export interface TierFolders {
  readonly reports: string;
  readonly notes: string;
}

/** A runner whose report is there has this long to end; something that a test left running may keep it for ever. */
const GRACE_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** How a runner ended; null for well. One that does not end after its report was written is ended. */
function ended(child: ChildProcess, report: string, graceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    let left = graceMs;
    let hung = false;
    const watch = setInterval(() => {
      if (existsSync(report)) left -= LOOK_EVERY_MS;
      if (left > 0) return;
      hung = true;
      child.kill('SIGKILL');
    }, LOOK_EVERY_MS);
    const end = (how: string | null) => {
      clearInterval(watch);
      resolve(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => {
      if (hung) end('the runner wrote its report and did not end: a test left something running');
      else if (signal) end(`the runner was ended by ${signal}`);
      else end(code === 0 ? null : `the runner ended with exit code ${code}`);
    });
  });
}

function readReport(file: string): TierReport | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TierReport) : null;
}

/** What tests asked to have said about a tier: `{"tier": "browser", "note": "..."}` in a file each. */
function readNotes(folder: string, tier: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const notes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { tier: string; note: string });
  return [...new Set(notes.filter((each) => each.tier === tier).map((each) => each.note))];
}

function crashOf(end: string | null, report: TierReport | null): string | null {
  if (report === null) return `${end ?? 'the runner ended well'}, and it wrote no report`;
  const failed = report.tests.some((test) => test.state === 'failed');
  // A runner that finds no test ends badly too; the summary says that by itself.
  if (end?.includes('did not end')) return end;
  return end !== null && !failed && report.tests.length > 0 ? `${end} although no test failed` : null;
}

/** Runs one tier in a process of its own, its progress going straight to the terminal. */
export async function runTier(
  tier: Tier,
  folders: TierFolders,
  options: { readonly bail: boolean; readonly graceMs?: number },
): Promise<TierResult> {
  const started = performance.now();
  const told = (rest: Pick<TierResult, 'report' | 'notRun' | 'crash'>): TierResult => ({
    tier: tier.name,
    notes: readNotes(folders.notes, tier.name),
    milliseconds: performance.now() - started,
    ...rest,
  });
  const notRun = tier.notRun();
  if (notRun !== null) return told({ report: null, notRun, crash: null });
  const file = join(folders.reports, `${tier.name.replaceAll(/[^a-z]+/gi, '-')}.json`);
  try {
    const { FORCE_COLOR: _colour, ...own } = process.env;
    const env = { ...own, NO_COLOR: '1', ...tier.variables(), [REPORT_VARIABLE]: file };
    const args = [tier.script, ...tier.args, ...(options.bail ? [tier.bailArg] : [])];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const end = await ended(child, file, options.graceMs ?? GRACE_MS);
    const report = readReport(file);
    return told({ report, notRun: null, crash: crashOf(end, report) });
  } catch (error) {
    return told({ report: null, notRun: null, crash: error instanceof Error ? error.message : String(error) });
  }
}
