import { type DestinationStream, type Logger, pino } from 'pino';
import { createRedactor } from './redact.ts';

/**
 * A log of one connection. Every line is redacted as a whole just before it is written, so that a secret
 * cannot slip through in an error's cause, a dumped header or a URL.
 */
export function createLog(destination: DestinationStream, secrets: readonly (string | null)[]): Logger {
  const clean = createRedactor(secrets);
  return pino(
    { base: null, level: 'debug', timestamp: false, serializers: { err: pino.stdSerializers.errWithCause } },
    { write: (line) => destination.write(clean(line)) },
  );
}
