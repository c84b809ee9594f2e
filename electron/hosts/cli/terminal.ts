/** What the command line takes from the process that runs it; tests give their own. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output; ends when the text has been taken. Output that nobody reads any more is dropped. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly err: (text: string) => Promise<void>;
  /** Shows one line that the next one replaces, `''` to wipe it; null where nobody watches. */
  readonly progress: ((line: string) => void) | null;
  /** Everything on standard input. */
  readonly readAll: () => Promise<string>;
  /** Asks for a secret without showing it; null where nobody can be asked. */
  readonly askSecret: ((question: string) => Promise<string>) | null;
  /** Whether standard output is still read. */
  readonly isRead: () => boolean;
  /** Aborts on Ctrl+C and when the process is told to end. */
  readonly interrupted: AbortSignal;
}
