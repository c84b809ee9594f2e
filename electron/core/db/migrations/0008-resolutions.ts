import type { Migration } from '../migrate.ts';

/**
 * How a ticket was resolved. Jira was never asked for it, so that no kept page tells it: the next sync of each Jira
 * connection reads all issues anew, once. Until then its tickets have no resolution.
 */
export const resolutions: Migration = {
  version: 8,
  name: 'resolutions',
  script: `
ALTER TABLE fact_work_item ADD COLUMN resolution TEXT;
DELETE FROM sync_request WHERE connection_id IN (SELECT id FROM connection WHERE kind = 'jira');
DELETE FROM sync_pending_watermark WHERE connection_id IN (SELECT id FROM connection WHERE kind = 'jira');
DELETE FROM sync_watermark WHERE stream = 'issues' AND connection_id IN (SELECT id FROM connection WHERE kind = 'jira');
`,
};
