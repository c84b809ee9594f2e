import type { Connector, PageRequest, PageResponse } from '../../electron/core/connectors/_kit/connector.ts';
import { factId } from '../../electron/core/connectors/_kit/fact-id.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';

/** A page of the tiny provider: names to read as projects, and the page that follows. */
export interface TinyPage {
  readonly names: readonly string[];
  readonly next?: string;
}

export function tinyRequest(key: string, changes: Partial<PageRequest> = {}): PageRequest {
  return { stream: 'names', scope: 'a', key, path: `/${key}`, params: {}, ...changes };
}

export function tinyResponse(page: unknown): PageResponse {
  return { status: 200, headers: {}, body: JSON.stringify(page) };
}

/** The smallest provider: each name on a page is a project, in capitals where the rules name a production environment. */
export const tiny: Connector = {
  kind: 'github',
  title: 'Tiny',
  exampleBaseUrl: 'https://tiny.example',
  auth: ['none'],
  scopeLabel: 'Things',
  scopeExample: 'a',
  tokenHelp: '',
  defaultRules: { statuses: [], productionEnvironments: [], deploymentJobs: [] },
  scopeOf: (typed) => typed.toLowerCase(),
  headers: () => ({}),
  start: (_plan, scope, watermarks) => [
    tinyRequest(`${scope}:${watermarks.names?.at ?? 'start'}:1`, { scope, path: `/${scope}/1` }),
  ],
  map: (response, context) => {
    // The tests write these pages themselves.
    const { names } = JSON.parse(response.body) as TinyPage;
    const loud = context.rules.productionEnvironments.length > 0;
    return {
      facts: names
        .filter((name) => name !== '')
        .map((name) => ({
          kind: 'project',
          id: factId(context.connectionId, 'project', name),
          connectionId: context.connectionId,
          externalId: name,
          url: null,
          key: name,
          name: loud ? name.toUpperCase() : name,
        })),
      dropped: names.includes('') ? [{ reason: 'no name', sample: '""' }] : [],
    };
  },
  next: (response, request) => {
    const { next } = JSON.parse(response.body) as TinyPage;
    if (next === undefined) return { next: [], watermark: { at: 7 } };
    return {
      next: [{ ...request, key: `${request.scope}:${next}`, path: `/${request.scope}/${next}` }],
      watermark: null,
    };
  },
  identity: () => ({ path: '/me', account: () => 'me' }),
  scopeCheck: (_plan, scope) => ({ path: `/${scope}` }),
};

export function tinyConnection(changes: Partial<Connection> = {}): Connection {
  return {
    id: 'tiny' as ConnectionId,
    kind: 'github',
    name: 'Tiny',
    baseUrl: 'https://tiny.example',
    auth: 'none',
    user: '',
    scopes: ['a'],
    rules: tiny.defaultRules,
    everyMinutes: null,
    ...changes,
  };
}
