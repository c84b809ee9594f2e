import BetterSqlite from 'better-sqlite3';

/** One step of a plan, such as `SEARCH f USING INDEX …` or `SCAN f`. */
export interface PlanStep {
  readonly statement: string;
  readonly detail: string;
  /** The table that the step reads; null for temporary results and lists. */
  readonly table: string | null;
}

/** Notes the text of every statement that is prepared, on any connection, until it is stopped. */
export function recordStatements(): { readonly texts: () => readonly string[]; readonly stop: () => void } {
  const { prototype } = BetterSqlite;
  const { prepare } = prototype;
  const seen = new Set<string>();
  prototype.prepare = function prepareAndNote(this: BetterSqlite.Database, text: string) {
    seen.add(text);
    return Reflect.apply(prepare, this, [text]);
  } as typeof prepare;
  return {
    texts: () => [...seen],
    stop: () => {
      prototype.prepare = prepare;
    },
  };
}

function aliasesOf(statement: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const [, table = '', alias] of statement.matchAll(/(?:FROM|JOIN)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?/gi)) {
    aliases.set(table, table);
    if (alias !== undefined) aliases.set(alias, table);
  }
  return aliases;
}

/** What SQLite means to do for a statement; values are left open, so the plan is that of any value. */
export function planOf(file: string, statement: string): readonly PlanStep[] {
  const db = new BetterSqlite(file, { readonly: true });
  try {
    const values = [...statement.matchAll(/\?/g)].map(() => null);
    const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all(...values);
    const aliases = aliasesOf(statement);
    return rows.map(({ detail }) => {
      const name = /^(?:SCAN|SEARCH) (\w+)/.exec(detail)?.[1];
      return { statement, detail, table: name === undefined ? null : (aliases.get(name) ?? null) };
    });
  } finally {
    db.close();
  }
}

/** Whether a step walks a whole table or index; a full-text match is a search however it is called. */
export function isScan({ detail }: PlanStep): boolean {
  return detail.startsWith('SCAN ') && !/VIRTUAL TABLE INDEX \d+:.*M/.test(detail);
}
