import { type FactKind, factKinds } from '../../../shared/model/facts.ts';
import { snakeCase, type Table, tableOf } from './table.ts';

const special: Readonly<Partial<Record<FactKind, Parameters<typeof tableOf>[2]>>> = {
  'work-item': { json: ['labels', 'versions'] },
  'source-version': { flag: ['released'] },
  'pull-request': { flag: ['draft'], json: ['labels'] },
  deployment: { flag: ['production'] },
  'release-tag': { flag: ['draft', 'prerelease'] },
};

/** `work-item` is kept in `fact_work_item`. */
export function factTableName(kind: FactKind): string {
  return `fact_${snakeCase(kind).replaceAll('-', '_')}`;
}

export const factKindNames = Object.keys(factKinds) as readonly FactKind[];

/** The table of each kind of fact. */
export const factTables = Object.fromEntries(
  factKindNames.map((kind) => [kind, tableOf(factTableName(kind), factKinds[kind], special[kind])]),
) as Readonly<Record<FactKind, Table>>;
