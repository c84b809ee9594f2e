import type { CoreContext } from '../core-context.ts';
import { decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { exportCalendar } from './calendar-export.ts';
import { importCalendar, previewCalendar } from './calendar-import.ts';
import { feedProcedures } from './feeds.ts';
import { importPlan, previewPlan } from './plan-import.ts';
import { exportReport } from './report-export.ts';
import { exportTable } from './table-export.ts';
import { importThings, previewThings } from './thing-import.ts';

/** What comes in from files and goes out to them: plans, and calendars. */
export function exchangeService(os: Os, core: CoreContext) {
  return {
    ...feedProcedures(os, core),
    previewPlan: os.exchange.previewPlan.handler(({ input }) => previewPlan(core.db, input)),
    importPlan: os.exchange.importPlan.handler(decide(core, importPlan)),
    previewThings: os.exchange.previewThings.handler(({ input }) => previewThings(core.db, input)),
    importThings: os.exchange.importThings.handler(decide(core, importThings)),
    previewCalendar: os.exchange.previewCalendar.handler(({ input }) => previewCalendar(core, input)),
    importCalendar: os.exchange.importCalendar.handler(decide(core, importCalendar)),
    calendar: os.exchange.calendar.handler(({ input }) => exportCalendar(core, input)),
    table: os.exchange.table.handler(({ input }) => exportTable(core.db, input.of)),
    report: os.exchange.report.handler(({ input }) => exportReport(core, input)),
  };
}
