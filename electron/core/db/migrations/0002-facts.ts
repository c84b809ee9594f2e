import type { Migration } from '../migrate.ts';

/** What the outside world said: one table a kind of fact, search over work items. */
export const facts: Migration = {
  version: 2,
  name: 'facts',
  script: `
CREATE TABLE fact_project (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, raw_id INTEGER
) STRICT;

CREATE TABLE fact_person (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, raw_id INTEGER
) STRICT;

CREATE TABLE fact_work_item (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
  type TEXT NOT NULL, original_status TEXT NOT NULL, category TEXT NOT NULL, priority TEXT, assignee TEXT,
  labels TEXT NOT NULL, versions TEXT NOT NULL, story_points REAL, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, done_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_work_item_by_update ON fact_work_item (updated_at);
CREATE INDEX fact_work_item_by_project ON fact_work_item (project_key, updated_at);
CREATE INDEX fact_work_item_by_connection ON fact_work_item (connection_id, updated_at);
CREATE INDEX fact_work_item_by_category ON fact_work_item (category, updated_at);
CREATE INDEX fact_work_item_by_key ON fact_work_item (key);

CREATE TABLE fact_transition (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, work_item_id TEXT NOT NULL, from_status TEXT, to_status TEXT NOT NULL,
  from_category TEXT, to_category TEXT NOT NULL, author TEXT, at INTEGER NOT NULL, raw_id INTEGER
) STRICT;
CREATE INDEX fact_transition_by_work_item ON fact_transition (work_item_id, at);

CREATE TABLE fact_work_item_link (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, from_id TEXT NOT NULL, to_key TEXT NOT NULL, type TEXT NOT NULL,
  direction TEXT NOT NULL, raw_id INTEGER
) STRICT;
CREATE INDEX fact_work_item_link_by_from ON fact_work_item_link (from_id);

CREATE TABLE fact_source_version (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
  released INTEGER NOT NULL, release_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_source_version_by_name ON fact_source_version (name);
CREATE INDEX fact_source_version_by_project ON fact_source_version (connection_id, project_key);

CREATE TABLE fact_sprint (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, name TEXT NOT NULL, original_status TEXT NOT NULL, start_at INTEGER,
  end_at INTEGER, completed_at INTEGER, raw_id INTEGER
) STRICT;

CREATE TABLE fact_pull_request (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
  original_status TEXT NOT NULL, state TEXT NOT NULL, draft INTEGER NOT NULL, author TEXT,
  base_ref TEXT NOT NULL, head_ref TEXT NOT NULL, merge_sha TEXT, additions INTEGER, deletions INTEGER,
  labels TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, merged_at INTEGER,
  closed_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_pull_request_by_project ON fact_pull_request (connection_id, project_key, updated_at);

CREATE TABLE fact_commit (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, sha TEXT NOT NULL, message TEXT NOT NULL, author TEXT,
  authored_at INTEGER NOT NULL, committed_at INTEGER NOT NULL, pull_request_id TEXT, raw_id INTEGER
) STRICT;
CREATE INDEX fact_commit_by_pull_request ON fact_commit (pull_request_id);
CREATE INDEX fact_commit_by_sha ON fact_commit (sha);

CREATE TABLE fact_review (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, pull_request_id TEXT NOT NULL, author TEXT, original_status TEXT NOT NULL,
  commit_sha TEXT, at INTEGER NOT NULL, raw_id INTEGER
) STRICT;
CREATE INDEX fact_review_by_pull_request ON fact_review (pull_request_id, at);

CREATE TABLE fact_pipeline_run (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL,
  attempt INTEGER NOT NULL, event TEXT NOT NULL, branch TEXT, sha TEXT NOT NULL, original_status TEXT NOT NULL,
  outcome TEXT NOT NULL, created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_pipeline_run_by_project ON fact_pipeline_run (connection_id, project_key, created_at);

CREATE TABLE fact_job (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, run_id TEXT NOT NULL, name TEXT NOT NULL, original_status TEXT NOT NULL,
  outcome TEXT NOT NULL, started_at INTEGER, finished_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_job_by_run ON fact_job (run_id);

CREATE TABLE fact_deployment (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, environment TEXT NOT NULL,
  production INTEGER NOT NULL, sha TEXT NOT NULL, ref TEXT, original_status TEXT NOT NULL,
  outcome TEXT NOT NULL, created_at INTEGER NOT NULL, finished_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_deployment_by_project ON fact_deployment (connection_id, project_key, created_at);

CREATE TABLE fact_release_tag (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, external_id TEXT NOT NULL, url TEXT,
  fetched_at INTEGER NOT NULL, project_key TEXT NOT NULL, tag TEXT NOT NULL, name TEXT NOT NULL, sha TEXT,
  draft INTEGER NOT NULL, prerelease INTEGER NOT NULL, published_at INTEGER, raw_id INTEGER
) STRICT;
CREATE INDEX fact_release_tag_by_project ON fact_release_tag (connection_id, project_key, published_at);

-- Labels and versions with the time of their work item's last change, so that the newest come first unsorted.
CREATE TABLE work_item_tag (
  kind TEXT NOT NULL, value TEXT NOT NULL, updated_at INTEGER NOT NULL, work_item_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, updated_at, work_item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_item_tag_by_work_item ON work_item_tag (work_item_id);

-- Words of titles and keys.
CREATE VIRTUAL TABLE work_item_text USING fts5 (
  key, title, content = 'fact_work_item', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER work_item_text_insert AFTER INSERT ON fact_work_item
BEGIN INSERT INTO work_item_text (rowid, key, title) VALUES (new.rowid, new.key, new.title); END;
CREATE TRIGGER work_item_text_delete AFTER DELETE ON fact_work_item
BEGIN INSERT INTO work_item_text (work_item_text, rowid, key, title) VALUES ('delete', old.rowid, old.key, old.title); END;
CREATE TRIGGER work_item_text_update AFTER UPDATE ON fact_work_item
WHEN old.key IS NOT new.key OR old.title IS NOT new.title
BEGIN
  INSERT INTO work_item_text (work_item_text, rowid, key, title) VALUES ('delete', old.rowid, old.key, old.title);
  INSERT INTO work_item_text (rowid, key, title) VALUES (new.rowid, new.key, new.title);
END;

-- How many facts of each kind a connection holds, so that counting never scans.
CREATE TABLE fact_count (
  connection_id TEXT NOT NULL, kind TEXT NOT NULL, facts INTEGER NOT NULL, PRIMARY KEY (connection_id, kind)
) STRICT, WITHOUT ROWID;
`,
};
