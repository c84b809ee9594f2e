import type { WorkItem } from '../../model/facts.ts';
import { foldText } from '../text/fold-text.ts';
import { compileGlob, type Placeholders } from '../text/glob.ts';
import type { QueryField, QueryTerm, QueryValue } from './query.ts';

/** What a rule looks at of a work item. */
export type BoardableItem = Pick<
  WorkItem,
  | 'connectionId'
  | 'projectKey'
  | 'key'
  | 'title'
  | 'type'
  | 'originalStatus'
  | 'category'
  | 'assignee'
  | 'labels'
  | 'versions'
>;

export type ItemPredicate = (item: BoardableItem) => boolean;

/** The values that an item has for a field; none where it has no value. */
function valuesOf(item: BoardableItem, field: QueryField): readonly string[] {
  switch (field) {
    case 'project':
      return [item.projectKey];
    case 'status':
      return [item.originalStatus];
    case 'category':
      return [item.category];
    case 'type':
      return [item.type];
    case 'label':
      return item.labels;
    case 'version':
      return item.versions;
    case 'assignee':
      return item.assignee === null ? [] : [item.assignee];
  }
}

function compileValue(value: QueryValue, placeholders: Placeholders): (values: readonly string[]) => boolean {
  if (value.kind === 'none') return (values) => values.length === 0;
  const matches = compileGlob(value.pattern, placeholders);
  return (values) => values.some(matches);
}

function fillText(text: string, placeholders: Placeholders): string {
  let filled = text;
  for (const [placeholder, value] of placeholders) filled = filled.replaceAll(placeholder, () => value);
  return filled;
}

function compileTerm(term: QueryTerm, placeholders: Placeholders): ItemPredicate {
  if (term.kind === 'text') {
    const wanted = foldText(fillText(term.text, placeholders));
    return (item) => (foldText(item.key).includes(wanted) || foldText(item.title).includes(wanted)) !== term.negated;
  }
  const tests = term.values.map((value) => compileValue(value, placeholders));
  return (item) => tests.some((test) => test(valuesOf(item, term.field))) !== term.negated;
}

/** A predicate for the items that satisfy every condition of a query. */
export function compileQuery(terms: readonly QueryTerm[], placeholders: Placeholders): ItemPredicate {
  const tests = terms.map((term) => compileTerm(term, placeholders));
  return (item) => tests.every((test) => test(item));
}
