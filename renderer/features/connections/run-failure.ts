import type { SyncRun } from '../../../shared/model/connection.ts';
import { FailureCode } from '../../../shared/model/failure.ts';
import type { UiFailure } from '../../lib/failures.ts';

/** Why a pass failed, as failures are shown; null where it did not. */
export function failureOfRun(run: SyncRun): UiFailure | null {
  if (run.state !== 'failed') return null;
  const code = FailureCode.safeParse(run.errorCode);
  return {
    code: code.success ? code.data : 'INTERNAL',
    message: run.errorMessage ?? 'The last sync failed.',
    where: null,
    remedy: run.errorRemedy,
  };
}
