import type { Logger } from 'pino';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { Connector, MappedPage, PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import { sampleOf } from '../connectors/_kit/rows.ts';

/** Whose pages are read, and by which rules. */
export interface MapTarget {
  readonly connection: Pick<Connection, 'id' | 'baseUrl' | 'rules'>;
  readonly connector: Pick<Connector, 'map'>;
  readonly log?: Logger | undefined;
}

/** One answer with its request. */
export interface MapInput {
  readonly request: PageRequest;
  readonly response: PageResponse;
  readonly fetchedAt: Instant;
}

/** The facts of a page. A page that makes the mapper fail is one dropped row: kept for a better mapper, and counted. */
export function mapSafely({ connection, connector, log }: MapTarget, page: MapInput): MappedPage {
  const { request, response, fetchedAt } = page;
  const { id: connectionId, baseUrl, rules } = connection;
  try {
    return connector.map(response, { connectionId, baseUrl, rules, request, fetchedAt });
  } catch (error) {
    log?.error({ err: error, request: request.key }, 'a page could not be read');
    return { facts: [], dropped: [{ reason: 'the whole page could not be read', sample: sampleOf(response.body) }] };
  }
}
