import type { WriteDb } from '../../electron/core/db/database.ts';
import { recordDecisions } from '../../electron/core/db/decisions.ts';
import type { TrainId } from '../../shared/model/ids.ts';
import { biweeklyPlan } from './plans.ts';

/** Writes a train's row without a command, as a test of the store needs it. */
export function createTrain(db: WriteDb, name: string, { nested = false } = {}): void {
  const id = `train-${name.replaceAll(' ', '-')}` as TrainId;
  const write = () => {
    recordDecisions(db).put('train', { ...biweeklyPlan(), name, id, archived: false, source: null });
  };
  if (nested) write();
  else db.transaction(write);
}
