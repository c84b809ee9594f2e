import type { Migration } from '../migrate.ts';

/** Which versions of services a release brings, and which version of a service runs by people's word. */
export const serviceVersions: Migration = {
  version: 9,
  name: 'service-versions',
  script: `
ALTER TABLE release ADD COLUMN versions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(versions));
ALTER TABLE service ADD COLUMN runs TEXT CHECK (json_valid(runs));
`,
};
