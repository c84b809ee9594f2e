import type { StatusCategory } from '../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { factTables } from '../fact-tables.ts';
import { allOf, inList, type Sql, sql } from '../sql.ts';
import { fromRow } from '../table.ts';
import { readFacts, type SeenFact } from './facts.ts';

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

/** What people type as a full-text query: every word must occur, the last may be unfinished; signs mean nothing. */
export function textQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}

function tagged(kind: 'label' | 'version', value: string): Sql {
  return sql`EXISTS (SELECT 1 FROM work_item_tag t WHERE t.work_item_id = f.id AND t.kind = ${kind} AND t.value = ${value})`;
}

function filters(search: WorkItemSearch): Sql[] {
  const conditions: Sql[] = [];
  if (search.connectionId !== null) conditions.push(sql`f.connection_id = ${search.connectionId}`);
  if (search.projectKey !== null) conditions.push(sql`f.project_key = ${search.projectKey}`);
  if (search.category !== null) conditions.push(sql`f.category = ${search.category}`);
  if (search.label !== null) conditions.push(tagged('label', search.label));
  if (search.version !== null) conditions.push(tagged('version', search.version));
  return conditions;
}

function pageOf(rows: SeenWorkItem[], limit: number, next: (last: SeenWorkItem) => string): WorkItemPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? next(last) : null };
}

/** By words: the newest arrivals first, so that no ranking has to look at every match. */
function searchByText(db: ReadDb, search: WorkItemSearch, words: string): WorkItemPage {
  const table = { text: factTables['work-item'].name, values: [] };
  const below = search.after === null ? sql`TRUE` : sql`x.rowid < ${Number(search.after) || 0}`;
  const found = db.all<Record<string, unknown> & { row: number; simulated: number }>(sql`
    SELECT f.*, f.rowid AS row, c.kind = 'simulated' AS simulated
    FROM work_item_text x CROSS JOIN ${table} f ON f.rowid = x.rowid CROSS JOIN connection c ON c.id = f.connection_id
    WHERE work_item_text MATCH ${words} AND ${below} AND ${allOf(filters(search))}
    ORDER BY x.rowid DESC LIMIT ${search.limit + 1}`);
  const rows = found.slice(0, search.limit);
  const last = rows.at(-1);
  return {
    // The columns are the fields of a work item, and connectors write only whole facts.
    rows: rows.map(
      (row) =>
        ({ ...fromRow(factTables['work-item'], row), simulated: row.simulated === 1 }) as unknown as SeenWorkItem,
    ),
    next: found.length > search.limit && last ? String(last.row) : null,
  };
}

function searchByTime(db: ReadDb, search: WorkItemSearch): WorkItemPage {
  const [updated = '', id = ''] = (search.after ?? '').split(' ', 2);
  const before = search.after === null ? sql`TRUE` : sql`(f.updated_at, f.id) < (${Number(updated) || 0}, ${id})`;
  const rows = readFacts(
    db,
    'work-item',
    sql`WHERE ${before} AND ${allOf(filters(search))} ORDER BY f.updated_at DESC, f.id DESC LIMIT ${search.limit + 1}`,
  );
  return pageOf(rows, search.limit, (last) => `${last.updatedAt} ${last.id}`);
}

/** One page of the work items that meet every filter: by words newest arrival first, else latest change first. */
export function searchWorkItems(db: ReadDb, search: WorkItemSearch): WorkItemPage {
  const words = textQuery(search.text);
  if (words !== null) return searchByText(db, search, words);
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

export function workItemsTagged(
  db: ReadDb,
  kind: 'label' | 'version',
  values: readonly string[],
  limit: number,
): SeenWorkItem[] {
  return readFacts(
    db,
    'work-item',
    sql`WHERE f.id IN (
          SELECT t.work_item_id FROM work_item_tag t WHERE t.kind = ${kind} AND t.value IN ${inList(values)} LIMIT ${limit})`,
  );
}

export function workItemsOfProjects(db: ReadDb, projects: readonly LinkedProject[], limit: number): SeenWorkItem[] {
  return projects.flatMap(({ connectionId, key }) =>
    readFacts(db, 'work-item', sql`WHERE f.connection_id = ${connectionId} AND f.project_key = ${key} LIMIT ${limit}`),
  );
}

export function workItemsById(db: ReadDb, ids: readonly string[]): SeenWorkItem[] {
  return readFacts(db, 'work-item', sql`WHERE f.id IN ${inList(ids)}`);
}
