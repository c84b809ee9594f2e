import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DoctorCheck } from '../../../shared/contract/system.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { readConnections } from './connections.ts';
import { ExitCode } from './exit-code.ts';
import { folderOf, type SessionOptions, VERSION, withWorkspace } from './session.ts';
import { tableText } from './table.ts';
import type { Terminal } from './terminal.ts';

function checkVersion(): DoctorCheck {
  return { name: 'Signalbox', ok: true, found: `${VERSION} on Node ${process.versions.node}`, remedy: null };
}

/** Settings and secrets lie below it; it is made when first needed. */
function checkFolder(terminal: Terminal): DoctorCheck {
  const name = 'Settings folder';
  try {
    const folder = folderOf(terminal);
    const nearest = nearestExisting(folder);
    if (canWrite(nearest)) return { name, ok: true, found: folder, remedy: null };
    const remedy = 'Get write access to it, or set SIGNALBOX_HOME to a folder of yours.';
    return { name, ok: false, found: `${nearest} cannot be written`, remedy };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, ok: false, found: error.message, remedy: error.remedy };
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** What the core says of itself and the workspace; why it could not be opened, where it could not. */
async function checkWorkspace(options: SessionOptions, terminal: Terminal): Promise<readonly DoctorCheck[]> {
  if (!options.workspace && !terminal.variables.SIGNALBOX_WORKSPACE) {
    return [{ name: 'Workspace', ok: true, found: 'none named, so none looked at (--workspace FILE)', remedy: null }];
  }
  try {
    return await withWorkspace(options, terminal, { mode: 'read' }, async (opened) => {
      await readConnections(opened);
      const checks = await opened.core.client.system.doctor({});
      // Opened for reading on purpose, so that an open Signalbox is not in the way.
      return checks.filter((check) => check.name !== 'Access');
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ name: 'Workspace', ok: false, found: `${error.code}: ${error.message}`, remedy: error.remedy }];
  }
}

/** `doctor`: checks what Signalbox needs on this machine and, where one is named, the workspace. */
export async function runDoctor(
  options: SessionOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const checks = [checkVersion(), checkFolder(terminal), ...(await checkWorkspace(options, terminal))];
  const ok = checks.every((check) => check.ok);
  if (options.json) await terminal.out(`${JSON.stringify({ ok, checks }, null, 2)}\n`);
  else {
    const rows = checks.map((check) => [check.ok ? 'ok' : 'FAILED', check.name, check.found, check.remedy ?? '']);
    await terminal.out(tableText(['', 'check', 'found', 'remedy'], rows));
  }
  return ok ? ExitCode.ok : ExitCode.failed;
}
