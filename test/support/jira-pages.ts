import type { MapContext, PageRequest, PageResponse } from '../../electron/core/connectors/_kit/connector.ts';
import { createReader, type Reader } from '../../electron/core/connectors/jira/reader.ts';
import { FIRST_ISSUES, issuesRequest } from '../../electron/core/connectors/jira/requests.ts';
import type { Setup } from '../../electron/core/connectors/jira/setup.ts';
import type { ConnectionPlan, MappingRules } from '../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';

export const NO_RULES: MappingRules = { statuses: [], productionEnvironments: [], deploymentJobs: [] };

/** A plan for a Jira, Cloud by default. */
export function jiraPlan(changes: Partial<ConnectionPlan> = {}): ConnectionPlan {
  return {
    kind: 'jira',
    name: 'Jira',
    baseUrl: 'https://acme.atlassian.net',
    auth: 'basic',
    user: 'ada@example.com',
    scopes: ['PAY'],
    rules: NO_RULES,
    everyMinutes: null,
    ...changes,
  };
}

/** What the set-up requests of a Cloud site found out. */
export function jiraSetup(changes: Partial<Setup> = {}): Setup {
  return {
    cloud: true,
    zone: 'Europe/Berlin',
    since: null,
    points: 'customfield_10016',
    sprints: 'customfield_10020',
    statuses: 'new:1,2;indeterminate:3,4;done:5,6',
    ...changes,
  };
}

/** An answer whose body is the JSON of a value. */
export function jiraPage(body: unknown, changes: Partial<PageResponse> = {}): PageResponse {
  return { status: 200, headers: {}, body: JSON.stringify(body), ...changes };
}

export function jiraContext(request: PageRequest, rules: MappingRules = NO_RULES): MapContext {
  const connectionId = 'jira-1' as ConnectionId;
  return { connectionId, baseUrl: 'https://acme.atlassian.net', rules, request, fetchedAt: instant(0) };
}

/** A reader of a page of issues. */
export function jiraReader(setup: Setup = jiraSetup(), rules: MappingRules = NO_RULES): Reader {
  return createReader(jiraContext(issuesRequest('PAY', setup, FIRST_ISSUES), rules));
}

/** The facts of one kind, typed so. */
export function ofKind<K extends FactKind>(kind: K, facts: readonly MappedFact[]): readonly MappedFact<K>[] {
  return facts.filter((fact): fact is Extract<MappedFact, { kind: K }> & MappedFact<K> => fact.kind === kind);
}

/** Milliseconds UTC of an ISO text, for expected values. */
export function at(iso: string): number {
  return Date.parse(iso);
}
