import type { ConnectionId } from '../../shared/model/ids.ts';
import type { SecretStore } from '../core/host-services.ts';
import { openSecretFiles, secretFolder } from './secret-file.ts';

/** The variable that holds a connection's secret: its id in capitals, everything but letters and digits as `_`. */
export function secretVariable(connectionId: ConnectionId): string {
  return `SIGNALBOX_SECRET_${connectionId.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/**
 * Secrets where no system keychain is at hand: the environment first, so that automation need keep none on disk, then a
 * file of mode 0600 outside the workspace. What is saved goes to the file; the environment still wins over it.
 */
export function openLocalSecrets(
  userFolder: string,
  variables: Readonly<Record<string, string | undefined>>,
): SecretStore {
  const files = openSecretFiles(secretFolder(userFolder));
  return {
    ...files,
    keptIn: `${files.keptIn}, unless the environment holds SIGNALBOX_SECRET_<connection id>`,
    get: async (connectionId) => variables[secretVariable(connectionId)] || files.get(connectionId),
  };
}
