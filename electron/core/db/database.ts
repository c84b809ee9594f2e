import type BetterSqlite from 'better-sqlite3';
import type { Sql } from './sql.ts';

/** Statements kept prepared per connection; the hot ones stay, the oldest go. */
const KEPT_STATEMENTS = 300;

/** A handle that can only read. */
export interface ReadDb {
  readonly file: string;
  /** All rows. The caller names their shape, which the statement's columns must have. */
  readonly all: <Row>(query: Sql) => Row[];
  readonly get: <Row>(query: Sql) => Row | undefined;
}

/** A handle that can also write. */
export interface WriteDb extends ReadDb {
  readonly run: (statement: Sql) => number;
  /** Runs a script of several statements without parameters. */
  readonly exec: (script: string) => void;
  /** Prepares once for a loop of writes; values are bound by position. */
  readonly prepare: (text: string) => BetterSqlite.Statement<unknown[]>;
  /** Runs `work` in one immediate transaction, rolled back when it throws; nests as a savepoint. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
}

function statementCache(db: BetterSqlite.Database) {
  const kept = new Map<string, BetterSqlite.Statement<unknown[]>>();
  return (text: string): BetterSqlite.Statement<unknown[]> => {
    const known = kept.get(text);
    if (known) return known;
    const statement = db.prepare<unknown[]>(text);
    if (kept.size >= KEPT_STATEMENTS) {
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    }
    kept.set(text, statement);
    return statement;
  };
}

/** Wraps a better-sqlite3 connection; the only place where statements are prepared. */
export function wrapDatabase(db: BetterSqlite.Database): WriteDb {
  const statement = statementCache(db);
  return {
    file: db.name,
    all: <Row>(query: Sql) => statement(query.text).all(...query.values) as Row[],
    get: <Row>(query: Sql) => statement(query.text).get(...query.values) as Row | undefined,
    run: (query) => statement(query.text).run(...query.values).changes,
    exec: (script) => {
      db.exec(script);
    },
    prepare: (text) => db.prepare<unknown[]>(text),
    transaction: (work) => db.transaction(work).immediate(),
    close: () => {
      db.close();
    },
  };
}
