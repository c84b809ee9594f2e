import type { Migration } from '../migrate.ts';

/** Raw pages, the resumable queue of pages still to ask, watermarks and the runs themselves. */
export const sync: Migration = {
  version: 3,
  name: 'sync',
  script: `
CREATE TABLE raw_page (
  id INTEGER PRIMARY KEY, connection_id TEXT NOT NULL, stream TEXT NOT NULL, scope TEXT NOT NULL,
  request_key TEXT NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL,
  codec TEXT NOT NULL, body BLOB NOT NULL, fetched_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX raw_page_by_request ON raw_page (connection_id, request_key);
CREATE INDEX raw_page_by_age ON raw_page (fetched_at);

CREATE TABLE sync_request (
  connection_id TEXT NOT NULL, key TEXT NOT NULL, run_id TEXT NOT NULL, position INTEGER NOT NULL, request TEXT NOT NULL,
  PRIMARY KEY (connection_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_request_by_position ON sync_request (connection_id, position);

CREATE TABLE sync_watermark (
  connection_id TEXT NOT NULL, scope TEXT NOT NULL, stream TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (connection_id, scope, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_pending_watermark (
  connection_id TEXT NOT NULL, scope TEXT NOT NULL, stream TEXT NOT NULL, run_id TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (connection_id, scope, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_etag (
  connection_id TEXT NOT NULL, path TEXT NOT NULL, etag TEXT NOT NULL, raw_id INTEGER NOT NULL,
  PRIMARY KEY (connection_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_run (
  id TEXT PRIMARY KEY, connection_id TEXT NOT NULL, trigger TEXT NOT NULL, state TEXT NOT NULL,
  started_at INTEGER NOT NULL, finished_at INTEGER, pages INTEGER NOT NULL, rows TEXT NOT NULL,
  dropped_count INTEGER NOT NULL, dropped TEXT NOT NULL,
  error_code TEXT, error_message TEXT, error_remedy TEXT
) STRICT;
CREATE INDEX sync_run_by_connection ON sync_run (connection_id, started_at);
`,
};
