import type { ServiceId } from '../../model/ids.ts';
import type { Chain, Stay } from './chains.ts';
import { fits } from './fits.ts';

/** What a version says that another must be. */
export interface Need {
  readonly by: Stay;
  readonly of: Stay;
  readonly range: string;
}

/** Two versions of which one, or each, needs the other to be something else. */
export interface Misfit {
  readonly one: Stay;
  readonly other: Stay;
  readonly needs: readonly Need[];
}

/** Two versions of which it is not known whether they fit: nothing is said, or what is said cannot be compared. */
export interface Unsaid {
  readonly one: Stay;
  readonly other: Stay;
  readonly unread: boolean;
}

interface Compared {
  readonly misfits: readonly Misfit[];
  readonly unsaid: readonly Unsaid[];
}

/** The services that another names, by what it depends on or by any of its versions. */
function namedBy({ service, stays }: Chain): ReadonlySet<ServiceId> {
  const said = stays.flatMap(({ version }) => version?.worksWith.map(({ serviceId }) => serviceId) ?? []);
  return new Set([...service.dependsOn, ...said]);
}

/** What a version needs of another's service, and whether that is so; null where it cannot be said. */
function need(by: Stay, of: Stay, id: ServiceId): readonly { readonly need: Need; readonly holds: boolean | null }[] {
  const range = by.version?.worksWith.find(({ serviceId }) => serviceId === id)?.range;
  if (range === undefined) return [];
  return [{ need: { by, of, range }, holds: of.version === null ? null : fits(of.version.version, range) }];
}

/** Compares every version of two services with every one of the other. */
function compare(first: Chain, second: Chain): Compared {
  const misfits: Misfit[] = [];
  const unsaid: Unsaid[] = [];
  for (const one of first.stays) {
    for (const other of second.stays) {
      const said = [...need(one, other, second.service.id), ...need(other, one, first.service.id)];
      const needs = said.flatMap((each) => (each.holds === false ? [each.need] : []));
      if (needs.length > 0) misfits.push({ one, other, needs });
      else if (!said.some(({ holds }) => holds)) unsaid.push({ one, other, unread: said.length > 0 });
    }
  }
  return { misfits, unsaid };
}

/** Compares the versions of all services that name one another; of others nobody asks whether they fit. */
export function compareVersions(chains: readonly Chain[]): Compared {
  const named = chains.map(namedBy);
  const found = chains.flatMap((first, at) =>
    chains.slice(at + 1).flatMap((second, further) => {
      const related = named[at]?.has(second.service.id) || named[at + 1 + further]?.has(first.service.id);
      return related ? [compare(first, second)] : [];
    }),
  );
  return { misfits: found.flatMap(({ misfits }) => misfits), unsaid: found.flatMap(({ unsaid }) => unsaid) };
}
