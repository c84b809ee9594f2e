import type { StatusCategory } from '../../../../shared/model/connection.ts';
import type { FactKind, MappedFact } from '../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../shared/model/ids.ts';
import type { MapContext, PageRequest } from '../_kit/connector.ts';
import { factId } from '../_kit/fact-id.ts';
import { createProductionReader, type ProductionReader } from '../_kit/production.ts';
import { createStatusReader } from '../_kit/statuses.ts';
import { repoOf } from './requests.ts';
import type { Repository, User } from './schema.ts';

/** What reading the rows of one page needs. */
export interface Reader {
  readonly connectionId: ConnectionId;
  /** `owner/name`, as facts name it. */
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
    repository: repoOf(context.request).repository,
    request: context.request,
    id: (kind, key) => factId(context.connectionId, kind, key),
    category: (status) => readStatus(status, status.startsWith('closed') ? 'done' : 'new'),
    production: createProductionReader(context.rules),
  };
}

/** What the facts of a repository name it by: the name that they go by already, else GitHub's own spelling of today. */
export function nameOf(repository: Pick<Repository, 'full_name'>, { params }: Pick<PageRequest, 'params'>): string {
  return typeof params.repository === 'string' ? params.repository : repository.full_name;
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
