import type { StatusCategory } from '../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { factTables } from '../fact-tables.ts';
import { allOf, inList, type Sql, sql } from '../sql.ts';
import { fromRow } from '../table.ts';
import { readFacts, type SeenFact } from './facts.ts';
import { textQuery } from './text-query.ts';

export type SeenWorkItem = SeenFact<'work-item'>;

export interface WorkItemSearch {
  readonly limit: number;
  readonly after: string | null;
  readonly text: string;
  readonly connectionId: ConnectionId | null;
  readonly projectKey: string | null;
  readonly category: StatusCategory | null;
  readonly label: string | null;
  readonly version: string | null;
}

export interface WorkItemPage {
  readonly rows: SeenWorkItem[];
  readonly next: string | null;
}

function tagged(kind: 'label' | 'version', value: string): Sql {
  return sql`EXISTS (SELECT 1 FROM work_item_tag t WHERE t.work_item_id = f.id AND t.kind = ${kind} AND t.value = ${value})`;
}

/** A condition that looks at what another found: the `+` keeps SQLite from choosing its index. */
function beside(column: string, value: string): Sql {
  return sql`${{ text: `+f.${column}`, values: [] }} = ${value}`;
}

/** The filters by column; the narrowest that is given leads to its index (where any is to), the others look at what it finds. */
function filters({ projectKey, category, connectionId }: WorkItemSearch, leads = true): Sql[] {
  const given = [
    { column: 'project_key', value: projectKey },
    { column: 'category', value: category },
    { column: 'connection_id', value: connectionId },
  ].flatMap(({ column, value }) => (value === null ? [] : [{ column, value }]));
  return given.map(({ column, value }, place) =>
    leads && place === 0 ? sql`${{ text: `f.${column}`, values: [] }} = ${value}` : beside(column, value),
  );
}

function tagFilters({ label, version }: WorkItemSearch): Sql[] {
  return [
    ...(label === null ? [] : [tagged('label', label)]),
    ...(version === null ? [] : [tagged('version', version)]),
  ];
}

function pageOf(rows: SeenWorkItem[], limit: number, next: (last: SeenWorkItem) => string): WorkItemPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? next(last) : null };
}

function seenWorkItem(row: Readonly<Record<string, unknown>>): SeenWorkItem {
  // The columns are the fields of a work item, and connectors write only whole facts.
  return { ...fromRow(factTables['work-item'], row), simulated: row.simulated === 1 } as unknown as SeenWorkItem;
}

/** By words: the newest arrivals first, so that no ranking has to look at every match. */
function searchByText(
  db: ReadDb,
  search: WorkItemSearch,
  { words, besides }: { readonly words: string; readonly besides: readonly SeenWorkItem[] },
): WorkItemPage {
  const table = { text: factTables['work-item'].name, values: [] };
  const below = search.after === null ? sql`TRUE` : sql`x.rowid < ${Number(search.after) || 0}`;
  const found = db.all<Record<string, unknown> & { row: number; simulated: number }>(sql`
    SELECT f.*, f.rowid AS row, c.kind = 'simulated' AS simulated
    FROM work_item_text x CROSS JOIN ${table} f ON f.rowid = x.rowid CROSS JOIN connection c ON c.id = f.connection_id
    WHERE work_item_text MATCH ${words} AND ${below} AND f.id NOT IN ${inList(besides.map(({ id }) => id))}
      AND ${allOf([...filters(search), ...tagFilters(search)])}
    ORDER BY x.rowid DESC LIMIT ${search.limit + 1}`);
  const rows = found.slice(0, search.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(seenWorkItem),
    // Where the page had room for none of them, the next one begins with the first.
    next: found.length > search.limit ? String(last?.row ?? Number.MAX_SAFE_INTEGER) : null,
  };
}

/** The time and id of the last work item shown; before the first page, a time after all. */
function cursorOf({ after }: WorkItemSearch): readonly [number, string] {
  if (after === null) return [Number.MAX_SAFE_INTEGER, ''];
  const [updated = '', id = ''] = after.split(' ', 2);
  return [Number(updated) || 0, id];
}

function afterItem(item: SeenWorkItem): string {
  return `${item.updatedAt} ${item.id}`;
}

/** By a label or a version: the newest changes come first from its own index. */
function searchByTag(
  db: ReadDb,
  search: WorkItemSearch,
  tag: { kind: 'label' | 'version'; value: string },
): WorkItemPage {
  const [updatedAt, id] = cursorOf(search);
  const others = tagFilters(tag.kind === 'label' ? { ...search, label: null } : { ...search, version: null });
  const found = db.all<Record<string, unknown> & { simulated: number }>(sql`
    SELECT f.*, c.kind = 'simulated' AS simulated
    FROM work_item_tag t CROSS JOIN fact_work_item f ON f.id = t.work_item_id CROSS JOIN connection c ON c.id = f.connection_id
    WHERE t.kind = ${tag.kind} AND t.value = ${tag.value} AND (t.updated_at, t.work_item_id) < (${updatedAt}, ${id})
      AND ${allOf([...filters(search), ...others])}
    ORDER BY t.updated_at DESC, t.work_item_id DESC LIMIT ${search.limit + 1}`);
  return pageOf(found.map(seenWorkItem), search.limit, afterItem);
}

