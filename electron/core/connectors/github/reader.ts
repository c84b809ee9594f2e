import type { StatusCategory } from '../../../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../shared/model/ids.ts';
import type { MapContext } from '../_kit/connector.ts';
import { factId } from '../_kit/fact-id.ts';
import { createProductionReader, type ProductionReader } from '../_kit/production.ts';
import { createStatusReader } from '../_kit/statuses.ts';
import { repositoryName } from './repository-name.ts';
import type { User } from './schema.ts';

/** What reading the rows of one page needs. */
export interface Reader {
  readonly connectionId: ConnectionId;
  /** `owner/name`. */
  readonly repository: string;
  readonly request: MapContext['request'];
  readonly id: (kind: FactKind, key: string) => FactId;
  readonly category: (status: string) => StatusCategory;
  readonly production: ProductionReader;
}

export function createReader(context: MapContext): Reader {
  const readStatus = createStatusReader(context.rules);
  return {
    connectionId: context.connectionId,
    repository: repositoryName(context.request.scope),
    request: context.request,
    id: (kind, key) => factId(context.connectionId, kind, key),
    category: (status) => readStatus(status, status.startsWith('closed') ? 'done' : 'new'),
    production: createProductionReader(context.rules),
  };
}

/** The people named on a page, each once. Lists give no more than the login. */
export function peopleOf(users: readonly (User | null | undefined)[], reader: Reader): readonly MappedFact[] {
  const people = new Map<string, MappedFact>();
  for (const user of users) {
    if (!user || people.has(user.login)) continue;
    people.set(user.login, {
      kind: 'person',
      id: reader.id('person', user.login),
      connectionId: reader.connectionId,
      externalId: user.id ?? user.login,
      url: user.html_url,
      login: user.login,
      name: user.name ?? user.login,
    });
  }
  return [...people.values()];
}

/** Labels, which GitHub writes as objects or, in old answers, as texts. */
export function labelsOf(
  labels: readonly (string | { readonly name?: string | null | undefined })[] | null | undefined,
): string[] {
  const names = (labels ?? []).map((label) => (typeof label === 'string' ? label : label.name));
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}
