import type { Logger } from 'pino';
import type { ConnectionPlan } from '../../../../shared/model/connection.ts';
import type { Env } from '../../../../shared/model/env.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import type { Connector } from './connector.ts';
import { createHttp, defaultLimits, type Http } from './http.ts';
import { jsonOf } from './json.ts';
import { createLog } from './log.ts';
import { trustSystemCertificates } from './system-trust.ts';
import { systemWait } from './wait.ts';

export interface CheckOptions {
  readonly connector: Connector;
  readonly plan: ConnectionPlan;
  readonly secret: string | null;
  readonly env: Env;
  readonly log: Logger;
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: typeof fetch;
}

export interface ScopeCheck {
  readonly scope: string;
  readonly ok: boolean;
  /** Why not, with what to do; empty when it can be read. */
  readonly message: string;
}

export interface ConnectionCheck {
  /** Who the provider says that we are. */
  readonly account: string;
  readonly scopes: ScopeCheck[];
  /** This clock less the provider's. */
  readonly clockSkewMs: number;
}

/** A person waits for the answer: no retries, no waiting for limits. */
const limits = { ...defaultLimits, timeoutMs: 15_000, attempts: 1, longestLimitWaitMs: 0, limitWaits: 0 };

/** The address that requests go to. */
export function apiBaseOf(connector: Pick<Connector, 'apiBase'>, plan: Pick<ConnectionPlan, 'baseUrl'>): string {
  return connector.apiBase?.(plan.baseUrl) ?? plan.baseUrl;
}

/** Refuses to ask without the secret that a connection needs. */
export function assertSecret(plan: Pick<ConnectionPlan, 'auth' | 'name'>, secret: string | null): void {
  if (plan.auth === 'none' || (secret !== null && secret !== '')) return;
  throw new Failure('SECRET_MISSING', `There is no token for the connection “${plan.name}” on this computer.`, {
    where: plan.name,
    remedy:
      'Enter its token in Connections; tokens are never kept in the workspace file, so each computer needs its own.',
  });
}

async function checkScope(http: Http, options: CheckOptions, scope: string, signal: AbortSignal): Promise<ScopeCheck> {
  try {
    const { path } = options.connector.scopeCheck(options.plan, scope);
    await http.ask({ path, what: scope }, signal);
    return { scope, ok: true, message: '' };
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'CANCELLED') throw error;
    return { scope, ok: false, message: [error.message, error.remedy].filter(Boolean).join(' ') };
  }
}

/**
 * Asks a provider who we are and whether each scope can be read. Throws the Failure of the first question;
 * a scope that cannot be read is a row with the reason. Anonymous connections ask for scopes only.
 */
export async function checkConnection(options: CheckOptions): Promise<ConnectionCheck> {
  const { connector, plan, secret, env, log } = options;
  assertSecret(plan, secret);
  trustSystemCertificates();
  const signal = options.signal ?? new AbortController().signal;
  const http = createHttp({
    baseUrl: apiBaseOf(connector, plan),
    headers: connector.headers(plan, secret),
    secret,
    fetch: options.fetch ?? fetch,
    env,
    wait: systemWait,
    log: createLog({ write: (line) => log.debug(line.trim()) }, [secret]),
    limits,
  });
  const account = plan.auth === 'none' ? 'anonymous' : await whoAmI(http, options, signal);
  const scopes = await Promise.all(plan.scopes.map((scope) => checkScope(http, options, scope, signal)));
  return { account, scopes, clockSkewMs: http.skewMs() ?? 0 };
}

async function whoAmI(http: Http, { connector, plan }: CheckOptions, signal: AbortSignal): Promise<string> {
  const { path, account } = connector.identity(plan);
  const answer = await http.ask({ path, what: 'the account of this token' }, signal);
  return answer.kind === 'page' ? account(jsonOf(answer.response)) : 'unknown';
}
