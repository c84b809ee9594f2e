import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../support/csv.ts';

const FOLDER = join('..', 'shared', 'data', 'devlake');

export const DEVLAKE_IS_HERE = existsSync(FOLDER);
export const DEVLAKE_ABSENT = `not present: ${FOLDER}, the recorded GitHub and Jira payloads`;

export type Row = Readonly<Record<string, string>>;

/** A table of DevLake's end-to-end tests, such as `jira/snapshot_tables/issues`; no rows where the folder is absent. */
export function devlakeTable(plugin: 'github' | 'jira', table: string): readonly Row[] {
  if (!DEVLAKE_IS_HERE) return [];
  return readCsv(readFileSync(join(FOLDER, plugin, 'e2e', `${table}.csv`), 'utf8'));
}

/** Recorded payloads: each row of a raw table with its `data` read. */
export function devlakePayloads(
  plugin: 'github' | 'jira',
  table: string,
): readonly { readonly row: Row; readonly data: Record<string, unknown> }[] {
  return devlakeTable(plugin, `raw_tables/_raw_${plugin}_api_${table}`).map((row) => ({
    row,
    data: JSON.parse(row.data ?? 'null'),
  }));
}

/** DevLake writes moments as `2020-06-12T00:13:13.360+00:00`, and nothing for none. */
export function momentOf(text: string | undefined): number | null {
  if (!text) return null;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new Error(`not a moment of DevLake's: ${text}`);
  return moment;
}
