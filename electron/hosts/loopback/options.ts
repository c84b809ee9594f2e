import { parseArgs } from 'node:util';
import { workspaceArgument } from '../workspace-argument.ts';

/** What the loopback host was asked for. */
export interface LoopbackOptions {
  readonly help: boolean;
  /** Absolute; null for the account's own workspace. */
  readonly workspace: string | null;
  /** 0 for a free one. */
  readonly port: number;
  readonly open: boolean;
}

export const LOOPBACK_HELP = `Usage: node dist/host/loopback.js [--workspace FILE] [--port N] [--no-open]

Serves Signalbox on 127.0.0.1 to this machine's browsers. The address that it prints lets one browser in, once.`;

function readPort(text: string | undefined): number {
  const port = Number(text ?? '0');
  if (/^\d{1,5}$/.test(text ?? '0') && port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 to 65535, not \`${text}\`.`);
}

function readWorkspace(text: string | undefined, folder: string): string | null {
  if (!text) return null;
  const file = workspaceArgument(text, folder);
  if (file !== null) return file;
  throw new Error(`--workspace takes a file, not \`${text}\`.`);
}

/** Reads the command line; throws a sentence for people where a word of it makes no sense. */
export function readLoopbackOptions(words: readonly string[], folder: string): LoopbackOptions {
  const { values } = parseArgs({
    args: [...words],
    allowNegative: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      workspace: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
    },
  });
  return {
    help: values.help,
    workspace: readWorkspace(values.workspace, folder),
    port: readPort(values.port),
    open: values.open,
  };
}
