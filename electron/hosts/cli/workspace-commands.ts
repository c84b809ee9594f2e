import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../../shared/model/failure.ts';
import { Zone } from '../../../shared/model/time.ts';
import { systemZone } from '../default-workspace.ts';
import { ExitCode } from './exit-code.ts';
import { nameOfFile, type Opened, type SessionOptions, withWorkspace, workspaceFile } from './session.ts';
import { tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface WorkspaceOptions extends SessionOptions {
  readonly json?: boolean;
  readonly name?: string;
  readonly zone?: string;
}

function assertNew(file: string): void {
  if (!existsSync(dirname(file))) {
    throw new Failure('WORKSPACE_MISSING', 'The folder for the new workspace is not there.', {
      where: dirname(file),
      remedy: 'Make the folder first, or name another one.',
    });
  }
  if (!existsSync(file)) return;
  throw new Failure('CONFLICT', 'There is a file of that name already; it was left as it is.', {
    where: file,
    remedy: 'Name another file, or look into that one by `signalbox workspace info`.',
  });
}

function zoneOf(options: WorkspaceOptions): Zone {
  const zone = Zone.safeParse(options.zone ?? systemZone());
  if (zone.success) return zone.data;
  throw new Failure('BAD_INPUT', `${options.zone} is not a time zone that this system knows.`, {
    where: '--zone',
    remedy: 'Use an IANA name such as Europe/Berlin.',
  });
}

function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

async function printInfo({ core }: Opened, options: WorkspaceOptions, terminal: Terminal): Promise<void> {
  const info = await core.client.workspace.info({});
  if (options.json) {
    await terminal.out(`${JSON.stringify(info, null, 2)}\n`);
    return;
  }
  const head: readonly (readonly [string, string])[] = [
    ['name', info.name],
    ['file', info.file],
    ['zone', info.zone],
    ['created', new Date(info.createdAt).toISOString()],
    ['store version', String(info.schemaVersion)],
    ['size', sizeText(info.sizeBytes)],
    ['simulated facts', info.hasSimulatedFacts ? 'yes: some facts here are simulated' : 'none'],
  ];
  await terminal.out(tableText(['workspace', ''], head));
  const counts = Object.entries(info.counts).filter(([, count]) => count > 0);
  await terminal.out(`\n${tableText(['holds', 'count'], counts)}`);
}

/** Makes an empty workspace, or one filled with the sample; never touches a file that is there. */
export async function createWorkspace(
  options: WorkspaceOptions,
  terminal: Terminal,
  filled: 'empty' | 'sample',
): Promise<ExitCode> {
  const file = workspaceFile(options, terminal);
  assertNew(file);
  const zone = zoneOf(options);
  const name = options.name ?? (filled === 'sample' ? 'Public release trains' : nameOfFile(file));
  await withWorkspace(options, terminal, { mode: 'write', create: { name, zone } }, async (opened) => {
    if (filled === 'sample') await opened.core.client.workspace.loadSample({});
    await printInfo(opened, options, terminal);
  });
  return ExitCode.ok;
}

/** Says what is in a workspace. */
export async function showWorkspace(options: WorkspaceOptions, terminal: Terminal): Promise<ExitCode> {
  await withWorkspace(options, terminal, { mode: 'read' }, (opened) => printInfo(opened, options, terminal));
  return ExitCode.ok;
}

/** Writes a complete copy of a workspace beside it and says its path. */
export async function backUpWorkspace(options: WorkspaceOptions, terminal: Terminal): Promise<ExitCode> {
  const backup = await withWorkspace(options, terminal, { mode: 'read' }, ({ core }) =>
    core.client.workspace.backup({}),
  );
  // It lies beside the file itself, wherever the name that was given leads.
  const file = join(dirname(realpathSync.native(workspaceFile(options, terminal))), backup.file);
  if (options.json) await terminal.out(`${JSON.stringify({ ...backup, file }, null, 2)}\n`);
  else await terminal.out(`${file}\n`);
  return ExitCode.ok;
}
