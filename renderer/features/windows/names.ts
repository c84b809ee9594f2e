import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { Scope } from '../../../shared/model/schedule-rule.ts';
import type { Target } from '../../../shared/model/verdict.ts';
import type { ScopePart } from './search.ts';

/** What ids are called; what is not there any more says so. */
export interface Names {
  readonly environment: (id: string) => string;
  readonly service: (id: string) => string;
  readonly team: (id: string) => string;
}

function namer(things: readonly { readonly id: string; readonly name: string }[], gone: string) {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? gone;
}

/** The names of what scopes point at. */
export function namesOf(
  catalogue: Pick<Catalogue, 'services' | 'teams'>,
  environments: readonly Pick<Environment, 'id' | 'name'>[],
): Names {
  return {
    environment: namer(environments, 'a removed environment'),
    service: namer(catalogue.services, 'a removed service'),
    team: namer(catalogue.teams, 'a removed team'),
  };
}

/** Names before they are here. */
export const NO_NAMES: Names = { environment: () => '…', service: () => '…', team: () => '…' };

/** A scope that says nothing: everything. */
export const EVERYTHING: Scope = { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] };

function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

/** What a scope is about, in words: `service checkout or ledger, in region eu-west`. */
export function scopeWords(scope: Scope, names: Names): string {
  const parts: readonly (readonly [one: string, values: readonly string[]])[] = [
    ['environment', scope.environments.map(names.environment)],
    ['service', scope.services.map(names.service)],
    ['services of tier', scope.tiers.map(String)],
    ['team', scope.teams.map(names.team)],
    ['region', scope.regions],
    ['tenant', scope.tenants],
  ];
  const said = parts.flatMap(([one, values]) => (values.length === 0 ? [] : [`${one} ${either(values)}`]));
  return said.length === 0 ? 'everything' : said.join(', and ');
}

/** Whether a scope names something in a list; everything is what names nothing at all. */
export function isAbout(scope: Scope, part: ScopePart): boolean {
  return part === 'everything' ? Object.values(scope).every((list) => list.length === 0) : scope[part].length > 0;
}

/** A place in words: `checkout in production, eu-west`. */
export function targetWords(target: Target, names: Names): string {
  const { environmentId, serviceId, teamId, region, tier, tenant } = target;
  const place = [environmentId === null ? null : names.environment(environmentId), region].filter(
    (one) => one !== null,
  );
  const what = [
    serviceId === null ? null : names.service(serviceId),
    serviceId === null && tier !== null ? `a service of tier ${tier}` : null,
    teamId === null || serviceId !== null ? null : `what team ${names.team(teamId)} deploys`,
    tenant === null ? null : `for ${tenant}`,
  ].filter((one) => one !== null);
  if (what.length === 0 && place.length === 0) return 'A place that nothing is known of';
  const where = place.length === 0 ? '' : `${what.length === 0 ? '' : ' in '}${place.join(', ')}`;
  return `${what.join(' ')}${where}`;
}
