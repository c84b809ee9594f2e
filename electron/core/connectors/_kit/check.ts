// PROVISIONAL, uncommitted: SYNC overwrites this file.
import { Failure } from '../../../../shared/model/failure.ts';
export function checkConnection(
  _options: Record<string, unknown>,
): Promise<{ account: string; scopes: { scope: string; ok: boolean; message: string }[]; clockSkewMs: number }> {
  return Promise.reject(new Failure('UNAVAILABLE', 'Testing is not built yet.'));
}