function searchByTime(db: ReadDb, search: WorkItemSearch): WorkItemPage {
  const [updatedAt, id] = cursorOf(search);
  const rows = readFacts(
    db,
    'work-item',
    sql`WHERE (f.updated_at, f.id) < (${updatedAt}, ${id}) AND ${allOf(filters(search))}
        ORDER BY f.updated_at DESC, f.id DESC LIMIT ${search.limit + 1}`,
  );
  return pageOf(rows, search.limit, afterItem);
}

/** What bears the text as its key, in whatever case it was typed: keys are in capitals, or numbers. */
function bearersOf(db: ReadDb, search: WorkItemSearch): SeenWorkItem[] {
  const key = search.text.trim();
  const isKey = sql`f.key IN (${key}, ${key.toUpperCase()})`;
  const others = [...filters(search, false), ...tagFilters(search)];
  return readFacts(db, 'work-item', sql`WHERE ${isKey} AND ${allOf(others)} ORDER BY f.id LIMIT ${search.limit}`);
}

/** By words: what bears them as its key comes before all others, and is not found once more among them. */
function searchByKeyAndText(db: ReadDb, search: WorkItemSearch, words: string): WorkItemPage {
  const bearers = bearersOf(db, search);
  const first = search.after === null ? bearers : [];
  const rest = searchByText(db, { ...search, limit: search.limit - first.length }, { words, besides: bearers });
  return { rows: [...first, ...rest.rows], next: rest.next };
}

/** One page of the work items that meet every filter: by words their key first, then the newest arrival, else the latest change. */
export function searchWorkItems(db: ReadDb, search: WorkItemSearch): WorkItemPage {
  const words = textQuery(search.text);
  if (words !== null) return searchByKeyAndText(db, search, words);
  // Signs alone are no words: nothing has them.
  if (search.text.trim() !== '') return { rows: [], next: null };
  // A version is narrower than a label.
  if (search.version !== null) return searchByTag(db, search, { kind: 'version', value: search.version });
  if (search.label !== null) return searchByTag(db, search, { kind: 'label', value: search.label });
  return searchByTime(db, search);
}

/** Every label or version in use; jumps from value to value, so its cost is their number, not that of the items. */
export function tagValues(db: ReadDb, kind: 'label' | 'version'): string[] {
  return db
    .all<{ value: string | null }>(sql`
      WITH RECURSIVE each_value (value) AS (
        SELECT min(value) FROM work_item_tag WHERE kind = ${kind}
        UNION ALL
        SELECT (SELECT min(value) FROM work_item_tag WHERE kind = ${kind} AND value > each_value.value)
        FROM each_value WHERE each_value.value IS NOT NULL
      ) SELECT value FROM each_value WHERE value IS NOT NULL`)
    .flatMap(({ value }) => (value === null ? [] : [value]));
}

/** Work items that carry one of some labels or versions, of some projects only where any are given. */
export interface TaggedSearch {
  readonly kind: 'label' | 'version';
  readonly values: readonly string[];
  readonly projects: readonly LinkedProject[];
  readonly limit: number;
}

function countTagged(db: ReadDb, { kind, values }: TaggedSearch, most: number): number {
  const found = db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM work_item_tag t WHERE t.kind = ${kind} AND t.value IN ${inList(values)} LIMIT ${most})`);
  return found?.n ?? 0;
}

function isOfProjects(projects: readonly LinkedProject[]): Sql {
  const keys = JSON.stringify(projects.map(({ connectionId, key }) => [connectionId, key]));
  return sql`(+f.connection_id, +f.project_key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${keys}))`;
}

/** At most `limit` work items: by their tags, or by their projects where more carry the tags than are asked for. */
export function workItemsTagged(db: ReadDb, search: TaggedSearch): SeenWorkItem[] {
  const { kind, values, projects, limit } = search;
  const tags = sql`t.kind = ${kind} AND t.value IN ${inList(values)}`;
  if (projects.length > 0 && countTagged(db, search, limit) === limit) {
    const isTagged = sql`EXISTS (SELECT 1 FROM work_item_tag t WHERE t.work_item_id = f.id AND ${tags})`;
    return workItemsOfProjects(db, { projects, limit }, isTagged);
  }
  const inProjects = projects.length === 0 ? sql`TRUE` : isOfProjects(projects);
  const carry = sql`SELECT t.work_item_id FROM work_item_tag t WHERE ${tags}`;
  return readFacts(db, 'work-item', sql`WHERE f.id IN (${carry}) AND ${inProjects} LIMIT ${limit}`);
}

/** At most `limit` work items of some projects that meet a condition. */
export function workItemsOfProjects(
  db: ReadDb,
  { projects, limit }: Pick<TaggedSearch, 'projects' | 'limit'>,
  condition: Sql = sql`TRUE`,
): SeenWorkItem[] {
  const found: SeenWorkItem[] = [];
  for (const { connectionId, key } of projects) {
    const isOfProject = sql`f.project_key = ${key} AND ${beside('connection_id', connectionId)}`;
    const rest = sql`WHERE ${isOfProject} AND ${condition} LIMIT ${limit - found.length}`;
    found.push(...readFacts(db, 'work-item', rest));
  }
  return found;
}

export function workItemsById(db: ReadDb, ids: readonly string[]): SeenWorkItem[] {
  return readFacts(db, 'work-item', sql`WHERE f.id IN ${inList(ids)}`);
}
