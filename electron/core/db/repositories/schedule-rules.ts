import type { Override, ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every window, freeze and maintenance, by name. */
export function allScheduleRules(db: ReadDb): ScheduleRule[] {
  return readDecisions(db, 'schedule-rule', sql`ORDER BY name COLLATE NOCASE, id`);
}

/** Every override, the latest asked for first. */
export function allOverrides(db: ReadDb): Override[] {
  return readDecisions(db, 'override', sql`ORDER BY requested_at DESC, id`);
}

export function overridesOf(db: ReadDb, freezeId: string): Override[] {
  return readDecisions(db, 'override', sql`WHERE freeze_id = ${freezeId} ORDER BY requested_at DESC, id`);
}
