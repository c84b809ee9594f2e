import type { Migration } from '../migrate.ts';

/** Who recorded the approval of an override, beside whom it names. */
export const approvals: Migration = {
  version: 5,
  name: 'approvals',
  script: 'ALTER TABLE override ADD COLUMN recorded_by TEXT;',
};
