import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Zone } from '../../shared/model/time.ts';
import type { OpenWorkspace } from './core-link/messages.ts';
import { existingWorkspace, namedWorkspace } from './default-workspace.ts';

/** The absolute file that the value of `--workspace` names; null for none, and for another option in its place. */
export function workspaceArgument(value: unknown, folder: string): string | null {
  if (typeof value !== 'string' || value === '' || value.startsWith('-')) return null;
  return resolve(folder, value);
}

/**
 * The workspace that words name which may hold others' options too (Chromium's, the system's): by `--workspace FILE`,
 * which is made where there is none, or as a bare `*.signalbox`, which was double-clicked and must be there. `words`
 * begin after the program's own name; `folder` is where they were typed.
 */
export function workspaceOnCommandLine(
  words: readonly string[],
  { folder, zone }: { readonly folder: string; readonly zone: Zone },
): OpenWorkspace | null {
  const { values, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: { workspace: { type: 'string' } },
  });
  const named = workspaceArgument(values.workspace, folder);
  if (named !== null) return namedWorkspace(named, zone);
  const bare = positionals.find((word) => word.endsWith('.signalbox'));
  return bare === undefined ? null : existingWorkspace(resolve(folder, bare));
}
