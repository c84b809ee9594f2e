import { compileGlob } from '../../../../shared/domain/text/glob.ts';
import type { MappingRules, StatusCategory } from '../../../../shared/model/connection.ts';

export type StatusReader = (status: string, said: StatusCategory) => StatusCategory;

/** Rules are compiled once for all pages of a run: a page of three rows must not pay for two dozen patterns. */
const readers = new WeakMap<MappingRules, StatusReader>();

/**
 * Reads what a status means: the first of the user's rules that matches its name, else what the provider says
 * of it. Names are remembered, for pages repeat few of them.
 */
export function createStatusReader(rules: MappingRules): StatusReader {
  const reader = readers.get(rules) ?? compiledReader(rules);
  readers.set(rules, reader);
  return reader;
}

function compiledReader(rules: MappingRules): StatusReader {
  const compiled = rules.statuses.map((rule) => ({ matches: compileGlob(rule.pattern), category: rule.category }));
  const known = new Map<string, StatusCategory | null>();
  return (status, said) => {
    let category = known.get(status);
    if (category === undefined) {
      category = compiled.find((rule) => rule.matches(status))?.category ?? null;
      known.set(status, category);
    }
    return category ?? said;
  };
}
