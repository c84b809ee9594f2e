import type { CoreContext } from './core-context.ts';
import { guardedContract } from './middleware.ts';
import { adherenceService } from './services/adherence.ts';
import { assignmentsService } from './services/assignments.ts';
import { auditService } from './services/audit.ts';
import { branchesService } from './services/branches.ts';
import { calendarService } from './services/calendar.ts';
import { capacityService } from './services/capacity.ts';
import { catalogueService } from './services/catalogue.ts';
import { conflictsService } from './services/conflicts.ts';
import { connectionsService } from './services/connections.ts';
import { environmentsService } from './services/environments.ts';
import { exchangeService } from './services/exchange.ts';
import { integrationService } from './services/integration.ts';
import { journalService } from './services/journal.ts';
import { releasesService } from './services/releases.ts';
import { scheduleRulesService } from './services/schedule-rules.ts';
import { skewService } from './services/skew.ts';
import { syncService } from './services/sync.ts';
import { systemService } from './services/system.ts';
import { todayService } from './services/today.ts';
import { trainsService } from './services/trains.ts';
import { workItemsService } from './services/work-items.ts';
import { workspaceService } from './services/workspace.ts';

/** The contract with a handler behind every procedure; one that is missing does not compile. */
export function createRouter(core: CoreContext) {
  const os = guardedContract(core);
  return os.router({
    system: systemService(os, core),
    workspace: workspaceService(os, core),
    trains: trainsService(os, core),
    releases: releasesService(os, core),
    calendar: calendarService(os, core),
    catalogue: catalogueService(os, core),
    scheduleRules: scheduleRulesService(os, core),
    integration: integrationService(os, core),
    environments: environmentsService(os, core),
    adherence: adherenceService(os, core),
    capacity: capacityService(os, core),
    assignments: assignmentsService(os, core),
    conflicts: conflictsService(os, core),
    skew: skewService(os, core),
    branches: branchesService(os, core),
    exchange: exchangeService(os, core),
    today: todayService(os, core),
    workItems: workItemsService(os, core),
    connections: connectionsService(os, core),
    sync: syncService(os, core),
    journal: journalService(os, core),
    audit: auditService(os, core),
  });
}

export type CoreRouter = ReturnType<typeof createRouter>;
