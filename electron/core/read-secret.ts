import type { Connection, ConnectionPlan } from '../../shared/model/connection.ts';
import { Failure } from '../../shared/model/failure.ts';
import type { SecretStore } from './host-services.ts';

/** The origin that a connection's secret is kept for, and the only one that it is ever sent to. */
export function originOf({ baseUrl }: Pick<ConnectionPlan, 'baseUrl'>): string {
  return new URL(baseUrl).origin;
}

/**
 * The secret of a connection; null when none is kept or none is needed. Throws SECRET_MISSING when it was kept for another
 * address, and says in plain words when the place where secrets are kept cannot be read.
 */
export async function readSecret(secrets: SecretStore, connection: Connection): Promise<string | null> {
  if (connection.auth === 'none') return null;
  try {
    return await secrets.get(connection.id, originOf(connection));
  } catch (error) {
    if (error instanceof Failure && error.code !== 'INTERNAL') throw error;
    const message = `The token of “${connection.name}” could not be read from ${secrets.keptIn}.`;
    const remedy = 'Unlock it if it is locked, or save the token of this connection again.';
    throw new Failure('UNAVAILABLE', message, { where: connection.name, remedy }, { cause: error });
  }
}

/** Whether a sync of the connection would have the secret that it needs. Why not, the sync itself tells. */
export async function hasSecret(secrets: SecretStore, connection: Connection): Promise<boolean> {
  if (connection.auth === 'none') return true;
  try {
    return (await readSecret(secrets, connection)) !== null;
  } catch {
    return false;
  }
}
