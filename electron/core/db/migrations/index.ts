import type { Migration } from '../migrate.ts';
import { decisions } from './0001-decisions.ts';
import { facts } from './0002-facts.ts';
import { sync } from './0003-sync.ts';
import { planning } from './0004-planning.ts';
import { approvals } from './0005-approvals.ts';
import { typedThroughput } from './0006-typed-throughput.ts';
import { acceptedExtents } from './0007-accepted-extents.ts';
import { resolutions } from './0008-resolutions.ts';
import { serviceVersions } from './0009-service-versions.ts';
import { departedVersions } from './0010-departed-versions.ts';

/** Every migration in order; a landed one is never edited. */
export const migrations: readonly Migration[] = [
  decisions,
  facts,
  sync,
  planning,
  approvals,
  typedThroughput,
  acceptedExtents,
  resolutions,
  serviceVersions,
  departedVersions,
];
