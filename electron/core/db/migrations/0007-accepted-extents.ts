import type { Migration } from '../migrate.ts';

/** What a waiver accepted, beside the conflict that it is for: where that moves or grows, the waiver holds no longer. */
export const acceptedExtents: Migration = {
  version: 7,
  name: 'accepted-extents',
  script: 'ALTER TABLE waiver ADD COLUMN accepted TEXT;',
};
