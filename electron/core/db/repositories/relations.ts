import type { DecisionKind } from '../../../../shared/model/journal.ts';
import type { ReadDb } from '../database.ts';
import { readDecision, readDecisions } from '../decisions.ts';
import { type Image, nameOfThing } from '../images.ts';
import { type Sql, sql } from '../sql.ts';

interface Relation {
  readonly child: DecisionKind;
  readonly parent: DecisionKind;
  /** The field that names the parent or, where it is a list, the parents; a dot leads into an object. */
  readonly field: string;
  readonly column: string;
}

/** Which decisions name which others. */
const RELATIONS: readonly Relation[] = [
  { child: 'release', parent: 'train', field: 'trainId', column: 'train_id' },
  { child: 'milestone', parent: 'release', field: 'releaseId', column: 'release_id' },
  { child: 'scope-item', parent: 'release', field: 'releaseId', column: 'release_id' },
  { child: 'assignment', parent: 'release', field: 'releaseId', column: 'release_id' },
  { child: 'assignment', parent: 'person', field: 'personId', column: 'person_id' },
  { child: 'absence', parent: 'person', field: 'personId', column: 'person_id' },
  { child: 'person', parent: 'team', field: 'teamId', column: 'team_id' },
  { child: 'service', parent: 'team', field: 'teamId', column: 'team_id' },
  { child: 'override', parent: 'schedule-rule', field: 'freezeId', column: 'freeze_id' },
  { child: 'booking', parent: 'environment', field: 'environmentId', column: 'environment_id' },
  { child: 'booking', parent: 'release', field: 'releaseId', column: 'release_id' },
  { child: 'baseline', parent: 'train', field: 'trainId', column: 'train_id' },
  { child: 'plan-observation', parent: 'train', field: 'trainId', column: 'train_id' },
];

/** Which decisions list which others, in a column of JSON. */
const LISTS: readonly Relation[] = [
  { child: 'service', parent: 'service', field: 'dependsOn', column: 'depends_on' },
  { child: 'train', parent: 'service', field: 'services', column: 'services' },
  { child: 'train', parent: 'team', field: 'teams', column: 'teams' },
  { child: 'environment', parent: 'environment', field: 'parents', column: 'parents' },
  { child: 'booking', parent: 'service', field: 'services', column: 'services' },
  ...(['schedule-rule', 'override'] as const).flatMap((child) =>
    (['environment', 'service', 'team'] as const).map((parent) => ({
      child,
      parent,
      field: `scope.${parent}s`,
      column: 'scope',
    })),
  ),
];

/** Which decisions name services somewhere within a column of JSON, as `serviceId`. */
const WITHIN: readonly Relation[] = [
  { child: 'release', parent: 'service', field: 'versions', column: 'versions' },
  { child: 'service', parent: 'service', field: 'runs', column: 'runs' },
];

function columnOf({ column }: Relation): Sql {
  return { text: column, values: [] };
}

function pathOf({ field }: Relation): string {
  const inside = field.split('.').slice(1);
  return ['$', ...inside].join('.');
}

function namedBy(relation: Relation, row: Image): readonly string[] {
  const value = relation.field
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Image)[key] : undefined), row);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}

/** Every `serviceId` within a value, however deep. */
function servicesWithin(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'serviceId' ? [String(inner)] : servicesWithin(inner),
  );
}

function firstChild(db: ReadDb, { child }: Relation, condition: Sql): string | undefined {
  const row: Image | undefined = readDecisions(db, child, sql`WHERE ${condition} LIMIT 1`)[0];
  return row === undefined ? undefined : nameOfThing(child, String(row.id), row);
}

/** What still names a thing, such as `release “Payments 2026.24”`; undefined where nothing does. */
export function dependantOf(db: ReadDb, parent: DecisionKind, id: string): string | undefined {
  const ofParent = (relation: Relation) => relation.parent === parent;
  for (const relation of RELATIONS.filter(ofParent)) {
    const found = firstChild(db, relation, sql`${columnOf(relation)} = ${id}`);
    if (found !== undefined) return found;
  }
  for (const relation of LISTS.filter(ofParent)) {
    const listed = sql`json_each(${columnOf(relation)}, ${pathOf(relation)})`;
    const found = firstChild(db, relation, sql`EXISTS (SELECT 1 FROM ${listed} WHERE value = ${id})`);
    if (found !== undefined) return found;
  }
  for (const relation of WITHIN.filter(ofParent)) {
    const within = sql`json_tree(${columnOf(relation)})`;
    const found = firstChild(
      db,
      relation,
      sql`EXISTS (SELECT 1 FROM ${within} WHERE key = 'serviceId' AND value = ${id})`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a row names that is not there, such as `train train-1`; undefined where nothing is missing. */
export function missingParentOf(db: ReadDb, child: DecisionKind, row: Image): string | undefined {
  for (const relation of [...RELATIONS, ...LISTS, ...WITHIN]) {
    if (relation.child !== child) continue;
    const ids = WITHIN.includes(relation) ? servicesWithin(row[relation.field]) : namedBy(relation, row);
    for (const id of ids) {
      if (readDecision(db, relation.parent, id) === undefined) return `${relation.parent} ${id}`;
    }
  }
  return undefined;
}
