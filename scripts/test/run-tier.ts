import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_VARIABLE, type TierReport, type TierResult } from './tier-report.ts';
import type { Tier } from './tiers.ts';

export interface TierFolders {
  readonly reports: string;
  readonly notes: string;
}

function ended(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (signal) resolve(`the runner was ended by ${signal}`);
      else resolve(code === 0 ? null : `the runner ended with exit code ${code}`);
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
  return end !== null && !failed && report.tests.length > 0 ? `${end} although no test failed` : null;
}

/** Runs one tier in a process of its own, its progress going straight to the terminal. */
export async function runTier(tier: Tier, folders: TierFolders, bail: boolean): Promise<TierResult> {
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
    const args = [tier.script, ...tier.args, ...(bail ? [tier.bailArg] : [])];
    const end = await ended(spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }));
    const report = readReport(file);
    return told({ report, notRun: null, crash: crashOf(end, report) });
  } catch (error) {
    return told({ report: null, notRun: null, crash: error instanceof Error ? error.message : String(error) });
  }
}
