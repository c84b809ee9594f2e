import { compileGlob } from '../../../../shared/domain/text/glob.ts';
import type { MappingRules, StatusCategory } from '../../../../shared/model/connection.ts';

/**
 * Reads what a status means: the first of the user's rules that matches its name, else what the provider says
 * of it. Names are remembered, for a page repeats few of them.
 */
export function createStatusReader(rules: MappingRules): (status: string, said: StatusCategory) => StatusCategory {
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
