import { Failure } from '../../../shared/model/failure.ts';
import { scopesOf } from '../connectors/_kit/scopes.ts';
import { failureReach } from './failure-reach.ts';
import { createRunHttp, limitsOf } from './run-http.ts';
import type { RunOptions } from './run-options.ts';

/** The failure of a new address, with what becomes of what the old one told. */
function keptUntil({ code, message, where, remedy }: Failure, cause: unknown): Failure {
  const kept = 'What was read from the address before is kept until the new one answers.';
  return new Failure(code, `${message} ${kept}`, { where, remedy }, { cause });
}

/**
 * Asks the server that a connection leads to now for its scopes, with its secret, until one answers: only then is what
 * the server before told out of date. Throws the first Failure when none does; a limit on requests is not waited for.
 */
export async function awaitServer(options: RunOptions): Promise<void> {
  const { connection, connector, signal } = options;
  const http = createRunHttp(options, { limits: { ...limitsOf(options), longestLimitWaitMs: 0 } });
  const failures: Failure[] = [];
  for (const scope of scopesOf(connector, connection)) {
    try {
      await http.ask({ path: connector.scopeCheck(connection, scope).path, what: scope }, signal);
      return;
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'CANCELLED') throw error;
      failures.push(keptUntil(error, error));
      if (failureReach(error.code, failures.length - 1) === 'run') break;
    }
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}
