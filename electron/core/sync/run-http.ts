import type { Instant } from '../../../shared/model/time.ts';
import { apiBaseOf } from '../connectors/_kit/check.ts';
import { createHttp, defaultLimits, type Http, type HttpLimits } from '../connectors/_kit/http.ts';
import type { RunOptions } from './run-options.ts';

/** The limits of a run's requests: the connector's own number at once, and what the run changes. */
export function limitsOf({ connector, limits }: Pick<RunOptions, 'connector' | 'limits'>): HttpLimits {
  return { ...defaultLimits, concurrency: connector.concurrency ?? defaultLimits.concurrency, ...limits };
}

/** A client for the requests of one run. */
export function createRunHttp(
  options: RunOptions,
  { limits, onWaiting }: { readonly limits: HttpLimits; readonly onWaiting?: (until: Instant | null) => void },
): Http {
  const { connection, connector, secret, env, wait, log } = options;
  return createHttp({
    baseUrl: apiBaseOf(connector, connection),
    headers: connector.headers(connection, secret),
    secret,
    fetch: options.fetch,
    env,
    wait,
    log,
    limits,
    ...(onWaiting ? { onWaiting } : {}),
  });
}
