import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import pino, { type Logger } from 'pino';

const MAX_LOG_BYTES = 5 * 1024 * 1024;
const STANDARD_ERROR = 2;

function openDestination(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.old`);
  const destination = pino.destination({ dest: file, sync: true, append: true });
  // A log that cannot be written any more (a full disk) stops nothing else.
  destination.on('error', () => undefined);
  return destination;
}

/**
 * The log of this account: warnings and worse, in one file and the one before it. Where that file cannot be written,
 * on standard error, and the first line says why.
 */
export function openCoreLog(file: string): Logger {
  try {
    return pino({ level: 'warn' }, openDestination(file));
  } catch (error) {
    const log = pino({ level: 'warn' }, pino.destination({ dest: STANDARD_ERROR, sync: true }));
    log.warn({ err: error, file }, 'the log file cannot be written');
    return log;
  }
}
