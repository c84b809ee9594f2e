import type { Migration } from '../migrate.ts';

/** The catalogue, schedule rules, environments and bookings that trains are planned against. */
export const planning: Migration = {
  version: 4,
  name: 'planning',
  script: `
ALTER TABLE train ADD COLUMN services TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(services));
ALTER TABLE train ADD COLUMN teams TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(teams));
ALTER TABLE train ADD COLUMN buffer_days INTEGER NOT NULL DEFAULT 0;

CREATE TABLE team (
  name TEXT NOT NULL, zone TEXT NOT NULL, calendar TEXT NOT NULL CHECK (json_valid(calendar)),
  projects TEXT NOT NULL CHECK (json_valid(projects)), notes TEXT NOT NULL, id TEXT PRIMARY KEY
) STRICT;
CREATE UNIQUE INDEX team_by_name ON team (name COLLATE NOCASE);

CREATE TABLE service (
  name TEXT NOT NULL, tier INTEGER NOT NULL,
  team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  regions TEXT NOT NULL CHECK (json_valid(regions)), projects TEXT NOT NULL CHECK (json_valid(projects)),
  depends_on TEXT NOT NULL CHECK (json_valid(depends_on)), notes TEXT NOT NULL, id TEXT PRIMARY KEY
) STRICT;
CREATE UNIQUE INDEX service_by_name ON service (name COLLATE NOCASE);
CREATE INDEX service_by_team ON service (team_id);

CREATE TABLE person (
  name TEXT NOT NULL, team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED, zone TEXT NOT NULL,
  skills TEXT NOT NULL CHECK (json_valid(skills)), leads TEXT NOT NULL, id TEXT PRIMARY KEY
) STRICT;
CREATE UNIQUE INDEX person_by_name ON person (name COLLATE NOCASE);
CREATE INDEX person_by_team ON person (team_id);

CREATE TABLE absence (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX absence_by_person ON absence (person_id);

CREATE TABLE assignment (
  id TEXT PRIMARY KEY, release_id TEXT NOT NULL REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_release ON assignment (release_id);
CREATE INDEX assignment_by_person ON assignment (person_id);

CREATE TABLE schedule_rule (
  kind TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, owner TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (json_valid(scope)), holds TEXT NOT NULL CHECK (json_valid(holds)),
  id TEXT PRIMARY KEY, source TEXT CHECK (json_valid(source))
) STRICT;

CREATE TABLE override (
  id TEXT PRIMARY KEY, freeze_id TEXT NOT NULL REFERENCES schedule_rule (id) DEFERRABLE INITIALLY DEFERRED,
  scope TEXT NOT NULL CHECK (json_valid(scope)), start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, reason TEXT NOT NULL,
  requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL, approved_by TEXT, approved_at INTEGER
) STRICT;
CREATE INDEX override_by_freeze ON override (freeze_id);

CREATE TABLE environment (
  name TEXT NOT NULL, kind TEXT NOT NULL, region TEXT, sharing TEXT NOT NULL, capacity INTEGER NOT NULL,
  parents TEXT NOT NULL CHECK (json_valid(parents)), discipline TEXT NOT NULL, notes TEXT NOT NULL,
  id TEXT PRIMARY KEY, archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX environment_by_name ON environment (name COLLATE NOCASE);

CREATE TABLE booking (
  environment_id TEXT NOT NULL REFERENCES environment (id) DEFERRABLE INITIALLY DEFERRED,
  release_id TEXT REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL, purpose TEXT NOT NULL, mode TEXT NOT NULL, units INTEGER NOT NULL,
  services TEXT NOT NULL CHECK (json_valid(services)),
  start_local TEXT NOT NULL, end_local TEXT NOT NULL, zone TEXT NOT NULL,
  priority INTEGER NOT NULL, deadline_at INTEGER, id TEXT PRIMARY KEY,
  start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, requested_at INTEGER NOT NULL, caused_by TEXT
) STRICT;
CREATE INDEX booking_by_environment ON booking (environment_id, start_at);
CREATE INDEX booking_by_release ON booking (release_id);
CREATE INDEX booking_by_start ON booking (start_at);
CREATE INDEX booking_by_cause ON booking (caused_by);

CREATE TABLE waiver (
  id TEXT PRIMARY KEY, conflict_key TEXT NOT NULL, reason TEXT NOT NULL, waived_by TEXT NOT NULL,
  waived_at INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;
CREATE INDEX waiver_by_conflict ON waiver (conflict_key);

CREATE TABLE baseline (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, how TEXT NOT NULL,
  train_id TEXT REFERENCES train (id) DEFERRABLE INITIALLY DEFERRED, seq INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_observation (
  id TEXT PRIMARY KEY, train_id TEXT NOT NULL REFERENCES train (id) DEFERRABLE INITIALLY DEFERRED,
  release_name TEXT NOT NULL, day TEXT NOT NULL, observed_on TEXT NOT NULL,
  actual INTEGER NOT NULL CHECK (actual IN (0, 1)), source TEXT NOT NULL
) STRICT;
-- Where a what-if branch left the plan; empty in the plan itself. No decision: it never merges.
CREATE TABLE branch_origin (
  one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, forked_at INTEGER NOT NULL,
  seq INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT;

CREATE INDEX plan_observation_by_train ON plan_observation (train_id, release_name, observed_on);
`,
};
