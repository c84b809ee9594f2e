import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly help: boolean;
  /** Null: Electron where it can be had, else the loopback host. */
  readonly host: 'electron' | 'loopback' | null;
  /** Absolute; null for the workspace of this account. */
  readonly workspace: string | null;
  readonly port: number | null;
  readonly open: boolean;
}

export const START_HELP = `Usage: npm start -- [options]

Builds what has changed and opens Signalbox: in Electron where its runtime is present or can be fetched,
else on the loopback host (127.0.0.1 only) in the default browser.

  --workspace FILE           open this workspace; it is created where there is none
                             (default: the workspace of your account, filled with the sample at first start)
  --host electron|loopback   use this host, and say so where it cannot be had
  --port N                   the loopback host's port (default: a free one)
  --no-open                  print the loopback host's address only, open no browser
  --help                     show this text`;

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 to 65535, not \`${text}\`.`);
}

function readHost(text: string | undefined): StartOptions['host'] {
  if (text === undefined || text === 'electron' || text === 'loopback') return text ?? null;
  throw new Error(`--host takes electron or loopback, not \`${text}\`.`);
}

/** Reads the words after `npm start --`; throws a sentence for people where one makes no sense. */
export function readStartOptions(words: readonly string[], folder: string): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    allowNegative: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      host: { type: 'string' },
      workspace: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
    },
  });
  if (values.workspace === '') throw new Error('--workspace takes a file, such as --workspace plan.signalbox.');
  return {
    help: values.help,
    host: readHost(values.host),
    workspace: values.workspace === undefined ? null : resolve(folder, values.workspace),
    port: readPort(values.port),
    open: values.open,
  };
}
