import type { Connector, PageRequest, PageResponse } from '../../electron/core/connectors/_kit/connector.ts';
import type { ConnectionPlan } from '../../shared/model/connection.ts';
import type { MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';

export interface Crawl {
  readonly connector: Connector;
  readonly plan: ConnectionPlan;
  readonly secret: string | null;
  readonly connectionId: ConnectionId;
}

export interface Crawled {
  readonly facts: ReadonlyMap<string, MappedFact>;
  readonly dropped: readonly string[];
  readonly requests: number;
}

async function ask(
  base: string,
  request: PageRequest,
  headers: Readonly<Record<string, string>>,
): Promise<PageResponse> {
  const answer = await fetch(`${base}${request.path}`, { headers });
  const body = await answer.text();
  if (!answer.ok && request.accepts?.includes(answer.status) !== true) {
    throw new Error(`${request.path} was answered by ${answer.status}: ${body.slice(0, 200)}`);
  }
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
}

/**
 * Reads everything of a provider by a connector alone: no store, no retry, one request after the other. What a sync
 * ends with is held against this in tests.
 */
export async function crawl({ connector, plan, secret, connectionId }: Crawl): Promise<Crawled> {
  const base = connector.apiBase?.(plan.baseUrl) ?? plan.baseUrl;
  const headers = connector.headers(plan, secret);
  const facts = new Map<string, MappedFact>();
  const dropped: string[] = [];
  const seen = new Set<string>();
  const queue = plan.scopes.flatMap((scope) => connector.start(plan, scope, {}));
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    if (seen.has(request.key)) continue;
    seen.add(request.key);
    const response = await ask(base, request, headers);
    const { rules, baseUrl } = plan;
    const mapped = connector.map(response, { connectionId, baseUrl, rules, request, fetchedAt: instant(0) });
    for (const fact of mapped.facts) facts.set(fact.id, fact);
    dropped.push(...mapped.dropped.map(({ reason }) => reason));
    queue.unshift(...connector.next(response, request, plan).next);
  }
  return { facts, dropped, requests: seen.size };
}
