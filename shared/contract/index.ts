import { adherenceContract } from './adherence.ts';
import { assignmentsContract } from './assignments.ts';
import { branchesContract } from './branches.ts';
import { calendarContract } from './calendar.ts';
import { capacityContract } from './capacity.ts';
import { catalogueContract } from './catalogue.ts';
import { conflictsContract } from './conflicts.ts';
import { connectionsContract } from './connections.ts';
import { environmentsContract } from './environments.ts';
import { exchangeContract } from './exchange.ts';
import { integrationContract } from './integration.ts';
import { auditContract, journalContract } from './journal.ts';
import { releasesContract } from './releases.ts';
import { scheduleRulesContract } from './schedule-rules.ts';
import { skewContract } from './skew.ts';
import { syncContract } from './sync.ts';
import { systemContract } from './system.ts';
import { todayContract } from './today.ts';
import { trainsContract } from './trains.ts';
import { workItemsContract } from './work-items.ts';
import { workspaceContract } from './workspace.ts';

/** Everything that a client can ask of the core. */
export const contract = {
  system: systemContract,
  workspace: workspaceContract,
  trains: trainsContract,
  releases: releasesContract,
  calendar: calendarContract,
  catalogue: catalogueContract,
  scheduleRules: scheduleRulesContract,
  integration: integrationContract,
  environments: environmentsContract,
  adherence: adherenceContract,
  capacity: capacityContract,
  assignments: assignmentsContract,
  conflicts: conflictsContract,
  skew: skewContract,
  branches: branchesContract,
  exchange: exchangeContract,
  today: todayContract,
  workItems: workItemsContract,
  connections: connectionsContract,
  sync: syncContract,
  journal: journalContract,
  audit: auditContract,
};

export type Contract = typeof contract;
