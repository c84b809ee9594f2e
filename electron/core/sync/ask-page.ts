import type { Connection } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import type { Http } from '../connectors/_kit/http.ts';
import type { ReadDb } from '../db/database.ts';
import { findValidator, readRawPage } from '../db/repositories/raw-pages.ts';

/** What a request reads, for people: `acme/shop pull commits`. */
export function readingOf(request: PageRequest): string {
  return `${request.scope} ${request.stream.replaceAll('-', ' ')}`;
}

export interface AskedPage {
  readonly response: PageResponse;
  /** The kept page when the provider said that it has not changed. */
  readonly rawId: number | null;
}

export interface AskTools {
  readonly db: ReadDb;
  readonly connection: Connection;
  readonly http: Http;
}

/** Asks for one page; a page that is kept and has not changed comes out of the store. */
export async function askPage(tools: AskTools, request: PageRequest, signal: AbortSignal): Promise<AskedPage> {
  const { db, connection, http } = tools;
  const kept = request.method === 'POST' ? undefined : findValidator(db, connection.id, request.path);
  const answer = await http.ask({ ...request, what: readingOf(request), etag: kept?.etag ?? null }, signal);
  if (answer.kind === 'page') return { response: answer.response, rawId: null };
  const page = kept && readRawPage(db, kept.rawId);
  if (page === undefined) {
    throw new Failure('INTERNAL', 'A kept page is gone although it was asked for.', { where: request.path });
  }
  // What the answer says of itself now counts more than what it said when its body was kept.
  const headers = { ...(JSON.parse(page.headers) as PageResponse['headers']), ...answer.headers };
  return { response: { status: page.status, headers, body: page.body }, rawId: page.id };
}
