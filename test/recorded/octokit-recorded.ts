import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReplayRequest, type ReplayServer, startReplayServer } from '../servers/replay-server.ts';

const FOLDER = join('..', 'shared', 'data', 'github');

export const OCTOKIT_IS_HERE = existsSync(FOLDER);
export const OCTOKIT_ABSENT = `not present: ${FOLDER}, recorded exchanges and webhook payloads of GitHub`;

/** One recorded request with its answer. */
export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly response: unknown;
}

export type Payload = Readonly<Record<string, unknown>>;

/** The recorded exchanges, their ids and times made small by whoever recorded them. */
export function readExchanges(): readonly Exchange[] {
  if (!OCTOKIT_IS_HERE) return [];
  const scenarios = join(FOLDER, 'octokit-fixtures', 'scenarios', 'api.github.com');
  return readdirSync(scenarios).flatMap((name): readonly Exchange[] =>
    JSON.parse(readFileSync(join(scenarios, name, 'normalized-fixture.json'), 'utf8')),
  );
}

/** The example payloads of GitHub's webhooks, of every event. */
export function readWebhooks(): readonly Payload[] {
  if (!OCTOKIT_IS_HERE) return [];
  const file = join(FOLDER, 'octokit-webhooks-examples', 'api.github.com', 'index.json');
  const events: readonly { readonly examples: readonly Payload[] }[] = JSON.parse(readFileSync(file, 'utf8'));
  return events.flatMap((event) => event.examples);
}

/** What an answer said of its own transport, which this server says anew. */
const TRANSPORT = ['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'etag', 'date'];

function headersOf(exchange: Exchange, origin: string): Record<string, string> {
  const kept = Object.entries(exchange.headers).filter(([name]) => !TRANSPORT.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, String(value).replaceAll('https://api.github.com', origin)]),
  );
}

/** A path with its query in one spelling. */
function spelled(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://any');
  return `${pathname}?${searchParams}`;
}

/**
 * Serves exchanges as they were recorded, each under its method and path with query; links lead to this server. The
 * pages of a list are also found under the path of its first one, as on GitHub, where a repository's name and number
 * mean the same.
 */
export function startExchangeServer(exchanges: readonly Exchange[], first?: string): Promise<ReplayServer> {
  const refusal = (status: number, message: string) => ({ message, status: String(status) });
  return startReplayServer({
    refusal,
    answer: (request: ReplayRequest) => {
      const asked = request.query.size === 0 ? request.path : `${request.path}?${request.query}`;
      const names = [asked, first === undefined ? asked : asked.replace(first, '/repositories/1000')].map(spelled);
      const found = exchanges.find(
        ({ method, path }) => method.toUpperCase() === request.method && names.includes(spelled(path)),
      );
      if (!found) return { status: 404, body: refusal(404, 'nothing recorded') };
      return { status: found.status, headers: headersOf(found, request.origin), body: found.response };
    },
  });
}
