import type { Migration } from '../migrate.ts';

/** The few releases that bring versions, by departure: what runs now is found without walking the history. */
export const departedVersions: Migration = {
  version: 10,
  name: 'departed-versions',
  script: `CREATE INDEX release_versions ON release (state, departs_at) WHERE versions <> '[]';`,
};
