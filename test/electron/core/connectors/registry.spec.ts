import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  Connector,
  MapContext,
  PageRequest,
  PageResponse,
} from '../../../../electron/core/connectors/_kit/connector.ts';
import { connectors } from '../../../../electron/core/connectors/registry.ts';
import { type ConnectionPlan, ConnectorKind, MappingRules } from '../../../../shared/model/connection.ts';
import { factKinds } from '../../../../shared/model/facts.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { type ConnectionId, FactId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { shopRepository } from '../../../support/github-fixture.ts';

const folder = new URL('../../../../electron/core/connectors/', import.meta.url);
const folders = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name)
  .sort();

/** One page of each provider that holds at least one fact. */
const samples: Readonly<Record<string, { readonly stream: string; readonly body: unknown }>> = {
  github: { stream: 'pulls', body: shopRepository().pulls },
  jira: { stream: 'project', body: { id: '10000', key: 'PAY', name: 'Payments', versions: [] } },
};

describe('electron/core/connectors/registry', () => {
  it('names every provider that has a folder, once', async () => {
    const found = await Promise.all(
      folders.map(async (name) => {
        const module = (await import(new URL(`${name}/index.ts`, folder).href)) as Record<string, Connector>;
        return module[name];
      }),
    );

    expect(connectors.map(({ kind }) => kind).sort()).toEqual(folders);
    expect(new Set(connectors)).toEqual(new Set(found));
  });

  it('knows a provider for every kind that can be connected', () => {
    expect([...folders, 'simulated'].sort()).toEqual([...ConnectorKind.options].sort());
  });

  it('finds a README, an index, a schema and a map in each folder', () => {
    for (const name of folders) {
      const files = fs.readdirSync(new URL(name, folder));
      expect(files).toEqual(expect.arrayContaining(['README.md', 'index.ts', 'map.ts', 'schema.ts']));
    }
  });
});

describe.each(connectors.map((connector) => [connector.kind, connector] as const))(
  'the connector %s',
  (kind, connector) => {
    const plan: ConnectionPlan = {
      kind,
      name: 'It',
      baseUrl: connector.exampleBaseUrl,
      auth: connector.auth[0] ?? 'none',
      user: 'ada@example.com',
      scopes: [connector.scopeExample],
      rules: connector.defaultRules,
      everyMinutes: null,
    };
    const scope = connector.scopeExample;
    const starts = connector.start(plan, scope, {});

    beforeEach(() => {
      vi.stubGlobal('fetch', () => {
        throw new Error('a connector asked by itself');
      });
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    function contextOf(request: PageRequest): MapContext {
      const { baseUrl, rules } = plan;
      return { connectionId: 'c1' as ConnectionId, baseUrl, rules, request, fetchedAt: instant(0) };
    }

    function page(body: unknown, status = 200): PageResponse {
      return { status, headers: {}, body: JSON.stringify(body) };
    }

    function signIn(status: number): PageResponse {
      return { status, headers: {}, body: '<html>' };
    }

    it('describes itself for people', () => {
      expect([connector.title, connector.scopeLabel, connector.scopeExample, connector.tokenHelp].every(Boolean)).toBe(
        true,
      );
      expect(URL.canParse(connector.exampleBaseUrl)).toBe(true);
      expect(connector.auth.length).toBeGreaterThan(0);
      expect(MappingRules.parse(connector.defaultRules)).toEqual(connector.defaultRules);
    });

    it('starts with requests of its own keys that survive being stored', () => {
      const keys = starts.map(({ key }) => key);

      expect(starts.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(keys.length);
      for (const request of starts) {
        expect(JSON.parse(JSON.stringify(request))).toEqual(request);
        expect(request).toMatchObject({ scope, path: expect.stringMatching(/^\//) });
      }
      const other = connector.start(plan, `${scope}2`, {}).map(({ key }) => key);
      expect(other.filter((key) => keys.includes(key))).toEqual([]);
    });

    it('has one spelling for a scope, which means the same when it is read again', () => {
      const spelled = connector.scopeOf(scope);

      expect(connector.scopeOf(spelled)).toBe(spelled);
      for (const typed of [scope.toUpperCase(), scope.toLowerCase(), ` ${scope} `]) {
        expect(connector.scopeOf(typed)).toBe(spelled);
      }
    });

    it('starts the same way from the same watermarks', () => {
      expect(connector.start(plan, scope, {})).toEqual(starts);
    });

    it('puts the secret into headers and nowhere else', () => {
      const secret = 'very-secret-token';
      const basic = Buffer.from(`${plan.user}:${secret}`).toString('base64');
      const headers = JSON.stringify(connector.headers(plan, secret));
      const rest = JSON.stringify([starts, connector.identity(plan).path, connector.scopeCheck(plan, scope)]);

      expect(headers.includes(secret) || headers.includes(basic)).toBe(true);
      expect(rest).not.toContain(secret);
      expect(JSON.stringify(connector.headers({ ...plan, auth: 'none' }, secret))).not.toContain(secret);
    });

    it('maps a page twice to the same facts, each whole and with an id of its own', () => {
      const sample = samples[kind];
      const request = { ...(starts[0] as PageRequest), stream: sample?.stream ?? '' };
      const response = page(sample?.body);

      const once = connector.map(response, contextOf(request));
      const again = connector.map(page(sample?.body), contextOf(structuredClone(request)));

      expect(once).toEqual(again);
      expect(once.facts.length).toBeGreaterThan(0);
      expect(new Set(once.facts.map(({ id }) => id)).size).toBe(once.facts.length);
      for (const { kind: factKind, ...fact } of once.facts) {
        expect(FactId.safeParse(fact.id).success).toBe(true);
        expect(fact.id.startsWith(`c1:${factKind}:`)).toBe(true);
        expect(factKinds[factKind].safeParse({ ...fact, fetchedAt: 0 }).error).toBeUndefined();
      }
    });

    it.each([[null], [[]], [{}], ['a text'], [7], [[null]], [{ values: 7, issues: 7 }]])(
      'reads %j without a fact, goes on or fails as failures do',
      (body) => {
        for (const request of starts) {
          expect(connector.map(page(body), contextOf(request)).facts).toEqual([]);
          try {
            const { next } = connector.next(page(body), request, plan);
            expect(next.every(({ key }) => key !== request.key)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(Failure);
          }
        }
      },
    );

    it('lets the pages that a request accepts be what they are', () => {
      for (const request of starts) {
        for (const status of request.accepts ?? []) {
          expect(connector.map(signIn(status), contextOf(request)).facts).toEqual([]);
          expect(() => connector.next(signIn(status), request, plan)).not.toThrow();
        }
      }
    });
  },
);
