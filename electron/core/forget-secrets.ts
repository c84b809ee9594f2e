import type { Logger } from 'pino';
import type { ReadDb } from './db/database.ts';
import { removedConnections } from './db/repositories/connections.ts';
import type { SecretStore } from './host-services.ts';

/**
 * Removes the secrets of connections that were removed. Run it when a workspace is opened, as their facts are purged:
 * until then undo brings a connection back with its secret. A store that cannot be reached is tried at the next opening.
 */
export async function forgetSecrets(db: ReadDb, secrets: SecretStore, log: Logger): Promise<void> {
  for (const id of removedConnections(db)) {
    try {
      await secrets.remove(id);
    } catch (error) {
      log.warn({ err: error, connection: id }, 'the secret of a removed connection is still kept');
    }
  }
}
