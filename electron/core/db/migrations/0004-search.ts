import type { Migration } from '../migrate.ts';

/** Every list that a screen filters is found by an index that ends with the order it is shown in. */
export const search: Migration = {
  version: 4,
  name: 'search',
  script: `
-- A project's key is enough to find it: no two connections share many.
DROP INDEX fact_work_item_by_project;
CREATE INDEX fact_work_item_by_project ON fact_work_item (project_key, updated_at);
CREATE INDEX fact_work_item_by_connection ON fact_work_item (connection_id, updated_at);

-- Labels and versions with the time of their work item's last change, so that the newest come first unsorted.
ALTER TABLE work_item_tag RENAME TO old_work_item_tag;
DROP INDEX work_item_tag_by_value;
CREATE TABLE work_item_tag (
  kind TEXT NOT NULL, value TEXT NOT NULL, updated_at INTEGER NOT NULL, work_item_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, updated_at, work_item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO work_item_tag (kind, value, updated_at, work_item_id)
  SELECT t.kind, t.value, f.updated_at, t.work_item_id
  FROM old_work_item_tag t JOIN fact_work_item f ON f.id = t.work_item_id;
DROP TABLE old_work_item_tag;
CREATE INDEX work_item_tag_by_work_item ON work_item_tag (work_item_id);

-- Words of what was decided.
CREATE VIRTUAL TABLE journal_text USING fts5 (
  summary, content = 'journal', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO journal_text (journal_text) VALUES ('rebuild');
CREATE TRIGGER journal_text_insert AFTER INSERT ON journal
BEGIN INSERT INTO journal_text (rowid, summary) VALUES (new.seq, new.summary); END;

-- Which kinds of thing an entry changed: an index into the journal, rebuilt from it at any time.
CREATE TABLE journal_kind (kind TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, seq)) STRICT, WITHOUT ROWID;
INSERT INTO journal_kind (kind, seq)
  SELECT DISTINCT c.value ->> 'kind', j.seq FROM journal j, json_each(j.changes) c;
`,
};
