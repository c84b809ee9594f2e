import fs from 'node:fs';

/** Milliseconds between two looks: what was written is in the file itself after two of them, three at most. */
const LOOK_EVERY = 2_000;

export interface LogKeeperOptions {
  /** The workspace file. */
  readonly file: string;
  /** Brings the log into the file; says whether all of it is there now. */
  readonly tidy: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  readonly every?: number | undefined;
}

export interface LogKeeper {
  /** One look at the log; brings it into the file where nothing was written since the look before. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

/** The log beside a workspace file, which SQLite names so. */
export function logOf(file: string): string {
  return `${file}-wal`;
}

/** Bytes that a workspace takes on the disk: its file and the log beside it. */
export function sizeOnDisk(file: string): number {
  return fs.statSync(file).size + (fs.statSync(logOf(file), { throwIfNoEntry: false })?.size ?? 0);
}

/** Changes with every write to the log; null where the log holds nothing. */
function stateOf(file: string): string | null {
  const stat = fs.statSync(logOf(file), { throwIfNoEntry: false });
  return stat === undefined || stat.size === 0 ? null : `${stat.mtimeMs} ${stat.size}`;
}

/**
 * Keeps a workspace's file whole by itself, so that a plain copy of it holds everything: SQLite writes to a log first,
 * and by itself brings it over only when it has grown long. Whoever wrote (a command, a sync), some quiet seconds
 * later the log is brought over.
 */
export function keepLogShort({ file, tidy, onError, every = LOOK_EVERY }: LogKeeperOptions): LogKeeper {
  let seen: string | null = null;
  let done: string | null = null;
  let isBusy = false;

  async function look(): Promise<void> {
    const state = stateOf(file);
    const isQuiet = state === seen;
    seen = state;
    if (isBusy || !isQuiet || state === null || state === done) return;
    isBusy = true;
    try {
      if (await tidy()) done = stateOf(file);
    } catch (error) {
      // What cannot be brought over now (a full disk) is tried again after the next write.
      done = state;
      onError(error);
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => void look(), every);
  timer.unref();
  return { look, close: () => clearInterval(timer) };
}
