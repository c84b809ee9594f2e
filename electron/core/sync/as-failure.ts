import type { Logger } from 'pino';
import { Failure } from '../../../shared/model/failure.ts';
import type { ReadDb } from '../db/database.ts';
import { storeFailure } from '../db/store-failure.ts';

/** An error as a Failure that may be told; what nobody foresaw goes to the log and is told in general. */
export function asFailure(error: unknown, { db, log }: { readonly db: ReadDb; readonly log: Logger }): Failure {
  const known = storeFailure(error, db.file);
  if (known instanceof Failure) return known;
  log.error({ err: error }, 'a sync failed inside');
  const remedy = 'Sync again; it goes on from where it stopped. The log file says more.';
  const message = 'The sync stopped because something went wrong inside Signalbox.';
  return new Failure('INTERNAL', message, { where: null, remedy }, { cause: error });
}
