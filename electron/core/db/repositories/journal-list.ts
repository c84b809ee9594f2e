import type { JournalLine } from '../../../../shared/contract/journal.ts';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { DecisionKind } from '../../../../shared/model/journal.ts';
import type { Day, Zone } from '../../../../shared/model/time.ts';
import type { ReadDb } from '../database.ts';
import { allOf, type Sql, sql } from '../sql.ts';
import { textQuery } from './text-query.ts';

export interface JournalFilter {
  readonly limit: number;
  readonly after: string | null;
  readonly actor: string | null;
  readonly command: string | null;
  readonly kind: DecisionKind | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly text: string;
}

export interface JournalPage {
  readonly rows: JournalLine[];
  readonly next: string | null;
}

function workspaceZone(db: ReadDb): Zone {
  const row = db.get<{ zone: Zone }>(sql`SELECT zone FROM workspace`);
  if (row === undefined) throw new Error('the workspace has no row of its own');
  return row.zone;
}

/** Which numbers to look at; both ends are left out. */
interface Span {
  readonly above: number;
  readonly below: number;
  /** What must hold besides. */
  readonly exactly: readonly Sql[];
}

/**
 * The page's span of numbers: below the last entry shown, and between those of the days asked for. A clock may go back,
 * so numbers and times do not always rise together: the times are asked again of each entry, by a condition whose `+`
 * leaves the choice of index to the numbers. One bound at each end, for SQLite uses no more.
 */
function spanOf(db: ReadDb, { after, from, to }: JournalFilter): Span {
  const below = after === null ? Number.MAX_SAFE_INTEGER : Number(after) || 0;
  if (from === null && to === null) return { above: 0, below, exactly: [] };
  const zone = workspaceZone(db);
  const start = from === null ? Number.MIN_SAFE_INTEGER : startOfDay(from, zone);
  const end = to === null ? Number.MAX_SAFE_INTEGER : startOfDay(addDays(to, 1), zone);
  const found = db.get<{ first: number | null; last: number | null }>(sql`
    SELECT min(seq) AS first, max(seq) AS last FROM journal INDEXED BY journal_by_time WHERE at >= ${start} AND at < ${end}`);
  return {
    above: (found?.first ?? 1) - 1,
    below: Math.min(below, (found?.last ?? 0) + 1),
    exactly: [sql`+j.at >= ${start}`, sql`+j.at < ${end}`],
  };
}

/** What leads to the entries, in falling order of their numbers: words, a kind, an actor, a command, or all of them. */
interface Lead {
  readonly from: Sql;
  readonly conditions: readonly Sql[];
  /** The number of an entry, in the lead's own index. */
  readonly seq: Sql;
}

function named(filter: Pick<JournalFilter, 'actor' | 'command'>, sign: '' | '+'): readonly Sql[] {
  const column = (name: string): Sql => ({ text: `${sign}j.${name}`, values: [] });
  return [
    ...(filter.actor === null ? [] : [sql`${column('actor')} = ${filter.actor}`]),
    ...(filter.command === null ? [] : [sql`${column('command')} = ${filter.command}`]),
  ];
}

function ofKind(kind: DecisionKind): Sql {
  return sql`EXISTS (SELECT 1 FROM journal_kind k WHERE k.kind = ${kind} AND k.seq = j.seq)`;
}

function leadOf(filter: JournalFilter): Lead {
  const words = textQuery(filter.text);
  const { kind } = filter;
  if (words !== null) {
    const others = [...named(filter, '+'), ...(kind === null ? [] : [ofKind(kind)])];
    const from = sql`journal_text x CROSS JOIN journal j ON j.seq = x.rowid`;
    return { from, conditions: [sql`journal_text MATCH ${words}`, ...others], seq: sql`x.rowid` };
  }
  if (kind !== null && filter.actor === null && filter.command === null && filter.text.trim() === '') {
    const from = sql`journal_kind k CROSS JOIN journal j ON j.seq = k.seq`;
    return { from, conditions: [sql`k.kind = ${kind}`], seq: sql`k.seq` };
  }
  // Signs alone are no words: nothing was decided in them.
  const nothing = filter.text.trim() === '' ? [] : [sql`FALSE`];
  // One of actor and command leads; the other looks at what it finds.
  const { actor, command } = filter;
  const [first, second] =
    actor === null
      ? [{ actor, command }, null]
      : [
          { actor, command: null },
          { actor: null, command },
        ];
  const conditions = [...nothing, ...named(first, ''), ...(second === null ? [] : named(second, '+'))];
  return {
    from: sql`journal j`,
    conditions: [...conditions, ...(kind === null ? [] : [ofKind(kind)])],
    seq: sql`j.seq`,
  };
}

/** What lists show of an entry `j`: never its input and its images, of which an import has megabytes. */
const LINE: Sql = sql`
  j.seq, j.at, j.actor, j.command, j.summary, j.reverts, j.prev_hash AS prevHash, j.hash,
  (SELECT max(later.seq) FROM journal later WHERE later.reverts = j.seq) AS revertedBy,
  CASE WHEN json_valid(j.changes) THEN json_array_length(j.changes) ELSE 0 END AS changeCount`;

/** A page of the journal, newest first; dates are days of the workspace's zone. */
export function listJournal(db: ReadDb, filter: JournalFilter): JournalPage {
  const { from, conditions, seq } = leadOf(filter);
  const { above, below, exactly } = spanOf(db, filter);
  const all = allOf([...conditions, sql`${seq} > ${above}`, sql`${seq} < ${below}`, ...exactly]);
  const found = db.all<JournalLine>(sql`
    SELECT ${LINE} FROM ${from} WHERE ${all} ORDER BY ${seq} DESC LIMIT ${filter.limit + 1}`);
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > filter.limit && last ? String(last.seq) : null };
}

/** The latest entries about a train, newest first: those that changed it, those that gave it releases, and what took those back. */
export function listTrainHistory(db: ReadDb, id: string): JournalLine[] {
  return db.all(sql`
    WITH RECURSIVE told (seq) AS (
      SELECT seq FROM journal_subject WHERE kind = 'train' AND id = ${id}
      UNION SELECT seq FROM journal WHERE command = 'trains.generate' AND input ->> '$.id' = ${id}
      UNION SELECT seq FROM journal WHERE command = 'releases.add' AND input ->> '$.trainId' = ${id}
      UNION SELECT later.seq FROM told JOIN journal later ON later.reverts = told.seq)
    SELECT ${LINE} FROM journal j WHERE j.seq IN (SELECT seq FROM told)
    ORDER BY j.seq DESC LIMIT 500`);
}

/** The latest entries that touched a thing, newest first. */
export function listHistory(db: ReadDb, kind: DecisionKind, id: string): JournalLine[] {
  return db.all(sql`
    SELECT ${LINE} FROM journal_subject s CROSS JOIN journal j ON j.seq = s.seq
    WHERE s.kind = ${kind} AND s.id = ${id} ORDER BY s.seq DESC LIMIT 500`);
}
