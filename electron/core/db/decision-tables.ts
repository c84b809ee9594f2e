import * as z from 'zod';
import { Connection } from '../../../shared/model/connection.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import { Milestone, Release } from '../../../shared/model/release.ts';
import { ScopeItem } from '../../../shared/model/scope-item.ts';
import { Instant, Zone } from '../../../shared/model/time.ts';
import { Train } from '../../../shared/model/train.ts';
import { type Table, tableOf } from './table.ts';

/** The workspace's own row: its name and zone are decisions too. */
export const Workspace = z.strictObject({ id: z.string(), name: z.string(), zone: Zone, createdAt: Instant });
export type Workspace = z.infer<typeof Workspace>;

export interface DecisionEntities {
  readonly workspace: Workspace;
  readonly train: Train;
  readonly release: Release;
  readonly milestone: Milestone;
  readonly 'scope-item': ScopeItem;
  readonly connection: Connection;
}

/** The table of each kind of decision. Parents come before children. */
export const decisionTables = {
  workspace: tableOf('workspace', Workspace),
  train: tableOf('train', Train, {
    flag: ['archived'],
    json: ['calendar', 'cadence', 'stages', 'projects', 'boarding'],
  }),
  release: tableOf('release', Release, { json: ['skippedStages'] }),
  milestone: tableOf('milestone', Milestone, { flag: ['pinned'] }),
  'scope-item': tableOf('scope_item', ScopeItem),
  connection: tableOf('connection', Connection, { json: ['scopes', 'rules'] }),
} satisfies Record<DecisionKind, Table>;
