import type { AuthMethod, ConnectionPlan, ConnectorKind, MappingRules } from '../../../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { Instant } from '../../../../shared/model/time.ts';

/** One request for one page, resumable: it is stored as JSON until it has been answered and written. */
export interface PageRequest {
  /** Which of the connector's streams reads it, such as `pull-requests`. */
  readonly stream: string;
  /** The repository or project that it belongs to. */
  readonly scope: string;
  /** Unique within its connection, so that the same request is never queued twice. */
  readonly key: string;
  /** Relative to the connection's base URL, with its query. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /**
   * Statuses that answer this request like a 200 instead of failing the sync, for what a provider may lack: the page is
   * kept, and `map` and `next` see its status. 401 and 429 are never meant.
   */
  readonly accepts?: readonly number[];
  /** It begins a list of its own, though it follows from another page: an answer equal to that page's is no loop. */
  readonly begins?: boolean;
  /** Whatever the stream needs to go on: JSON only. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** A provider's answer, kept raw so that facts can be rebuilt from it offline. */
export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A row that `map` could not read. */
export interface Dropped {
  readonly reason: string;
  readonly sample: string;
}

/**
 * Facts that a page, or the list of pages that it ends, tells whole: those of the kind that name one of the values in
 * the field, and are on none of these pages, are no more.
 */
export interface Replaced {
  readonly kind: FactKind;
  readonly field: 'fromId' | 'workItemId' | 'pullRequestId' | 'projectKey';
  readonly values: readonly string[];
  /** How the ids of those facts begin, where other lists give facts of this kind and project too. */
  readonly idStart?: string;
  /** The keys of the requests whose answers hold them all: this page's, and those of the pages before it. */
  readonly keys: readonly string[];
  /** Kept pages whose keys begin so and are not among `keys` are of a list that was longer once. */
  readonly keyStart?: string;
}

export interface MappedPage {
  readonly facts: readonly MappedFact[];
  readonly dropped: readonly Dropped[];
  readonly replaces?: readonly Replaced[];
}

/** What `map` may look at besides the payload; nothing else, so that it can be replayed offline. */
export interface MapContext {
  readonly connectionId: ConnectionId;
  readonly baseUrl: string;
  readonly rules: MappingRules;
  readonly request: PageRequest;
  readonly fetchedAt: Instant;
}

/** Where a stream of a scope goes on after this page. */
export interface Continuation {
  /** The next pages and the details that this page asks for. */
  readonly next: readonly PageRequest[];
  /** Where the next sync starts, kept when the stream has been read to its end: JSON only. */
  readonly watermark: Readonly<Record<string, string | number | null>> | null;
  /**
   * For what may change without any list showing it: the moment that this answer is about when it is not the last word,
   * so that the next sync asks the very request again (of very many the latest moments); null when it is. Absent for
   * streams that lists show to have changed.
   */
  readonly again?: number | null;
}

/** A provider: how to ask, how to go on, how to read. Connectors return facts and never touch the database. */
export interface Connector {
  readonly kind: ConnectorKind;
  readonly title: string;
  readonly exampleBaseUrl: string;
  readonly auth: readonly AuthMethod[];
  readonly scopeLabel: string;
  readonly scopeExample: string;
  readonly tokenHelp: string;
  readonly defaultRules: MappingRules;
  /** Where the API lives when people typed the address of the pages; the base URL itself when absent. */
  readonly apiBase?: (baseUrl: string) => string;
  /**
   * One spelling for all the ways to write the same repository or project. Requests, kept pages and watermarks go by it, so
   * that who corrects a letter's case does not read everything anew.
   */
  readonly scopeOf: (typed: string) => string;
  /** Why what was typed can be no scope at all, as the end of ““x” is …”; null where it may be one. */
  readonly scopeFault?: (typed: string) => string | null;
  /** Streams whose watermarks outlive a sync from scratch, for they say what a scope's facts are known by. */
  readonly lasting?: readonly string[];
  /** How many requests may be under way at once; 4 when absent. */
  readonly concurrency?: number;
  /** Request headers for this connection; the only place that sees the secret. */
  readonly headers: (plan: ConnectionPlan, secret: string | null) => Readonly<Record<string, string>>;
  /** The first request of every stream of a scope, from the watermarks of the last sync. */
  readonly start: (
    plan: ConnectionPlan,
    scope: string,
    watermarks: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>,
  ) => readonly PageRequest[];
  /** Reads facts out of one answer; pure. */
  readonly map: (response: PageResponse, context: MapContext) => MappedPage;
  /** Decides what to ask next; pure. */
  readonly next: (response: PageResponse, request: PageRequest, plan: ConnectionPlan) => Continuation;
  /** The requests that tell who we are and whether each scope can be read. */
  readonly identity: (plan: ConnectionPlan) => { readonly path: string; readonly account: (body: unknown) => string };
  readonly scopeCheck: (plan: ConnectionPlan, scope: string) => { readonly path: string };
}
