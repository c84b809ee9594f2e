import { resolve } from 'node:path';

/** The workspace that a command line names, by `--workspace FILE` or as a bare `*.signalbox`; absolute, or null. */
export function workspaceOnCommandLine(words: readonly string[], folder: string): string | null {
  const at = words.indexOf('--workspace');
  const named = at >= 0 ? words[at + 1] : undefined;
  const bare = words.slice(1).find((word) => word.endsWith('.signalbox') && !word.startsWith('-'));
  const file = named ?? bare;
  return file === undefined || file === '' ? null : resolve(folder, file);
}
