/** How the command line ends; `signalbox --help` tells people. */
export const ExitCode = {
  ok: 0,
  /** It was done and failed: the error's code is on standard error. */
  failed: 1,
  /** The words on the command line make no sense. */
  usage: 2,
  /** Ended by Ctrl+C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
