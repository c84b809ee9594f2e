import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MapContext, PageRequest, PageResponse } from '../../electron/core/connectors/_kit/connector.ts';
import { createReader, type Reader } from '../../electron/core/connectors/github/reader.ts';
import type { MappingRules } from '../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';

export const githubRules: MappingRules = {
  statuses: [],
  productionEnvironments: ['production'],
  deploymentJobs: ['deploy*'],
};

/** An answer whose body is the JSON of a value. */
export function githubPage(body: unknown, changes: Partial<PageResponse> = {}): PageResponse {
  return { status: 200, headers: {}, body: JSON.stringify(body), ...changes };
}

export function githubRequest(stream: string, params: PageRequest['params'] = {}): PageRequest {
  return { stream, scope: 'acme/shop', key: `${stream}:acme/shop:1`, path: `/repos/acme/shop/${stream}`, params };
}

export function githubContext(request: PageRequest, rules: MappingRules = githubRules): MapContext {
  const connectionId = 'gh' as ConnectionId;
  return { connectionId, baseUrl: 'https://api.github.com', rules, request, fetchedAt: instant(0) };
}

export function githubReader(params: PageRequest['params'] = {}, rules: MappingRules = githubRules): Reader {
  return createReader(githubContext(githubRequest('any', params), rules));
}

/** The facts of one kind, typed so. */
export function factsOf<K extends FactKind>(kind: K, facts: readonly MappedFact[]): readonly MappedFact<K>[] {
  return facts.filter((fact): fact is Extract<MappedFact, { kind: K }> & MappedFact<K> => fact.kind === kind);
}

type Payload = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);

/** Example payloads that GitHub sends to webhooks, from the package `@octokit/webhooks-examples`. */
export function webhookExamples(event: string): readonly Payload[] {
  const file = require.resolve('@octokit/webhooks-examples/api.github.com/index.json');
  // The package's own shape: a list of events with their examples.
  const events = JSON.parse(readFileSync(file, 'utf8')) as readonly { name: string; examples: readonly Payload[] }[];
  return events.find(({ name }) => name === event)?.examples ?? [];
}
