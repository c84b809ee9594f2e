import type { Migration } from '../migrate.ts';

/** What a team finishes by people's own words. */
export const typedThroughput: Migration = {
  version: 6,
  name: 'typed-throughput',
  script: 'ALTER TABLE team ADD COLUMN typed_throughput TEXT CHECK (json_valid(typed_throughput));',
};
