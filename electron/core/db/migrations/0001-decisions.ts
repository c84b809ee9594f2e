import type { Migration } from '../migrate.ts';

/** The journal and the decisions that it explains. */
export const decisions: Migration = {
  version: 1,
  name: 'decisions',
  script: `
CREATE TABLE workspace (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, zone TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE train (
  name TEXT NOT NULL, owner TEXT NOT NULL, zone TEXT NOT NULL, calendar TEXT NOT NULL CHECK (json_valid(calendar)), cadence TEXT CHECK (json_valid(cadence)),
  release_name TEXT NOT NULL, stages TEXT NOT NULL CHECK (json_valid(stages)),
  projects TEXT NOT NULL CHECK (json_valid(projects)), boarding TEXT NOT NULL CHECK (json_valid(boarding)),
  notes TEXT NOT NULL, id TEXT PRIMARY KEY, archived INTEGER NOT NULL CHECK (archived IN (0, 1)), source TEXT
) STRICT;

CREATE TABLE release (
  id TEXT PRIMARY KEY,
  train_id TEXT NOT NULL REFERENCES train (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, day TEXT NOT NULL, departure_time TEXT NOT NULL, zone TEXT NOT NULL,
  departs_at INTEGER NOT NULL, state TEXT NOT NULL, occurrence TEXT,
  skipped_stages TEXT NOT NULL CHECK (json_valid(skipped_stages)), notes TEXT NOT NULL
) STRICT;
CREATE INDEX release_by_train ON release (train_id, day);
CREATE INDEX release_by_departure ON release (departs_at);
CREATE UNIQUE INDEX release_by_occurrence ON release (train_id, occurrence) WHERE occurrence IS NOT NULL;

CREATE TABLE milestone (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
  stage_key TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
  start_local TEXT NOT NULL, end_local TEXT, zone TEXT NOT NULL,
  start_at INTEGER NOT NULL, end_at INTEGER, pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;
CREATE INDEX milestone_by_release ON milestone (release_id, start_at);
CREATE INDEX milestone_by_start ON milestone (start_at);

CREATE TABLE scope_item (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
  work_item_id TEXT, title TEXT NOT NULL, state TEXT NOT NULL, boarded_by TEXT NOT NULL,
  boarded_at INTEGER NOT NULL, reason TEXT NOT NULL, bumped_to TEXT
) STRICT;
CREATE INDEX scope_item_by_release ON scope_item (release_id, boarded_at);
CREATE INDEX scope_item_by_work_item ON scope_item (work_item_id);

CREATE TABLE connection (
  kind TEXT NOT NULL, name TEXT NOT NULL, base_url TEXT NOT NULL, auth TEXT NOT NULL, user TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)), rules TEXT NOT NULL CHECK (json_valid(rules)), every_minutes INTEGER, id TEXT PRIMARY KEY
) STRICT;
CREATE UNIQUE INDEX connection_by_name ON connection (name);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL,
  input TEXT NOT NULL, changes TEXT NOT NULL, summary TEXT NOT NULL, reverts INTEGER,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_reverts ON journal (reverts) WHERE reverts IS NOT NULL;
CREATE INDEX journal_by_actor ON journal (actor, seq);
CREATE INDEX journal_by_command ON journal (command, seq);
CREATE INDEX journal_by_time ON journal (at);

-- Where the chain ends, so that entries cut off its end are missed.
CREATE TABLE journal_head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO journal_head (one, seq, hash) VALUES (1, 0, '');

-- Which things and which kinds of thing an entry touched, and the words of its summary: indexes into the journal.
-- They hold nothing that the journal does not say; audit.verify compares them with it.
CREATE TABLE journal_subject (
  kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_kind (kind TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, seq)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE journal_text USING fts5 (
  summary, content = 'journal', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER journal_text_insert AFTER INSERT ON journal
BEGIN INSERT INTO journal_text (rowid, summary) VALUES (new.seq, new.summary); END;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
`,
};
