import type { SourceVersion, Transition } from '../../../../shared/model/facts.ts';
import type { FactId } from '../../../../shared/model/ids.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { type Sql, sql } from '../sql.ts';
import { readFacts, type SeenFact } from './facts.ts';

type Delivery = 'pull-request' | 'deployment' | 'release-tag';

/** The column by which each kind of delivery is newest, which its index by project ends with. */
const NEWEST: Readonly<Record<Delivery, Sql>> = {
  'pull-request': sql`f.updated_at`,
  deployment: sql`f.created_at`,
  'release-tag': sql`f.published_at`,
};

/** The latest deliveries of one kind of a project, newest first. */
export function latestOfProject<K extends Delivery>(
  db: ReadDb,
  kind: K,
  { connectionId, key }: LinkedProject,
  limit: number,
): SeenFact<K>[] {
  return readFacts(
    db,
    kind,
    sql`WHERE f.connection_id = ${connectionId} AND f.project_key = ${key} ORDER BY ${NEWEST[kind]} DESC LIMIT ${limit}`,
  );
}

function withoutMark<T extends { readonly simulated: boolean }>({ simulated: _, ...fact }: T): Omit<T, 'simulated'> {
  return fact;
}

/** The transitions of a work item, earliest first. */
export function transitionsOf(db: ReadDb, workItemId: FactId): Transition[] {
  return readFacts(db, 'transition', sql`WHERE f.work_item_id = ${workItemId} ORDER BY f.at, f.id`).map(withoutMark);
}

/** A page of the providers' versions in the order of their ids. */
export function versionsAfter(db: ReadDb, after: string | null, limit: number): SourceVersion[] {
  return readFacts(db, 'source-version', sql`WHERE f.id > ${after ?? ''} ORDER BY f.id LIMIT ${limit}`).map(
    withoutMark,
  );
}
