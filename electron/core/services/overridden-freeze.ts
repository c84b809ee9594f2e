import type { ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import type { ReadDb } from '../db/database.ts';
import { overridesOf } from '../db/repositories/schedule-rules.ts';
import { refuse } from './train-plan.ts';

/** Refuses what would make a window or maintenance of a freeze that has overrides, which only freezes can have. */
export function assertStaysFreeze(db: ReadDb, { id, kind, name }: ScheduleRule): void {
  if (kind === 'freeze' || overridesOf(db, id).length === 0) return;
  refuse('kind', `“${name}” has overrides, so it stays a freeze.`, 'Take the overrides back first.');
}
