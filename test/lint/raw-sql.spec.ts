import { describe, expect, it } from 'vitest';
import { findRawSql } from './rules/raw-sql.ts';
import { isCode, readProjectFiles } from './rules/source-files.ts';

/** Files of the store that build statements, each with why no outside text can reach them. */
const MAY_BUILD: Readonly<Record<string, string>> = {
  'electron/core/db/table.ts': 'table and column names come from the schemas of the model',
  'electron/core/db/migrate.ts': 'the version is a number of the list of migrations',
};

function found(path: string, text: string): readonly string[] {
  return findRawSql({ path, text }, MAY_BUILD);
}

describe('test/lint/rules/raw-sql', () => {
  it.each([
    ['a query', "const a = 'SELECT id FROM train';"],
    ['a template', 'const a = `INSERT INTO train (id) VALUES (?)`;'],
    ['even the tag', 'const a = sql`UPDATE train SET name = 1`;'],
    ['lower case in the tag', 'const a = sql`select id from train`;'],
    ['lower case in a call', "db.prepare('select id from train');"],
    ['a pragma', "db.exec('PRAGMA user_version = 1');"],
  ])('finds %s outside the store', (_what, text) => {
    expect(found('electron/core/services/a.ts', text)).toHaveLength(1);
    expect(found('electron/core/services/a.ts', text)[0]).toContain('ask a repository');
  });

  it.each([
    ['a hole', 'const a = `SELECT id FROM train WHERE name = ${name}`;'],
    ['a plus', "const a = 'SELECT id FROM train WHERE name = ' + name;"],
  ])('finds a statement put together by %s in the store', (_what, text) => {
    expect(found('electron/core/db/a.ts', text)).toHaveLength(1);
    expect(found('electron/core/db/table.ts', text)).toEqual([]);
  });

  it.each([
    ['the tag in the store', 'electron/core/db/a.ts', 'const a = sql`SELECT id FROM train WHERE name = ${name}`;'],
    ['a plain statement in the store', 'electron/core/db/a.ts', "db.prepare('DELETE FROM train WHERE id = ?');"],
    ['English', 'renderer/ui/a.ts', "const a = 'Select a train from the list'; const b = 'Update the train';"],
    ['more English', 'renderer/ui/a.ts', "const a = 'Delete from here? With care.';"],
  ])('lets %s be', (_what, path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});

describe('the project', () => {
  it('holds SQL in the store alone, and never puts it together from text', () => {
    const files = readProjectFiles('.', ['shared', 'electron', 'renderer']).filter(isCode);

    expect(files.flatMap((file) => findRawSql(file, MAY_BUILD))).toEqual([]);
  });
});
