import * as z from 'zod';
import { Assignment } from '../../../shared/model/assignment.ts';
import { Baseline, PlanObservation } from '../../../shared/model/baseline.ts';
import { Absence, Person, Service, Team } from '../../../shared/model/catalogue.ts';
import { Connection } from '../../../shared/model/connection.ts';
import { Booking, Environment } from '../../../shared/model/environment.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import { Milestone, Release } from '../../../shared/model/release.ts';
import { Override, ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { ScopeItem } from '../../../shared/model/scope-item.ts';
import { Instant, Zone } from '../../../shared/model/time.ts';
import { Train } from '../../../shared/model/train.ts';
import { Waiver } from '../../../shared/model/waiver.ts';
import { type Table, tableOf } from './table.ts';

/** The workspace's own row: its name and zone are decisions too. */
export const Workspace = z.strictObject({ id: z.string(), name: z.string(), zone: Zone, createdAt: Instant });
export type Workspace = z.infer<typeof Workspace>;

export interface DecisionEntities {
  readonly workspace: Workspace;
  readonly team: Team;
  readonly service: Service;
  readonly person: Person;
  readonly absence: Absence;
  readonly train: Train;
  readonly release: Release;
  readonly milestone: Milestone;
  readonly 'scope-item': ScopeItem;
  readonly assignment: Assignment;
  readonly 'schedule-rule': ScheduleRule;
  readonly override: Override;
  readonly environment: Environment;
  readonly booking: Booking;
  readonly waiver: Waiver;
  readonly baseline: Baseline;
  readonly 'plan-observation': PlanObservation;
  readonly connection: Connection;
}

/** The table of each kind of decision. Parents come before children. */
export const decisionTables = {
  workspace: tableOf('workspace', Workspace),
  team: tableOf('team', Team, {
    json: ['calendar', 'projects', 'typedThroughput'],
    added: { typedThroughput: null },
  }),
  service: tableOf('service', Service, {
    json: ['regions', 'projects', 'dependsOn', 'runs'],
    added: { runs: null },
  }),
  person: tableOf('person', Person, { json: ['skills'] }),
  absence: tableOf('absence', Absence),
  train: tableOf('train', Train, {
    flag: ['archived'],
    json: ['calendar', 'cadence', 'stages', 'projects', 'services', 'teams', 'boarding'],
    added: { services: [], teams: [], bufferDays: 0 },
  }),
  release: tableOf('release', Release, { json: ['skippedStages', 'versions'], added: { versions: [] } }),
  milestone: tableOf('milestone', Milestone, { flag: ['pinned'] }),
  'scope-item': tableOf('scope_item', ScopeItem),
  assignment: tableOf('assignment', Assignment),
  'schedule-rule': tableOf('schedule_rule', ScheduleRule, { json: ['scope', 'holds', 'source'] }),
  override: tableOf('override', Override, { json: ['scope'], added: { recordedBy: null } }),
  environment: tableOf('environment', Environment, { flag: ['archived'], json: ['parents'] }),
  booking: tableOf('booking', Booking, { json: ['services'] }),
  waiver: tableOf('waiver', Waiver, { json: ['accepted'], added: { accepted: null } }),
  baseline: tableOf('baseline', Baseline),
  'plan-observation': tableOf('plan_observation', PlanObservation, { flag: ['actual'] }),
  connection: tableOf('connection', Connection, { json: ['scopes', 'rules'] }),
} satisfies Record<DecisionKind, Table>;
