import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Reader } from './reader.ts';
import type { User } from './schema.ts';

type MaybeUser = User | null | undefined;

/** What tells a user apart: the account id in Cloud, the key (or the name, on old sites) in Data Center. */
function keyOf(user: User): string | null {
  return user.accountId || user.key || user.name || null;
}

/** How people call a user; null for nobody. */
export function nameOf(user: MaybeUser): string | null {
  if (!user) return null;
  return user.displayName || user.name || keyOf(user);
}

/** The people named on a page, each once; users without any key (they were erased) are nobody. */
export function peopleOf(users: readonly MaybeUser[], reader: Reader): readonly MappedFact<'person'>[] {
  const people = new Map<string, MappedFact<'person'>>();
  for (const user of users) {
    const key = user ? keyOf(user) : null;
    if (!user || key === null || people.has(key)) continue;
    people.set(key, {
      kind: 'person',
      id: reader.id('person', key),
      connectionId: reader.context.connectionId,
      externalId: key,
      url: null,
      login: user.name || key,
      name: nameOf(user) ?? key,
    });
  }
  return [...people.values()];
}
