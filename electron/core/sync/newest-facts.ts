import type { MappedFact } from '../../../shared/model/facts.ts';
import type { MappedPage, Replaced } from '../connectors/_kit/connector.ts';

export interface NewestFacts {
  /** The facts of a page that no newer page holds or says to be no more; they are held from now on. */
  readonly take: (pageKey: string, page: MappedPage) => readonly MappedFact[];
  readonly has: (id: string) => boolean;
  readonly size: () => number;
}

function valueOf(fact: MappedFact, field: Replaced['field']): string | null {
  const value: unknown = Reflect.get(fact, field);
  return typeof value === 'string' ? value : null;
}

/**
 * Tells which facts of kept pages count, when the pages are taken newest first: each fact from the newest page that
 * holds it, and none that a newer page, which tells the facts of its parent whole, does not name.
 */
export function createNewestFacts(): NewestFacts {
  const held = new Set<string>();
  /** By kind, field and value: what the newest pages that tell them whole say of them. */
  const whole = new Map<string, Replaced[]>();
  const fieldsOf = new Map<string, Set<Replaced['field']>>();

  function isNoMore(fact: MappedFact, pageKey: string): boolean {
    for (const field of fieldsOf.get(fact.kind) ?? []) {
      for (const { idStart = '', keys } of whole.get(`${fact.kind} ${field} ${valueOf(fact, field)}`) ?? []) {
        if (fact.id.startsWith(idStart) && !keys.includes(pageKey)) return true;
      }
    }
    return false;
  }

  function learn(told: Replaced): void {
    const { kind, field, values } = told;
    fieldsOf.set(kind, (fieldsOf.get(kind) ?? new Set()).add(field));
    for (const value of values) {
      const key = `${kind} ${field} ${value}`;
      const newer = whole.get(key);
      if (newer === undefined) whole.set(key, [told]);
      else if (newer.every(({ idStart }) => idStart !== told.idStart)) newer.push(told);
    }
  }

  return {
    take: (pageKey, { facts, replaces = [] }) => {
      const fresh = facts.filter((fact) => !held.has(fact.id) && !isNoMore(fact, pageKey));
      for (const { id } of fresh) held.add(id);
      for (const told of replaces) learn(told);
      return fresh;
    },
    has: (id) => held.has(id),
    size: () => held.size,
  };
}
