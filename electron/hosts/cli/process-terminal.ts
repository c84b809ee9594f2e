import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

const IMPATIENT_AFTER_MS = 500;
const WIPE_LINE = '\r\u001b[2K';

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

interface Sink {
  readonly write: (text: string) => Promise<void>;
  readonly isRead: () => boolean;
}

/** Writes and waits; once the reader has gone (`signalbox … | head -1`) everything more is dropped. */
function sinkOf(stream: NodeJS.WriteStream, onGone: () => void): Sink {
  let gone = false;
  stream.on('error', (error) => {
    if (!isBrokenPipe(error)) throw error;
    gone = true;
    onGone();
  });
  return {
    isRead: () => !gone,
    write: (text) =>
      new Promise((resolve) => {
        if (gone) resolve();
        else stream.write(text, () => resolve());
      }),
  };
}

async function askSecret(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  // Takes the echo from the terminal, so the question comes after it: somebody may type at once.
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

function showProgress(line: string): void {
  const columns = process.stderr.columns || 80;
  process.stderr.write(line === '' ? WIPE_LINE : `${WIPE_LINE}${line.slice(0, columns - 1)}`);
}

/** The terminal of this process. Ctrl+C asks for an orderly end; again, half a second later, it ends at once. */
export function openProcessTerminal(): Terminal {
  const interruption = new AbortController();
  let since = Number.POSITIVE_INFINITY;
  const interrupt = () => {
    // One Ctrl+C may come twice: from the terminal, and passed on by the npm that started us.
    if (performance.now() - since > IMPATIENT_AFTER_MS) process.exit(ExitCode.interrupted);
    since = Math.min(since, performance.now());
    interruption.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  const out = sinkOf(process.stdout, () => interruption.abort());
  const err = sinkOf(process.stderr, () => {});
  return {
    folder: process.cwd(),
    variables: process.env,
    out: out.write,
    err: err.write,
    progress: process.stderr.isTTY ? showProgress : null,
    readAll: () => readText(process.stdin),
    askSecret: process.stdin.isTTY && process.stderr.isTTY ? askSecret : null,
    isRead: out.isRead,
    interrupted: interruption.signal,
  };
}
