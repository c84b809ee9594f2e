import { type Level, type Logger, levels } from 'pino';

interface Line {
  readonly level: number;
  readonly msg?: string;
}

/** Writes a line of the sync thread's log into the core's, at its own level: an error there is an error here. */
export function relog(log: Logger, line: string): void {
  // Lines are made by `_kit/log.ts`: JSON of pino's shape.
  const { level, msg, ...sync } = JSON.parse(line) as Line;
  // pino's own levels are the only ones in use; anything else is worth seeing.
  const name = (levels.labels[level] ?? 'error') as Level;
  log[name]({ sync }, msg);
}
