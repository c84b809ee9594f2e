import { constants } from 'node:os';

/** The code to end with after a child has: its own, or the one by which a shell tells of the signal that ended it. */
export function childExitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? (signal === null ? 1 : 128 + constants.signals[signal]);
}
